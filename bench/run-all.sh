#!/bin/sh
# Runs all benchmarks and prints their tables as they stand in docs/benchmarks.md. Takes about twenty minutes.
# Build first, in the project's folder: mvn -q -DskipTests -Dfast install
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
cd "$here/.."

section() {
    printf '\n## %s\n\n`%s`\n\n' "$1" "$2"
}

printf '%s, %s cores, %s of memory, %s\n' "$(date -u +%Y-%m-%d)" "$(nproc)" \
    "$(awk '/MemTotal/ { printf "%.0f GiB", $2 / 1048576 }' /proc/meminfo)" \
    "$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -version 2>&1 | sed -n 2p)"
printf 'load before the start: %s\n' "$(cut -d' ' -f1-3 /proc/loadavg)"

section "Page of 50 locations" "bench/run.sh PageBench"
bench/run.sh PageBench

section "PUT of a session" "bench/run.sh SessionPutBench"
bench/run.sh SessionPutBench

section "Pricing a session" "bench/run.sh PricingBench"
bench/run.sh PricingBench | grep -E '^(Benchmark|PricingBench)'

section "Start" "bench/run.sh StartBench"
bench/run.sh StartBench

for measure in "idle runs=3" "small runs=3" "storm runs=3" "trips runs=3" "live"; do
    section "Chargers: $measure" "bench/run.sh ChargerBench $measure"
    # shellcheck disable=SC2086
    bench/run.sh ChargerBench $measure
done

section "Store" "bench/run.sh StoreBench FOLDER"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
bench/run.sh StoreBench "$folder/store"
