#!/bin/bash
# Makes images that stand in for the public ones where no registry can be reached: try.sh --stand-ins runs it.
# Needs root, debootstrap, a Debian mirror, JAVA_HOME at a JDK 25, the built jars, and a Docker engine.
# DEBIAN_ROOT=<directory> is what debootstrap made before, where there is no network either.
# Their names are their own (stand-ins.env), so that they never pass for the real ones.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../../.." && pwd)
: "${JAVA_HOME:?set JAVA_HOME to a JDK 25}"
build_image=${BUILD_IMAGE:-}
. "$here/stand-ins.env"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Those of Temurin's own runtime image, more or less.
modules=java.se,jdk.attach,jdk.charsets,jdk.crypto.cryptoki,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.localedata
modules=$modules,jdk.management,jdk.management.agent,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs
is_there() { docker image inspect "$1" >/dev/null 2>&1; }

# eclipse-temurin: Debian with a Java runtime. Debian's Prometheus and socat are for the images below.
if ! is_there "$RUNTIME_IMAGE"; then
  if [ -n "${DEBIAN_ROOT:-}" ]; then
    cp -a "$DEBIAN_ROOT" "$work/root"
  else
    debootstrap --variant=minbase --include=ca-certificates,socat,prometheus bookworm "$work/root" \
      "${DEBIAN_MIRROR:-http://deb.debian.org/debian}"
  fi
  rm -rf "$work/root"/var/cache/apt/archives/*.deb "$work/root"/var/lib/apt/lists/* "$work/root"/usr/share/{doc,man,locale}/*
  mkdir -p "$work/root/opt/java"
  "$JAVA_HOME/bin/jlink" --add-modules "$modules" --strip-java-debug-attributes --no-header-files --no-man-pages \
    --compress zip-6 --generate-cds-archive --output "$work/root/opt/java/openjdk"
  tar -C "$work/root" -c . | docker import --change 'ENV JAVA_HOME=/opt/java/openjdk' \
    --change 'ENV PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
    --change 'ENV LANG=C.UTF-8' - "$RUNTIME_IMAGE"
fi

# maven: the same with a JDK, this machine's Maven and what its local repository holds; for JARS=build.
if [ "$build_image" = carelane-stand-in/maven:3 ] && ! is_there "$build_image"; then
  maven=$(dirname "$(dirname "$(readlink -f "$(command -v mvn)")")")
  mkdir -p "$work/maven/opt" "$work/maven/root/.m2" "$work/maven/usr/bin"
  cp -r "$JAVA_HOME" "$work/maven/opt/jdk"
  cp -rL "$maven" "$work/maven/opt/maven"
  cp -r ~/.m2/repository "$work/maven/root/.m2/"
  echo '<settings><offline>true</offline></settings>' >"$work/maven/root/.m2/settings.xml"
  printf 'FROM %s\nCOPY . /\nENV JAVA_HOME=/opt/jdk PATH=/opt/maven/bin:/opt/jdk/bin:/usr/bin:/bin\n' "$RUNTIME_IMAGE" \
    >"$work/Dockerfile.maven"
  docker build -q -f "$work/Dockerfile.maven" -t "$build_image" "$work/maven"
fi

# The embedded database, the broker and the mail server, which are in the jar of the local fleet.
mkdir "$work/context"
cp "$here"/{mongodb,kafka,mailpit,mailpit-page} "$work/context/"
cp "$project"/local/target/local-*-exec.jar "$work/context/servers.jar"
for image in MONGODB KAFKA MAILPIT PROMETHEUS; do
  name=${image}_IMAGE
  docker build -q -f "$here/Dockerfile" --build-arg "RUNTIME_IMAGE=$RUNTIME_IMAGE" \
    --target "${image,,}" -t "${!name}" "$work/context"
done
