# Which engine runs the grains: Orleans where all of it restores, else Embedded. Sourced by ./centra.

orleans_version() { sed -n 's/.*<OrleansVersion>\(.*\)<.*/\1/p' "$root/Directory.Packages.props"; }

# Whatever may change the answer: SDK, versions asked for, where packages come from.
engine_key() {
    local folder=$root configs=("$HOME/.nuget/NuGet/NuGet.Config" "$HOME/.config/NuGet/NuGet.Config")
    while :; do
        configs+=("$folder"/[Nn]u[Gg]et.[Cc]onfig)
        [ "$folder" = / ] && break
        folder=$(dirname "$folder")
    done
    { echo "$sdk"; cat "$root/Directory.Packages.props" "${configs[@]}" "${RestoreConfigFile:-/dev/null}" 2>/dev/null || true; } | sha256sum | cut -d' ' -f1
}

# A mirror may have some packages and lack others: only a restore of the whole tree, with all that its rules refuse, counts.
probe_orleans() {
    local log=$work/probe.log version missing
    version=$(orleans_version)
    if CentraEngine=Orleans timeout 300 dotnet restore "$root/Centra.sln" -v q -nodeReuse:false >"$log" 2>&1; then
        echo "Orleans Orleans $version restores here"
    elif missing=$(sed -n 's/.*NU110[0-3]: .*[Pp]ackage \([A-Za-z0-9.]*[A-Za-z0-9]\).*/\1/p; s/.*NU1603: .* but \([A-Za-z0-9. ]*\) was not found.*/\1/p' "$log" | head -1) && [ -n "$missing" ]; then
        echo "Embedded Orleans $version does not restore here, $missing is missing"
    else
        echo "Embedded-for-now Orleans $version could not be fetched just now"
    fi
}

# Sets CentraEngine, why it is so, and all engines that the tests run on, the one that runs here first.
choose_engine() {
    local key cache=$work/engine known='' engine='' reason=''
    if [ -n "${CentraEngine:-}" ]; then
        why="CentraEngine says so" engines=("$CentraEngine")
    else
        key=$(engine_key)
        [ ! -f "$cache" ] || read -r known engine reason <"$cache" || true
        # What failed for a passing reason is tried again after an hour.
        if [ "$known" != "$key" ] || { [ "$engine" = Embedded-for-now ] && [ -z "$(find "$cache" -mmin -60)" ]; }; then
            echo "Looking once whether Orleans restores here." >&2
            read -r engine reason < <(probe_orleans)
            echo "$key $engine $reason" >"$cache"
        fi
        CentraEngine=${engine%-for-now} why=$reason engines=("$CentraEngine")
        [ "$CentraEngine" = Embedded ] || engines+=(Embedded)
    fi
    export CentraEngine
}

announce_engine() { echo "Engine: $CentraEngine, because $why." >&2; }
