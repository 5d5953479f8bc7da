#!/bin/bash
# Times the two searches of issue 3, is_physfn and is_virtfn of struct pci_dev, each by itself, with
# three tools on a kernel tree: git grep (words only), spatch (types, default and all includes), and
# bin/galley as it is built (without an index, then with one that it makes first).
# Usage: GALLEY_KERNEL=DIR bench/search.sh [RUNS]
#        RUNS defaults to 5; SPATCH_RUNS to 1, 0 leaves it out; JOBS (spatch -j) to 2
# Prints wall and processor seconds, the median of the runs, and how many lines came out. Before each
# search: the load, which says what the wall times are worth.
set -eu
cd "$(dirname "$0")/.."
: "${GALLEY_KERNEL:?set it to a kernel tree, a git checkout}"
here=$PWD
tree=$(cd "$GALLEY_KERNEL" && pwd)
runs=${1:-5}
spatch_runs=${SPATCH_RUNS:-1}
jobs=${JOBS:-2}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8

# timed RUNS NAME COMMAND...: runs in the tree; one site per line of standard output.
timed() {
  local total=$1 name=$2 run
  shift 2
  : > "$work/times"
  for ((run = 1; run <= total; run++)); do
    # A search that finds nothing ends with 1.
    (cd "$tree" && /usr/bin/time -q -f '%e %U %S' -o "$work/time" "$@" > "$work/out" 2> "$work/err") || {
      echo "$name failed:" >&2
      tail -n 5 "$work/err" >&2
      return 1
    }
    tail -n 1 "$work/time" | awk '{print $1, $2 + $3}' >> "$work/times"
  done
  printf '%-40s wall %7.2f s   cpu %7.2f s   %5d lines\n' "$name" \
    "$(median 1)" "$(median 2)" "$(sort -u "$work/out" | wc -l)"
}

median() {
  cut -d' ' -f"$1" "$work/times" | sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'
}

galley=${GALLEY:-$here/bin/galley}
"$galley" search --help > /dev/null || {
  echo "bench/search.sh: $galley does not run: mvn package builds it" >&2
  exit 1
}
export XDG_CACHE_HOME="$work/cache"
mkdir -p "$XDG_CACHE_HOME"

echo "$runs runs each, medians; spatch $spatch_runs, -j $jobs"
timed 1 "galley search --index=make, once" \
  "$galley" search --base "$tree" --index=make --format vimgrep 'struct pci_dev *d; d->is_physfn'
for name in is_physfn is_virtfn; do
  echo "$name, load $(cut -d' ' -f1-3 < /proc/loadavg):"
  pattern="struct pci_dev *d; d->$name"
  timed "$runs" "  git grep -nw" git grep -nw "$name"
  timed "$runs" "  galley search, no index" \
    "$galley" search --base "$tree" --index=never --format vimgrep "$pattern"
  timed "$runs" "  galley search, with index" \
    "$galley" search --base "$tree" --format vimgrep "$pattern"
  if [ "$spatch_runs" -gt 0 ] && command -v spatch > /dev/null; then
    spatch=(spatch --very-quiet --sp-file "$here/bench/search/$name.cocci" --dir . -j "$jobs")
    timed "$spatch_runs" "  spatch, default includes" "${spatch[@]}"
    timed "$spatch_runs" "  spatch, and headers" "${spatch[@]}" --include-headers
    timed "$spatch_runs" "  spatch, headers, all includes" \
      "${spatch[@]}" --include-headers --all-includes
  fi
done
