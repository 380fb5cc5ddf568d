# shellcheck shell=bash
# Sourced by the other tools: from a fresh clone to a built tree. All it says goes to stderr.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# In CI warnings are errors, in a build folder of its own.
case "${CI:-}" in
  '' | 0 | false) preset=release ;;
  *) preset=ci ;;
esac
build="$top/build/$preset"

# missing_packages LIST: the packages of a list that are not installed.
missing_packages() {
  local package
  command -v dpkg-query > /dev/null || return 0 # not Debian: CMake names what it does not find
  sed 's/#.*//' "$1" | while read -r package; do
    [ -z "$package" ] && continue
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2> /dev/null | grep -qx installed || printf '%s ' "$package"
  done
}

install_packages() {
  local packages=$1 as_root=() lists log="$build/apt.log"
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo > /dev/null && { sudo -n true 2> /dev/null || [ -t 0 ]; }; then
      as_root=(sudo)
    else
      echo "zhibiao needs these Debian packages, and neither root nor sudo is here to install them: $packages" >&2
      exit 2
    fi
  fi
  echo "installing: $packages" >&2
  # Lists older than a day (or none, as in a fresh container) may name packages that are gone.
  lists=$(find /var/lib/apt/lists -maxdepth 1 -name '*_Packages*' -mtime -1 2> /dev/null | head -n 1)
  if [ -z "$lists" ]; then
    "${as_root[@]}" apt-get update -qq > "$log" 2>&1 || echo "apt-get update failed; trying with the lists at hand" >&2
  fi
  # shellcheck disable=SC2086  # a list of words
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $packages > "$log" 2>&1; then
    cat "$log" >&2
    echo "apt-get could not install: $packages" >&2
    exit 2
  fi
}

# install_for WHAT: the packages of tools/packages-WHAT.txt, which only some tests and tools need; a first build does
# without them.
install_for() {
  local packages
  mkdir -p "$build"
  packages=$(missing_packages "$top/tools/packages-$1.txt")
  [ -z "$packages" ] || install_packages "${packages% }"
}

# need PROGRAM PACKAGE: ends the tool where the program is missing, with the package that has it.
need() {
  command -v "$1" > /dev/null && return
  echo "tools/$(basename "$0"): no $1 here; install the package $2" >&2
  exit 2
}

# use_preset NAME: builds with another preset from here on, in its own folder.
use_preset() {
  preset=$1
  build="$top/build/$preset"
}

# build_tree TARGET: installs, configures and builds what is missing or stale; quiet where nothing is.
build_tree() {
  local packages lock
  mkdir -p "$build"
  exec {lock}> "$build/.lock"
  flock "$lock"
  if [ ! -f "$build/.packages" ] || [ "$top/tools/packages.txt" -nt "$build/.packages" ]; then
    packages=$(missing_packages "$top/tools/packages.txt")
    [ -z "$packages" ] || install_packages "${packages% }"
    : > "$build/.packages"
  fi
  if [ ! -f "$build/build.ninja" ]; then
    echo "configuring $build" >&2
    (cd "$top" && cmake --preset "$preset" > "$build/configure.log" 2>&1) || {
      cat "$build/configure.log" >&2
      exit 2
    }
  fi
  # Ninja finds out by itself what is stale, new and deleted files included; its routine lines are dropped.
  ninja -C "$build" "$1" 2>&1 |
    { grep --line-buffered -vE '^ninja: (Entering|no work)|Re-checking globbed' >&2 || true; }
  [ "${PIPESTATUS[0]}" -eq 0 ] || exit 2
  exec {lock}>&-
}
