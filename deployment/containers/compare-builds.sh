#!/bin/bash
# Builds the image of a service twice from nothing, and compares the layers. Ends with 0 if the AOT cache alone differs.
# usage: deployment/containers/compare-builds.sh SERVICE [OPTION OF docker build]...
set -euo pipefail
cd "$(dirname "$0")/../.."
service=$1
shift
for build in first second; do
  docker build --no-cache --quiet --build-arg "SERVICE=$service" "$@" --tag "carelane/compare:$build" . >/dev/null
  docker image inspect --format '{{range .RootFS.Layers}}{{println .}}{{end}}' "carelane/compare:$build" | grep . >"/tmp/layers-$$-$build"
done
paste "/tmp/layers-$$-first" "/tmp/layers-$$-second" | awk '{ print NR, ($1 == $2 ? "same     " : "DIFFERENT"), $1 }'
different=$(paste "/tmp/layers-$$-first" "/tmp/layers-$$-second" | awk '$1 != $2 { print NR }')
last=$(wc -l <"/tmp/layers-$$-first")
rm "/tmp/layers-$$"-*
docker image rm carelane/compare:first carelane/compare:second >/dev/null
[ "$different" = "$((last))" ] || { echo "other layers than the last differ: $different" >&2; exit 1; }
