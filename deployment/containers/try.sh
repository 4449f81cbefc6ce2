#!/bin/bash
# Builds the images, starts docker-compose.yml, books an appointment through the containers, measures memory and
# start-up, scales, stops, starts again, and takes everything down. Ends with 0 if all of it went well.
# Needs Docker with Compose 2.20 or later, bash and curl.
#
# usage: deployment/containers/try.sh [--stand-ins] [--no-build] [--quick] [--keep]
#   --stand-ins   with images made here, where no registry can be reached (stand-ins/make.sh says what that needs)
#   --no-build    take the images that are there
#   --quick       do not measure start-up
#   --keep        leave the containers running at the end
set -Eeuo pipefail
cd "$(dirname "$0")/../.."
here=deployment/containers
services=(discovery gateway auth-service appointment-service payment-service notification-service chat-service)
work=$(mktemp -d)
stand_ins= build=yes keep= quick=
for argument in "$@"; do
  case $argument in
    --stand-ins) stand_ins=yes ;;
    --no-build) build= ;;
    --quick) quick=yes ;;
    --keep) keep=yes ;;
    *) sed -n 's/^# \(usage.*\)/\1/p' "$0" >&2; exit 2 ;;
  esac
done

values=(--env-file .env.example)
[ ! -f .env ] || values+=(--env-file .env)
files=(-f docker-compose.yml)
if [ $stand_ins ]; then
  values+=(--env-file $here/stand-ins/stand-ins.env)
  files+=(-f $here/stand-ins/compose.stand-ins.yml)
fi
if docker compose version >/dev/null 2>&1; then client=(docker compose); else client=(docker-compose); fi
# A project of its own: the volumes of one that runs here are not touched.
compose() { "${client[@]}" --project-name carelane-try "${values[@]}" "${files[@]}" "$@"; }
value() { # KEY: its first value in the whole configuration
  compose config --format json >"$work/config.json"
  awk -F '"' -v key="$1" '$2 == key && !found { print $4; found = 1 }' "$work/config.json"
}

say() { printf '\n== %s\n' "$*"; }
fail() {
  echo "FAILED: $*" >&2
  compose ps -a >&2 || :
  exit 1
}
end() {
  local status=$?
  rm -rf "$work"
  if [ $keep ]; then
    echo "They run as the project carelane-try."
  else
    compose down --volumes --remove-orphans >/dev/null 2>&1 || :
  fi
  exit $status
}
trap end EXIT
trap 'echo "FAILED in line $LINENO: $BASH_COMMAND" >&2' ERR

# --- waiting -------------------------------------------------------------------------------------------------------

containers() { compose ps -q "$@"; }
is_healthy() { [ "$(docker inspect -f '{{if .State.Health}}{{.State.Health.Status}}{{end}}' "$1")" = healthy ]; }
until_true() { # SECONDS WHAT COMMAND...
  local until=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $until ] || fail "$what"
    sleep 0.5
  done
}
are_healthy() { # SERVICE...
  local id ids
  ids=$(containers "$@") && [ -n "$ids" ] || return 1
  for id in $ids; do is_healthy "$id" || return 1; done
}
up() { # OPTION...
  compose up --detach "$@" 2>"$work/up.log" || { tail -n 20 "$work/up.log" >&2; fail "compose up $*"; }
  until_true 300 "not all services are healthy" are_healthy "${services[@]}"
}

# --- a booking, as README.md tells it --------------------------------------------------------------------------------

json() { { grep -o "\"$1\":\"[^\"]*\"" || :; } | awk -F '"' 'NR == 1 { print $4 }'; }
call() { # METHOD PATH [JSON], with $token and $key; asked again where the gateway says 503
  local options=(-sS --max-time 60 --retry 10 --retry-delay 1 -X "$1" "$api$2" -H 'Content-Type: application/json')
  [ -z "${token:-}" ] || options+=(-H "Authorization: Bearer $token")
  [ -z "${key:-}" ] || options+=(-H "Idempotency-Key: $key")
  [ -z "${3:-}" ] || options+=(-d "$3")
  curl "${options[@]}"
}
sign_in() { # E-MAIL PASSWORD
  token= key= call POST /auth/login "{\"email\":\"$1\",\"password\":\"$2\"}" | json accessToken
}
can_sign_in() { [ -n "$(sign_in "$@")" ]; }

