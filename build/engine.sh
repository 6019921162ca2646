# Which engine runs the grains: Orleans where all of it restores, else Embedded. Sourced by ./centra.

orleans_packages() { sed -n 's/.*PackageVersion Include="\(Microsoft\.Orleans\.[^"]*\)".*/\1/p' "$root/Directory.Packages.props"; }
orleans_version() { sed -n 's/.*<OrleansVersion>\(.*\)<.*/\1/p' "$root/Directory.Packages.props"; }

# Whatever may change the answer: SDK, versions asked for, where packages come from.
engine_key() {
    local folder=$root configs=("$HOME/.nuget/NuGet/NuGet.Config" "$HOME/.config/NuGet/NuGet.Config")
    while :; do
        configs+=("$folder"/[Nn]u[Gg]et.[Cc]onfig)
        [ "$folder" = / ] && break
        folder=$(dirname "$folder")
    done
    { echo "$sdk"; orleans_version; orleans_packages; cat "${configs[@]}" "${RestoreConfigFile:-/dev/null}" 2>/dev/null || true; } | sha256sum | cut -d' ' -f1
}

# A mirror may have some packages and lack others: only a whole restore counts. It happens outside of the tree's own obj folders.
probe_orleans() {
    local probe=$work/probe version package
    version=$(orleans_version)
    mkdir -p "$probe"
    for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' >"$probe/$file"; done
    {
        echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>'
        for package in $(orleans_packages); do echo "<PackageReference Include=\"$package\" Version=\"$version\" />"; done
        echo '</ItemGroup></Project>'
    } >"$probe/probe.csproj"
    if timeout 300 dotnet restore "$probe/probe.csproj" -v q >"$probe/log" 2>&1; then
        echo "Orleans Orleans $version restores here"
    elif missing=$(grep -o 'NU110[0-3]: [^.]*[Pp]ackage [A-Za-z.]*[A-Za-z]' "$probe/log" | head -1 | sed 's/.* //') && [ -n "$missing" ]; then
        echo "Embedded Orleans $version does not restore here, $missing is missing"
    else
        echo "Embedded-for-now Orleans $version could not be fetched just now"
    fi
}

# Sets CentraEngine, why it is so, and all engines that the tests run on.
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
        CentraEngine=${engine%-for-now} why=$reason engines=(Embedded)
        [ "$CentraEngine" = Embedded ] || engines+=("$CentraEngine")
    fi
    export CentraEngine
}

announce_engine() { echo "Engine: $CentraEngine, because $why." >&2; }
