#!/bin/sh
# Writes secrets that nobody knows yet for docker-compose.yml; those that are there already stay.
# usage: make-secrets.sh DIRECTORY, which is then CARELANE_SECRETS_DIRECTORY in .env
# The files can be read by the containers' users, hence by all; so only their owner may enter the directory.
set -eu
directory=${1:?usage: make-secrets.sh DIRECTORY}
mkdir -p "$directory"
chmod 700 "$directory"
write() { # NAME VALUE
  [ -e "$directory/$1" ] || { printf '%s\n' "$2" >"$directory/$1"; echo "made $directory/$1"; }
  chmod 644 "$directory/$1"
}
random() { LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c "$1"; }

for service in auth appointment payment notification chat; do
  write "mongodb-$service-service-password" "$(random 32)"
done
write mongodb-root-password "$(random 32)"
write mongodb-key "$(random 512)"
write discovery-password "$(random 32)"
# Seals the signing keys in the database: keep it as long as that.
write key-encryption-secret "$(random 48)"
write administrator-password "$(random 24)"
write grafana-password "$(random 24)"
# Given by the provider of the SMTP server
write smtp-password ""
