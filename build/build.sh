# Building, only when a source is newer. Sourced by ./centra.

# Files are compared with the beginning of the last build, folders (something was deleted) with its end.
is_stale() {
    local stamp=$work/$1.$CentraEngine sources=$2
    [ -f "$stamp.begun" ] && [ -f "$stamp.ended" ] || return 0
    # The sources are patterns, to be expanded here.
    # shellcheck disable=SC2086
    [ -n "$(cd "$root" && find $sources Directory.* BannedSymbols.txt global.json .editorconfig \
        \( -name bin -o -name obj -o -name results \) -prune -o \
        \( -type f ! -name packages.lock.json -newer "$stamp.begun" -o -type d -newer "$stamp.ended" \) -print -quit)" ]
}

# build NAME WHAT SOURCES: builds in Release where a source is newer; quiet unless it fails.
build() {
    local stamp=$work/$1.$CentraEngine
    is_stale "$1" "$3" || return 0
    rm -f "$stamp.ended"
    touch "$stamp.begun"
    echo "Building ($CentraEngine)." >&2
    if ! dotnet build "$root/$2" -c Release -v q -nologo -nodeReuse:false >"$stamp.log" 2>&1; then
        grep -E '(error|warning) ' "$stamp.log" | sort -u >&2 || cat "$stamp.log" >&2
        fail "the build failed; all of its output is in $stamp.log."
    fi
    touch "$stamp.ended"
}

build_app() { build app Centra.App.slnf 'Centra.*'; }
build_all() { build all Centra.sln 'Centra.* tests bench'; }

# The program that a project builds.
output() { echo "$root/$1/bin/$CentraEngine/Release/net10.0/$(basename "$1").dll"; }
