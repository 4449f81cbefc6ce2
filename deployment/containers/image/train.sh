#!/bin/bash
# Runs the service in /app with the options it will run with, against the embedded database, broker and
# mail server, asks it a little and ends it: the JVM then writes what it has learnt to /tmp/application.aot.
# Fails if anything of that fails.
set -euo pipefail
cd /app
cache=/tmp/application.aot
export CARELANE_DISCOVERY_PASSWORD=for-the-training
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || :' EXIT

fail() {
  echo "training: $*" >&2
  tail -n 30 "$work"/*.log >&2
  exit 1
}
until_true() { # SECONDS WHAT COMMAND...
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" 2>/dev/null; do
    [ $SECONDS -lt $until ] || fail "$what is not ready"
    kill -0 $(jobs -p) 2>/dev/null || fail "a process ended before $what was ready"
    sleep 0.2
  done
}
listens() { (exec 3<>"/dev/tcp/127.0.0.1/$1"); }
start() { # NAME COMMAND...
  local name=$1
  shift
  "$@" >"$work/$name.log" 2>&1 &
}
embedded() { # NAME MAIN-CLASS ARGUMENT...
  local name=$1
  shift
  start "$name" java -Xmx256m -XX:TieredStopAtLevel=1 -cp /training/servers.jar \
    "-Dloader.main=org.carelane.embedded.$1" org.springframework.boot.loader.launch.PropertiesLauncher "$work/$name" "${@:2}"
}

embedded mongodb MongoServer 27017
embedded kafka KafkaNode 9092 9093
embedded mail MailServer 3025
for port in 27017 9092 3025; do until_true 120 "port $port" listens $port; done
if [ "$(<port)" != 8761 ]; then
  SERVER_PORT=8761 start discovery java -Xmx128m -XX:TieredStopAtLevel=1 -jar /training/discovery/application.jar
  until_true 120 discovery env MANAGEMENT_SERVER_PORT=8761 ./health
fi

# No heap by the size of this machine: from 32 GB on a JVM addresses objects in another way.
SPRING_PROFILES_ACTIVE=local start service \
  java @/app/jvm.options -Xmx256m -XX:AOTCacheOutput=$cache -jar /app/application.jar
service=$!
until_true 300 service ./health
for path in /actuator/prometheus /v3/api-docs /api-docs /api/v1/doctors /api/v1/auth/me /.well-known/jwks.json \
  /eureka/apps /actuator/prometheus; do
  # Not every service has every one; the gateway has them on two ports.
  ./health $path || MANAGEMENT_SERVER_PORT=$(<port) ./health $path || :
done

kill -TERM $service
status=0
wait $service || status=$?
[ $status = 143 ] || fail "the service ended with $status"
[ -s $cache ] || fail "there is no $cache"
java @/app/jvm.options -XX:AOTCache=$cache -XX:AOTMode=on -cp /app/application.jar -version >"$work/check.log" 2>&1 ||
  fail "the JVM refuses $cache"
ls -l $cache