prepare() {
  local admin password doctor answer
  admin=$(value CARELANE_AUTH_ADMIN_EMAIL)
  password=$(cat "$(value file | sed 's#/[^/]*$##')/administrator-password")
  until_true 60 "the administrator cannot sign in" can_sign_in "$admin" "$password"
  token=$(sign_in "$admin" "$password")
  answer=$(key="try-$RANDOM-$RANDOM" call POST /doctors '{"name":"Dr. Ada Lindqvist","specialization":"Cardiology","fee":{"amountMinor":12000,
    "currency":"EUR"},"zone":"Europe/Berlin","languages":["en"],"location":"Berlin","about":"Heart and circulation."}')
  doctor=$(json id <<<"$answer")
  [ -n "$doctor" ] || fail "no doctor could be made: $answer"
  call POST "/doctors/$doctor/slots/bulk" "{\"dateFrom\":\"$(day 1)\",\"dateTo\":\"$(day 5)\",\"startTime\":\"09:00\",
    \"endTime\":\"17:00\",\"durationMinutes\":30,\"excludeWeekends\":false}" >/dev/null
  email="patient-$RANDOM$RANDOM@carelane.example"
  token= call POST /auth/register "{\"email\":\"$email\",\"password\":\"a-password-to-try-with\",\"name\":\"Sam Patient\"}" >/dev/null
  DOCTOR=$doctor
}
day() { date -u -d "+$1 days" +%F 2>/dev/null || date -u -v "+$1d" +%F; }

book() {
  local slot answer
  token=$(sign_in "$email" a-password-to-try-with)
  [ -n "$token" ] || fail "the patient cannot sign in"
  answer=$(call GET "/doctors/$DOCTOR/slots")
  slot=$(json id <<<"$answer")
  [ -n "$slot" ] || fail "there is no free slot: $answer"
  answer=$(key="try-$RANDOM-$RANDOM" call POST /appointments \
    "{\"slotId\":\"$slot\",\"mode\":\"VIDEO\",\"reason\":\"Check-up\",\"paymentMethod\":\"card_ok\"}")
  appointment=$(json id <<<"$answer")
  [ -n "$appointment" ] || fail "no booking: $answer"
  until_true 60 "the booking of $slot is not confirmed" is_confirmed
  until_true 30 "there is no mail to $email" has_mail
  echo "booked $slot: CONFIRMED, and the mail to $email is there"
}
is_confirmed() { [ "$(call GET "/appointments/$appointment" | json status)" = CONFIRMED ]; }
has_mail() { curl -sS "$mails/api/v1/messages" | grep -q "$email"; }

# --- measuring -------------------------------------------------------------------------------------------------------

with_java_options() { # OPTION: for all seven from now on
  { echo 'services:'; printf '  %s: {environment: {JAVA_TOOL_OPTIONS: "'"$1"'"}}\n' "${services[@]}"; } >"$work/java.yml"
  files=("${files_as_given[@]}" -f "$work/java.yml")
}
seconds_to_start() { # SERVICE: as Boot says it, from the start of the JVM
  compose logs --no-log-prefix "$1" | sed -n 's/.*process running for \([0-9.]*\).*/\1/p' | tail -n 1
}
cpu_seconds() { # SERVICE: that its JVM has used by now
  compose exec -T "$1" bash -c 'read -ra stat </proc/1/stat; echo $((stat[13] + stat[14]))' | awk '{ printf "%.1f", $1 / 100 }'
}
measure_one() { # OPTION
  with_java_options "$1"
  local run
  for run in 1 2 3; do
    up --no-deps --force-recreate appointment-service
    echo "$(seconds_to_start appointment-service) s, $(cpu_seconds appointment-service) s of CPU"
  done
}
measure_fleet() { # OPTION
  local begun service sum=0
  with_java_options "$1"
  compose stop >/dev/null 2>&1
  begun=$SECONDS
  up
  echo "all healthy after $((SECONDS - begun)) s, databases and broker included; of the JVMs:"
  for service in "${services[@]}"; do
    printf '  %-22s ready %5s s, CPU %5s s\n' "$service" "$(seconds_to_start "$service")" "$(cpu_seconds "$service")"
  done
}
instances() { # SERVICE: how many of it the register knows
  compose exec -T discovery bash -c 'exec 3<>/dev/tcp/127.0.0.1/8761
    known=$(printf "carelane:%s" "$(</run/secrets/carelane.discovery.password)" | base64 --wrap=0)
    printf "GET /eureka/apps HTTP/1.0\r\nAuthorization: Basic %s\r\n\r\n" "$known" >&3; cat <&3' | grep -c "<instanceId>$1:" || :
}

