#!/bin/bash
# Takes the built jars apart. usage: layers.sh PROJECT LAYERS TIME-OF-ALL-FILES
#   LAYERS/<service>/dependencies   /app/lib
#   LAYERS/<service>/application    /app/application.jar, the port it listens on, and that of its health if it is another
#   LAYERS/runtime                  what all services have in common
#   LAYERS/training                 what the training needs: the embedded servers, and a discovery
set -euo pipefail
project=$1 layers=$2 time=$3
here=$project/deployment/containers/image

# Each layer lies beside the others in one directory, as they will lie in the image.
extract() { # JAR DIRECTORY
  cp "$1" /tmp/application.jar
  java -Djarmode=tools -jar /tmp/application.jar extract --layers --destination "$2"
}

for main in "$project"/*/src/main/resources/application.yml; do
  service=$(basename "${main%/src/main/resources/application.yml}")
  jars=("$project/$service/target/$service"-*.jar)
  if [ ${#jars[@]} != 1 ] || [ ! -f "${jars[0]}" ]; then
    echo "not one jar of $service: ${jars[*]}" >&2
    exit 1
  fi
  extract "${jars[0]}" /tmp/extracted
  mkdir -p "$layers/$service"/{dependencies,application}/app
  cp -r /tmp/extracted/dependencies/. "$layers/$service/dependencies/app/"
  cp -r /tmp/extracted/{snapshot-dependencies,application}/. "$layers/$service/application/app/"
  sed -n 's/.*port: ${SERVER_PORT:\([0-9]*\)}.*/\1/p' "$main" >"$layers/$service/application/app/port"
  test -s "$layers/$service/application/app/port"
  sed -n 's/.*port: ${MANAGEMENT_SERVER_PORT:\([0-9]*\)}.*/\1/p' "$main" \
    >"$layers/$service/application/app/management-port"
  rm -r /tmp/extracted
done

mkdir -p "$layers/runtime/app" "$layers/training/training/discovery"
install -m 644 "$here/jvm.options" "$layers/runtime/app/"
install -m 755 "$here/health" "$layers/runtime/app/"
install -m 755 "$here/train.sh" "$layers/training/training/"
install -m 644 "$project"/local/target/local-*-exec.jar "$layers/training/training/servers.jar"
cp -r "$layers"/discovery/*/app/* "$layers/training/training/discovery/"

chmod -R u=rwX,go=rX "$layers"
find "$layers" -exec touch -h -d "$time" {} +
