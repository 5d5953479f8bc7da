#!/bin/sh
# Times, on the same mbox: galley in one JVM; git mailsplit, then git mailinfo and git apply --numstat
# for each mail; Python's mailbox and email. Usage: GALLEY_CORPUS=DIR bench/compare-git.sh
# Prints wall seconds and processor seconds (user + system): on a busy machine only the latter compare.
set -eu
cd "$(dirname "$0")/.."
: "${GALLEY_CORPUS:?set it to a folder of mboxes}"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Empty Java options and git configuration, so that nothing of this machine is measured.
export HOME="$work" GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL=/dev/null LC_ALL=C.UTF-8 TZ=UTC
unset JAVA_TOOL_OPTIONS || true

if [ ! -f target/bench.classpath ]; then
  echo "build first:  mvn -B -ntp -Pbench test-compile" >&2
  exit 2
fi
classpath="target/test-classes:target/classes:$(cat target/bench.classpath)"

find "$GALLEY_CORPUS" -name '*.mbox' | LC_ALL=C sort | while read -r file; do
  cat "$file"
done > "$work/all.mbox"
echo "mbox: $(wc -c < "$work/all.mbox") bytes, $(grep -c '^From ' "$work/all.mbox") separators"
echo "load: $(cut -d' ' -f1-3 < /proc/loadavg)"

timed() {
  name=$1
  shift
  /usr/bin/time -f "%e %U %S" -o "$work/time" "$@" > "$work/out" 2> "$work/err" || {
    cat "$work/err" >&2
    exit 1
  }
  awk -v name="$name" '{printf "%-34s wall %7.2f s   cpu %7.2f s\n", name, $1, $2 + $3}' "$work/time"
}

timed "galley, cold JVM, 1 round" \
  java -XX:+UseSerialGC -Xmx256m -cp "$classpath" dev.galley.bench.Stat "$work/all.mbox" STAT 1
sed 's/^/    /' "$work/out"
timed "galley, 12 rounds in one JVM" \
  java -XX:+UseSerialGC -Xmx256m -cp "$classpath" dev.galley.bench.Stat "$work/all.mbox" STAT 12
tail -n 1 "$work/out" | sed 's/^/    /'

mkdir "$work/split" "$work/plain"
cat > "$work/git.sh" <<'GIT'
set -eu
git mailsplit --mboxrd -o"$1/split" "$1/all.mbox" > /dev/null
cd "$1/plain"
for mail in "$1"/split/*; do
  git mailinfo msg patch < "$mail" > info 2> /dev/null || true
  git apply --numstat patch 2> /dev/null || true
done | awk '{added += $1; removed += $2; files++} END {print files " files, +" added " -" removed}'
GIT
timed "git mailsplit, mailinfo, apply" sh "$work/git.sh" "$work"
sed 's/^/    /' "$work/out"

cat > "$work/mails.py" <<'PYTHON'
import email.policy, mailbox, sys
mails = octets = 0
for message in mailbox.mbox(sys.argv[1]):
    mails += 1
    str(message["subject"])
    for part in message.walk():
        if part.get_content_maintype() == "text":
            octets += len(part.get_payload(decode=True) or b"")
print(mails, "mails,", octets, "octets of text; no diff is read")
PYTHON
if command -v python3 > /dev/null; then
  timed "python mailbox + email" python3 "$work/mails.py" "$work/all.mbox"
  sed 's/^/    /' "$work/out"
fi
