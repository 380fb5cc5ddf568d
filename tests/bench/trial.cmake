# Runs the benchmark once at its smallest and looks whether every kind of row has a figure. Called by the test `bench`.
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
set(page ${WORK}/page.md)
file(WRITE ${page} "before\n<!-- bench -->\nold table\n<!-- /bench -->\nbehind\n")
execute_process(COMMAND ${BENCH} --trial --work ${WORK} --markdown ${page} OUTPUT_VARIABLE out ERROR_VARIABLE err
                RESULT_VARIABLE status)
file(READ ${page} written)
file(REMOVE_RECURSE ${WORK})
if(NOT status EQUAL 0 OR NOT err STREQUAL "")
  message(FATAL_ERROR "status ${status}: ${err}${out}")
endif()
foreach(row "ICU, whole text into words" "extract" "targets, one thread (CPU time)" "--version, above the empty program" "one seed, start to end"
            "on one line" "the slowest of these against the fastest" "diff of 20 × 20 targets" "trend over 6 documents"
            "xlsx of 100 rows" "ten times as many files")
  string(FIND "${out}" "${row}" found)
  if(found EQUAL -1)
    message(FATAL_ERROR "the table has no row '${row}':\n${out}")
  endif()
endforeach()
# A row without a figure has a dash for it; what this program cannot do yet is said beside it.
string(REGEX MATCH "[^\n]*– \\|[^\n]*(ended after|exit status|no time|other libraries)[^\n]*" failed "${out}")
if(failed)
  message(FATAL_ERROR "a row was not measured: ${failed}")
endif()
string(FIND "${written}" "${out}" inside)
if(NOT written MATCHES "^before\n" OR NOT written MATCHES "\nbehind\n$" OR inside EQUAL -1 OR written MATCHES "old table")
  message(FATAL_ERROR "--markdown made of the page:\n${written}")
endif()
