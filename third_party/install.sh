# Sourced by app/run and tests/run: installs the Debian packages of packages.txt that are missing, and builds.
# Needs $root, the folder of the repository.

# The packages of the named sections of packages.txt, one a line.
packages_of() {
  local section wanted=" $* " current=""
  while read -r section; do
    case "$section" in
      ''|'#'*) ;;
      '['*']') current="${section#[}"; current="${current%]}" ;;
      *) case "$wanted" in *" $current "*) echo "$section" ;; esac ;;
    esac
  done < "$root/third_party/packages.txt"
}

# Installs what is missing of the named sections; says so first. Ends the script where it cannot.
ensure_packages() {
  local package missing=() as_root=()
  if ! command -v dpkg-query > /dev/null || ! command -v apt-get > /dev/null; then
    ensure_without_apt "$@"
    return
  fi
  for package in $(packages_of "$@"); do
    [ "$(dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2> /dev/null | cut -c1-2)" = ii ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "Forkscope needs these Debian packages and installs them now: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo > /dev/null; then
      echo "Installing needs root, and there is no sudo here. As root, run: apt-get install --no-install-recommends ${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get -q update || true
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
       -o DPkg::Lock::Timeout=300 install "${missing[@]}"; then
    echo "apt-get could not install: ${missing[*]}. Its message is above." >&2
    exit 1
  fi
}

# Without apt the packages cannot be looked up by name; what they give can.
ensure_without_apt() {
  local tool absent=()
  for tool in g++ cmake ninja pkg-config msgfmt python3; do
    command -v "$tool" > /dev/null || absent+=("$tool")
  done
  [ -x /usr/bin/glad ] || absent+=(glad)
  local library
  for library in imgui glfw3 freetype2 libpng fmt md4c; do
    pkg-config --exists "$library" 2> /dev/null || absent+=("$library")
  done
  [ ${#absent[@]} -eq 0 ] && return
  echo "There is no apt-get here, and these are missing: ${absent[*]}." >&2
  echo "Install them with your system's package manager; third_party/packages.txt has Debian's names for all that is needed." >&2
  exit 1
}

# build_preset PRESET TESTS TARGET...: configures (the first time, and when the tests are wanted now; ninja does it again by
# itself when needed) and builds. TESTS is ON or OFF.
build_preset() {
  local preset="$1" tests="$2" folder="$root/build/$1"
  shift 2
  mkdir -p "$root/build"
  if [ ! -f "$folder/build.ninja" ] || { [ "$tests" = ON ] && ! grep -qs '^FORKSCOPE_TESTS:BOOL=ON' "$folder/CMakeCache.txt"; }; then
    (cd "$root" && cmake --preset "$preset" -DFORKSCOPE_TESTS="$tests" > "$root/build/$preset.log" 2>&1) || {
      cat "$root/build/$preset.log" >&2
      echo "CMake could not configure; its message is above." >&2
      exit 1
    }
  fi
  ninja -C "$folder" --quiet "$@"
}
