# What has to be on the machine. Sourced by ./centra.

may_install() { [ -f /etc/debian_version ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

install_debian() {
    echo "Installing the Debian package $1." >&2
    { apt-get install -y -q "$1" || { apt-get update -q && apt-get install -y -q "$1"; }; } >"$work/apt.log" 2>&1
}

has_icu() { [ "$(uname)" != Linux ] || { PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null || true; } | grep -q 'libicuuc\.so'; }

newest_icu() { apt-cache search --names-only '^libicu[0-9]+$' | awk '{print $1}' | sort -V | tail -1; }

check_machine() {
    command -v dotnet >/dev/null || fail "the .NET 10 SDK (the command dotnet) is missing; install it and call this again."
    sdk=$(cd "$root" && dotnet --version 2>/dev/null) || fail "the .NET SDK that is installed is not version 10; install the .NET 10 SDK and call this again."
    has_icu && return
    may_install && { [ -n "$(newest_icu)" ] || apt-get update -q >/dev/null 2>&1; } && install_debian "$(newest_icu)" && has_icu && return
    fail "the library libicu is missing; install it (on Debian the package libicu followed by its number) and call this again."
}

# Tests of PostgreSQL start a private server; without one they are skipped and say so.
offer_postgres() {
    command -v pg_ctl >/dev/null || compgen -G '/usr/lib/postgresql/*/bin/pg_ctl' >/dev/null && return
    may_install && install_debian postgresql && return
    echo "PostgreSQL is not installed: its tests will be skipped." >&2
}

has_chromium() { [ -x "${CENTRA_CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null; }

# Tests in a browser use the one of the machine; none is ever downloaded by them. Without windows it needs a quarter of the time.
offer_chromium() {
    [ -x "${CENTRA_CHROMIUM:-}" ] || command -v chromium-headless-shell >/dev/null && return
    may_install && install_debian chromium-headless-shell && return
    has_chromium && return
    may_install && install_debian chromium && return
    echo "Chromium is not installed: what needs a browser will be skipped." >&2
}
