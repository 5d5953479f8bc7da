#!/bin/sh
# Fuzzes the C reader with Jazzer: bench/fuzz-c.sh SECONDS [KERNEL_TREE]
# Seeds: the beginnings of files of a kernel tree (GALLEY_KERNEL or the second argument), the fixtures
# of kernel C, and what earlier runs kept in target/fuzz-c. Exit status: Jazzer's; 0 without a find.
set -eu
cd "$(dirname "$0")/.."
seconds=${1:?usage: bench/fuzz-c.sh SECONDS [KERNEL_TREE]}
kernel=${2:-${GALLEY_KERNEL:-}}
unset JAVA_TOOL_OPTIONS || true

if [ ! -f target/bench.classpath ]; then
  echo "build first:  mvn -B -ntp -Pbench test-compile" >&2
  exit 2
fi
classpath="target/test-classes:target/classes:$(cat target/bench.classpath)"
mkdir -p target/fuzz-c/corpus target/fuzz-c/seeds target/fuzz-c/finds

find fixtures/kernelc -type f -size -16k | LC_ALL=C sort | while read -r file; do
  cp "$file" "target/fuzz-c/seeds/$(echo "$file" | tr / _)"
done
if [ -n "$kernel" ]; then
  # Every 97th file of some folders, its first 4000 octets.
  (cd "$kernel" && find drivers/pci arch/s390 arch/powerpc kernel lib net/core include/linux -name '*.[ch]') \
    | LC_ALL=C sort | awk 'NR % 97 == 1' | while read -r file; do
      head -c 4000 "$kernel/$file" > "target/fuzz-c/seeds/$(echo "$file" | tr / _)"
    done
fi
echo "seeds: $(find target/fuzz-c/seeds -type f | wc -l) files"

exec java -XX:+UseSerialGC -Xmx1500m -cp "$classpath" com.code_intelligence.jazzer.Jazzer \
  --target_class=dev.galley.bench.CReaderFuzz \
  '--instrumentation_includes=dev.galley.**' \
  --reproducer_path=target/fuzz-c/finds \
  --keep_going=10 \
  -artifact_prefix=target/fuzz-c/finds/ \
  -dict=bench/fuzz-c.dict -max_len=8192 -timeout=20 -rss_limit_mb=0 -print_final_stats=1 \
  "-max_total_time=$seconds" target/fuzz-c/corpus target/fuzz-c/seeds
