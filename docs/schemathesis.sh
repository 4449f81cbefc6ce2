#!/bin/sh
# Asks a running fleet what it answers, by Schemathesis (pip install schemathesis), and compares it
# with the published description. See api-check.md.
#
#   docs/schemathesis.sh [GATEWAY [options of schemathesis run]]
set -eu

gateway=${1:-http://127.0.0.1:8080}
[ $# -eq 0 ] || shift
description=$(dirname "$0")/../contracts/openapi/carelane.json

if ! command -v schemathesis >/dev/null; then
  echo "Schemathesis is not installed: pip install schemathesis" >&2
  exit 2
fi

token() {
  curl -sf "$gateway/api/v1/auth/login" -H 'Content-Type: application/json' \
    -d "{\"email\":\"$1\",\"password\":\"$2\"}" |
    sed 's/.*"accessToken":"\([^"]*\)".*/\1/'
}
token=$(token "${CARELANE_EMAIL:-patient@carelane.example}" \
  "${CARELANE_PASSWORD:-carelane-demo-patient}")

# The stream is left out: its schema is that of the whole body, Schemathesis takes it for an event's.
exec schemathesis run "$description" --url "$gateway" \
  --header "Authorization: Bearer $token" \
  --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance \
  --exclude-operation-id streamNotifications \
  --rate-limit 20/s "$@"
