#!/bin/sh
# A Slurm array, one task a partition: sbatch --array=0-$(($(wc -l < PLAN/plan.ndjson) - 1)) slurm.sh PLAN
#SBATCH --cpus-per-task=1
#SBATCH --mem=2G
#SBATCH --requeue
${QUARTERHOUR:-npx quarterhour} run --plan "$1" --partition "@$SLURM_ARRAY_TASK_ID" --quiet
