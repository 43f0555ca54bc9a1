"""Measures pandana and scipy on the arrays of one network; prints one JSON line per measurement.

Usage: peers.py PEER NAME FOLDER LIMIT_METERS RUNS RUN_SECONDS WORK[,WORK...]

NAME is what the peer is called in what is printed. Before each work a line {"start": work} is printed, so that who waits can stop it. Runs are repeated until RUNS are
done or RUN_SECONDS are spent; there is no warm-up run. scipy leaves its answers in FOLDER/scipy for checking others.
"""
import json
import os
import resource
import sys
import time
import warnings

import numpy as np

warnings.filterwarnings("ignore")
peer, name, folder, limit, runs, run_seconds, works = sys.argv[1:8]
limit, runs, run_seconds = float(limit), int(runs), float(run_seconds)
# pairs this much beyond the limit are kept too: whether a rounded answer may count them is for the check to say
CHECK_MARGIN_METERS = 1.0
# it counts in whole millimetres per edge
PANDANA_ROUNDING_METERS = 0.5
# pandana prepares a larger network once only
SMALL_NODES = 100_000
# scipy answers with one row of all nodes per place: at most so many numbers at once
BATCH_NUMBERS = 50_000_000


def read(name, kind):
    return np.fromfile(os.path.join(folder, name), dtype=kind)


lon, lat = read("node_lon.f64", "<f8"), read("node_lat.f64", "<f8")
tail, head = read("edge_from.u32", "<u4").astype(np.int64), read("edge_to.u32", "<u4").astype(np.int64)
meters = read("edge_meters.f64", "<f8")
first = read("first_facility.u32", "<u4").astype(np.int64)
facility = read("facility_node.u32", "<u4").astype(np.int64)
places = read("place_node.u32", "<u4").astype(np.int64)
categories = [facility[first[c] : first[c + 1]] for c in range(len(first) - 1)]
node_count = len(lon)


def say(**line):
    print(json.dumps(line), flush=True)


def peak_megabytes():
    try:
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except (OSError, StopIteration):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(work, run, at_most=None):
    say(start=work)
    spent, cpu, answer = [], [], None
    while len(spent) < (at_most or runs) and sum(spent) < run_seconds * 1000:
        begin, begin_cpu = time.perf_counter(), time.process_time()
        answer = run()
        cpu.append((time.process_time() - begin_cpu) * 1000)
        spent.append((time.perf_counter() - begin) * 1000)
    say(who=name, work=work, runsMs=spent, cpuMs=cpu, peakMegabytes=peak_megabytes())
    return answer


def run_pandana(wanted):
    import pandana
    import pandas as pd

    say(who=name, version=pandana.__version__)
    columns = pd.Series(lon), pd.Series(lat), pd.Series(tail), pd.Series(head), pd.DataFrame({"meters": meters})
    prepare_runs = 3 if node_count <= SMALL_NODES else 1
    network = measure("prepare", lambda: pandana.Network(*columns, twoway=True), at_most=prepare_runs)
    names = [f"category{c}" for c in range(len(categories))]

    def put_facilities(count):
        for name, nodes in zip(names, categories):
            network.set_pois(f"{name}-{count}", limit, count, pd.Series(lon[nodes]), pd.Series(lat[nodes]))

    def nearest(count):
        return [network.nearest_pois(limit, f"{n}-{count}", num_pois=count, max_distance=1e9) for n in names]

    def count_within():
        answers = []
        for name, nodes in zip(names, categories):
            network.set(pd.Series(nodes), name=name)
            answers.append(network.aggregate(limit, type="count", decay="flat", name=name))
        return answers

    def check_nearest(answers):
        path = os.path.join(folder, "scipy", "nearest.f64")
        if not os.path.exists(path):
            return
        expected = np.fromfile(path, dtype="<f8")
        got = np.concatenate([answer[1].to_numpy(dtype="f8") for answer in answers])
        got[got > limit] = np.inf
        one_sided = np.isfinite(got) != np.isfinite(expected)
        apart = np.abs(np.where(np.isfinite(got) & np.isfinite(expected), got - expected, 0))
        differing = np.count_nonzero(apart > PANDANA_ROUNDING_METERS)
        say(
            who=name,
            check=f"nearest: {differing} of {len(got):,} (node, category) pairs differ; {np.count_nonzero(one_sided)} "
            f"changed side of the limit, the largest difference is {apart.max():.3f} m",
        )

    def check_within(answer):
        path = os.path.join(folder, "scipy", "pair_meters.f64")
        if os.path.exists(path):
            expected = np.count_nonzero(np.fromfile(path, dtype="<f8") <= limit)
            say(who=name, check=f"within: {len(answer):,} (place, node) pairs; scipy finds {expected:,}")

    if "nearest" in wanted:
        measure("put-facilities", lambda: put_facilities(1), at_most=1)
        check_nearest(measure("nearest", lambda: nearest(1)))
    if "within" in wanted:
        check_within(measure("within", lambda: network.nodes_in_range(list(places), limit)))
    if "nearest-3" in wanted:
        put_facilities(3)
        measure("nearest-3", lambda: nearest(3))
    if "counts-direct" in wanted:
        measure("counts-direct", count_within, at_most=1)
    if "counts" in wanted:
        measure("precompute", lambda: network.precompute(limit), at_most=1)
        measure("counts", count_within)


def run_scipy(wanted):
    import scipy
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import dijkstra

    say(who=name, version=scipy.__version__)

    def prepare():
        both = np.r_[tail, head], np.r_[head, tail]
        return csr_matrix((np.r_[meters, meters], both), shape=(node_count, node_count))

    def search(nodes, **options):
        return dijkstra(graph, directed=True, indices=nodes, **options)

    size = max(1, min(50, BATCH_NUMBERS // node_count))
    batches = [places[i : i + size] for i in range(0, len(places), size)]

    def within():
        return [np.nonzero(np.isfinite(search(batch, limit=limit))) for batch in batches]

    def keep_pairs():
        kept = []
        for i, batch in enumerate(batches):
            found = search(batch, limit=limit + CHECK_MARGIN_METERS)
            place, node = np.nonzero(np.isfinite(found))
            kept.append((place + i * size, node, found[place, node]))
        for values, name, kind in zip(zip(*kept), ("place.u32", "node.u32", "meters.f64"), ("<u4", "<u4", "<f8")):
            np.concatenate(values).astype(kind).tofile(os.path.join(folder, "scipy", "pair_" + name))

    os.makedirs(os.path.join(folder, "scipy"), exist_ok=True)
    graph = measure("prepare", prepare)
    if "nearest" in wanted:
        answer = measure("nearest", lambda: [search(nodes, limit=limit, min_only=True) for nodes in categories])
        np.concatenate(answer).astype("<f8").tofile(os.path.join(folder, "scipy", "nearest.f64"))
    if "within" in wanted:
        measure("within", within)
        keep_pairs()


{"pandana": run_pandana, "scipy": run_scipy}[peer](set(works.split(",")))