has_two() { [ "$(instances "$1")" = 2 ]; }

# --- the try ---------------------------------------------------------------------------------------------------------

if [ $stand_ins ]; then
  say "Making the stand-ins"
  $here/stand-ins/make.sh
fi

if [ $build ]; then
  say "Building the images"
  for service in "${services[@]}"; do
    begun=$SECONDS
    compose build "$service" >"$work/build.log" 2>&1 || { tail -n 40 "$work/build.log" >&2; fail "cannot build $service"; }
    echo "$service: $((SECONDS - begun)) s"
  done
fi
for service in "${services[@]}"; do docker images --format '{{.Repository}} {{.Size}}' "carelane/$service"; done

say "Starting"
begun=$SECONDS
up
echo "all healthy after $((SECONDS - begun)) s"
api=http://$(compose port gateway 8080 | sed 's/0\.0\.0\.0/127.0.0.1/')/api/v1
mails=http://$(compose port mailpit 8025 | sed 's/0\.0\.0\.0/127.0.0.1/')

say "Booking"
prepare
book

say "Memory"
docker stats --no-stream --format 'table {{.Name}}\t{{.MemUsage}}\t{{.PIDs}}'

files_as_given=("${files[@]}")
say "Two of each service"
files+=(-f compose.scale.yml)
up --no-recreate
for service in "${services[@]:2}"; do
  until_true 60 "the register does not know two of $service" has_two "$service"
  echo "$service: 2 in the register"
done
book
book

say "SIGTERM to one of the two appointment-services while requests come"
one=$(containers appointment-service | awk 'NR == 1')
(while [ ! -e "$work/stopped" ]; do
  curl -s -o /dev/null --max-time 20 -w '%{http_code}\n' "$api/doctors" || :
  sleep 0.05 # else the gateway says 429
done >"$work/answers") &
begun=$SECONDS
docker stop --time 60 "$one" >/dev/null
touch "$work/stopped"
wait
code=$(docker inspect -f '{{.State.ExitCode}}' "$one")
[ "$code" = 143 ] || fail "it ended with $code"
echo "it ended with $code after $((SECONDS - begun)) s; meanwhile answers by status: $(sort "$work/answers" | uniq -c | tr -s ' \n' ' ')"
[ "$(sort -u "$work/answers")" = 200 ] || fail "a request was lost"

say "Down, and up again with the same volumes"
compose down >/dev/null 2>&1
files=("${files_as_given[@]}")
up
mails=http://$(compose port mailpit 8025 | sed 's/0\.0\.0\.0/127.0.0.1/')
until_true 60 "the patient cannot sign in any more" can_sign_in "$email" a-password-to-try-with
token=$(sign_in "$email" a-password-to-try-with)
is_confirmed || fail "the appointment is gone"
echo "the appointment is still CONFIRMED"
book

say "Prometheus"
targets() { compose exec -T prometheus promtool query instant http://localhost:9090 'count by (application) (up == 1)'; }
all_targets() { [ "$(targets | grep -c 'application=.* => [1-9]')" -ge ${#services[@]} ]; }
until_true 60 "Prometheus does not scrape all services: $(targets)" all_targets
targets

if [ ! $quick ]; then
  say "Start of appointment-service with the AOT cache (the JVM would refuse to start without)"
  measure_one -XX:AOTMode=on
  say "Start of appointment-service without"
  measure_one -XX:AOTMode=off
  say "Start of the fleet with the AOT cache"
  measure_fleet -XX:AOTMode=on
  say "Start of the fleet without"
  measure_fleet -XX:AOTMode=off
fi

say "Everything went well"
