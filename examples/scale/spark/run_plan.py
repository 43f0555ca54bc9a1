"""Apache Spark: spark-submit run_plan.py PLAN. The folder of the plan lies where all executors see it."""
import json, os, shlex, subprocess, sys
import pandas as pd
from pyspark.sql import SparkSession

PLAN = os.path.abspath(sys.argv[1])
COMMAND = shlex.split(os.environ.get("QUARTERHOUR", "npx quarterhour"))


def run(batches):
    for batch in batches:
        rows = []
        for partition in batch["id"]:
            ended = subprocess.run([*COMMAND, "run", "--plan", PLAN, "--partition", partition, "--quiet"],
                                   stdin=subprocess.DEVNULL, capture_output=True, text=True)
            # what cannot be judged is a row; a process that was lost is tried again by Spark
            if ended.returncode not in (0, 65):
                raise RuntimeError(f"{partition}: exit {ended.returncode}: {ended.stderr[-500:]}")
            rows.append((partition, ended.returncode, ended.stderr))
        yield pd.DataFrame(rows, columns=["id", "code", "message"])


if __name__ == "__main__":
    spark = SparkSession.builder.appName("quarterhour").getOrCreate()
    ids = [json.loads(line)["id"] for line in open(os.path.join(PLAN, "plan.ndjson"), encoding="utf8")]
    plan = spark.createDataFrame([(i,) for i in ids], "id string").repartition(len(ids))
    for row in plan.mapInPandas(run, "id string, code int, message string").collect():
        print(row.id, row.code, row.message)
