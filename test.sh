#!/usr/bin/env bash
# Installs what the tests need where it is missing, builds everything with warnings as errors, and runs all tests.
# Arguments go to the test runner, for example: ./test.sh --filter-class '*ParityTests'
set -euo pipefail
cd "$(dirname "$0")"

need() { # need PROGRAM PACKAGE...: the program on PATH, else its Debian packages where this user may install them
  local program=$1
  shift
  command -v "$program" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null
  else
    echo "test.sh: $program is missing; the tests that need it are skipped" >&2
  fi
}

need node nodejs npm
need chromium chromium
need wrk wrk
PATH=$PATH:/usr/sbin
need nginx nginx-light
need varnishd varnish
need systemd-analyze systemd

if command -v npm >/dev/null; then
  for folder in tests/contracts src/KzFacts.Api/GraphiQL; do
    # Installs again only after a change of the lock file.
    [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] ||
      npm --prefix "$folder" ci --no-audit --no-fund --loglevel=error
  done
  [ src/KzFacts.Api/wwwroot/graphiql/graphiql.js -nt src/KzFacts.Api/GraphiQL/graphiql.jsx ] ||
    npm --prefix src/KzFacts.Api/GraphiQL run --silent bundle -- --log-level=error
fi

dotnet build KzFacts.sln --nologo --verbosity quiet
dotnet test --solution KzFacts.sln --no-build --ignore-exit-code 8 "$@" # 8: a filter leaves a project without tests
