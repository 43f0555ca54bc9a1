#!/bin/sh
# GNU parallel, on this machine or on several (--sshloginfile): sh parallel.sh PLAN JOBS
# A partition that cannot be judged (65) is not tried again: what became of it stands in the plan.
count=$(wc -l < "$1/plan.ndjson")
seq 0 $((count - 1)) | parallel -j "$2" --retries 3 --joblog "$1/joblog" \
  "${QUARTERHOUR:-npx quarterhour} run --plan '$1' --partition @{} --quiet || [ \$? -eq 65 ]"
