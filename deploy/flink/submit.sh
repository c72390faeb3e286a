#!/usr/bin/env bash
# Submits the job once the JobManager answers: not where one of its name runs already, and from the newest checkpoint or savepoint
# if there is one, so that a restart of the cluster goes on where it stopped.
#
#   submit.sh JAR OPTION...      JOBMANAGER=host:port  CHECKPOINTS=folder, as this machine and the JobManager see it
set -euo pipefail

say() { printf 'weir: %s\n' "$*"; }

job_name() { # the value of --job-name
  local name=weir
  while [ $# -gt 1 ]; do
    if [ "$1" = --job-name ]; then name=$2; fi
    shift
  done
  printf '%s' "$name"
}

newest_snapshot() { # a completed one's folder holds a file _metadata
  find "$CHECKPOINTS" \( -path '*/chk-*/_metadata' -o -path '*/savepoints/*/_metadata' \) -printf '%T@ %h\n' |
    sort -n | tail -n 1 | cut -d ' ' -f 2-
}

jar=$1
name=$(job_name "$@")

until jobs=$(flink list -m "$JOBMANAGER" 2>&1); do
  say "waiting for the JobManager at $JOBMANAGER"
  sleep 2
done
if grep -qF " : $name (" <<<"$jobs"; then
  say "job $name runs already"
  exit 0
fi

from=()
snapshot=$(newest_snapshot)
if [ -n "$snapshot" ]; then
  say "going on from $snapshot"
  from=(-s "$snapshot")
fi
exec flink run -d -m "$JOBMANAGER" "${from[@]}" "$jar" "${@:2}"
