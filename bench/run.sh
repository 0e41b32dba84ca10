#!/bin/sh
# Runs one load program: bench/run.sh PageBench [ARGUMENTS]. Build first: mvn -q -DskipTests -Dfast package
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
[ -f "$here/target/classpath.txt" ] || {
    echo "bench: not built yet; run: mvn -q -DskipTests -Dfast install" >&2
    exit 2
}
program=$1
shift
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" ${BENCH_JAVA_OPTIONS:-} \
    -cp "$here/target/classes:$(cat "$here/target/classpath.txt")" "dev.roamlab.bench.$program" "$@"
