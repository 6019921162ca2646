# All tests, and their sum. Sourced by ./centra.

passed=0 failed=0 skipped=0

# Takes the summary that a test program ends with. One that ends without, or finds no test, counts as a failure.
add_summary() {
    local total=0 errors=0 red=0 gray=0 idle=0 number='\([0-9]*\)'
    read -r total errors red gray idle < <(sed -n "s/.*Total: $number, Errors: $number, Failed: $number, Skipped: $number, Not Run: $number.*/\1 \2 \3 \4 \5/p" "$2" | tail -1) || true
    if [ "${total:-0}" = 0 ]; then
        echo "$1 ran no test."
        failed=$((failed + 1))
    else
        passed=$((passed + total - red - gray - idle))
        failed=$((failed + red + errors))
        skipped=$((skipped + gray))
    fi
}

# run_tests PROJECT...
run_tests() {
    local log=$work/test.log project
    # A test program, and each service that it starts, lives too short to earn what profiling for the second compilation costs: two fifths of the time.
    export DOTNET_TieredPGO=0
    for project in "$@"; do
        echo "== $project ($CentraEngine)"
        # Its exit code says no more than its summary, which is read either way.
        dotnet "$(output "tests/$project")" -noColor 2>&1 | tee "$log" || true
        add_summary "$project" "$log"
    done
}

# test_all ENGINE OTHER...: the whole suite on the engine that runs here; on others the engine's contract and the service over HTTP.
test_all() {
    local project projects=()
    offer_postgres
    offer_chromium
    for project in "$root"/tests/*.Tests; do projects+=("$(basename "$project")"); done
    CentraEngine=$1
    build_all
    run_tests "${projects[@]}"
    shift
    for CentraEngine in "$@"; do
        for project in Centra.Engine.Tests Centra.Service.Tests; do
            build "$project" "tests/$project" 'Centra.* tests'
            run_tests "$project"
        done
    done
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" = 0 ]
}
