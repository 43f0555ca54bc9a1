"""Ray: python run_plan.py PLAN [ADDRESS]. The folder of the plan lies where all nodes see it."""
import json, os, shlex, subprocess, sys
import ray

PLAN = os.path.abspath(sys.argv[1])
COMMAND = shlex.split(os.environ.get("QUARTERHOUR", "npx quarterhour"))


@ray.remote(num_cpus=1, max_retries=3, retry_exceptions=True)
def run(partition):
    ended = subprocess.run([*COMMAND, "run", "--plan", PLAN, "--partition", partition, "--quiet"],
                           stdin=subprocess.DEVNULL, capture_output=True, text=True)
    # what cannot be judged is an answer; a process that was lost is tried again by Ray
    if ended.returncode not in (0, 65):
        raise RuntimeError(f"{partition}: exit {ended.returncode}: {ended.stderr[-500:]}")
    return partition, ended.returncode, ended.stderr


if __name__ == "__main__":
    ray.init(*sys.argv[2:3])
    ids = [json.loads(line)["id"] for line in open(os.path.join(PLAN, "plan.ndjson"), encoding="utf8")]
    for answer in ray.get([run.remote(i) for i in ids]):
        print(*answer)
