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

run_tests() {
    local log=$work/test.log project
    # A test program, and each service that it starts, lives too short to earn what profiling for the second compilation costs: two fifths of the time.
    export DOTNET_TieredPGO=0
    for project in "$root"/tests/*.Tests; do
        project=$(basename "$project")
        echo "== $project ($CentraEngine)"
        # Its exit code says no more than its summary, which is read either way.
        dotnet "$(output "tests/$project")" -noColor 2>&1 | tee "$log" || true
        add_summary "$project" "$log"
    done
}

# test_all ENGINE...: the whole suite, once on each engine.
test_all() {
    offer_postgres
    offer_chromium
    for CentraEngine in "$@"; do
        build_all
        run_tests
    done
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" = 0 ]
}
