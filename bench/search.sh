#!/bin/bash
# Times one search three ways on a kernel tree: git grep (words only), spatch (types, default and all
# includes) and, when it is built and knows the command, galley search (cold, then with its index).
# Usage: GALLEY_KERNEL=DIR bench/search.sh [RUNS]      RUNS defaults to 3; JOBS (spatch -j) to 2
# Prints wall and processor seconds of each run, and how many sites came out.
set -eu
cd "$(dirname "$0")/.."
: "${GALLEY_KERNEL:?set it to a kernel tree, a git checkout}"
here=$PWD
tree=$(cd "$GALLEY_KERNEL" && pwd)
runs=${1:-3}
jobs=${JOBS:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

# Both searches of issue 3 at once, as one script.
cat > "$work/both.cocci" << 'COCCI'
@site@
struct pci_dev *d;
position p;
@@
(
d->is_physfn@p
|
d->is_virtfn@p
)

@script:python@
p << site.p;
@@
print("%s\t%s\t%d" % (p[0].file, p[0].line, int(p[0].column) + 1))
COCCI

echo "load: $(cut -d' ' -f1-3 < /proc/loadavg), spatch -j $jobs, $runs runs each"

# timed NAME COMMAND...: runs in the tree; one site per line of standard output.
timed() {
  local name=$1 run
  shift
  for ((run = 1; run <= runs; run++)); do
    (cd "$tree" && /usr/bin/time -f '%e %U %S' -o "$work/time" "$@" > "$work/out" 2> "$work/err") || {
      echo "$name failed:" >&2
      tail -n 5 "$work/err" >&2
      return 1
    }
    awk -v name="$name" -v sites="$(LC_ALL=C sort -u "$work/out" | wc -l)" \
      '{printf "%-38s wall %7.2f s   cpu %7.2f s   %5d lines\n", name, $1, $2 + $3, sites}' "$work/time"
  done
}

timed "git grep -nwE" git grep -nwE 'is_physfn|is_virtfn'

if command -v spatch > /dev/null; then
  spatch=(spatch --very-quiet --sp-file "$work/both.cocci" --dir . -j "$jobs")
  timed "spatch, default includes" "${spatch[@]}"
  timed "spatch, and headers" "${spatch[@]}" --include-headers
  timed "spatch, headers, all includes" "${spatch[@]}" --include-headers --all-includes
  timed "spatch, headers, recursive includes" "${spatch[@]}" --include-headers --recursive-includes
fi

galley=${GALLEY:-$here/bin/galley}
if [ -x "$galley" ] && "$galley" search --help > /dev/null 2>&1; then
  export HOME="$work/home" XDG_CACHE_HOME="$work/home/.cache"
  pattern='struct pci_dev *d; d->is_virtfn'
  cold() {
    rm -rf "$HOME"
    mkdir -p "$XDG_CACHE_HOME"
    "$@"
  }
  total=$runs
  runs=1
  for ((i = 1; i <= total; i++)); do
    cold timed "galley search, no index" "$galley" search --base "$tree" --format vimgrep "$pattern"
  done
  runs=$total
  timed "galley search, with index" "$galley" search --base "$tree" --format vimgrep "$pattern"
else
  echo "galley search: not built here, left out"
fi
