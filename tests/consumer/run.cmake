# Runs the steps of tests/consumer; any that fails ends the script with its output.
set(prefix "${WORK}/prefix")
set(build "${WORK}/build")
file(REMOVE_RECURSE "${prefix}" "${build}")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nfailed with ${result}:\n${output}")
  endif()
endfunction()

run("${CMAKE_COMMAND}" --install "${NCEPLAN_BUILD}" --prefix "${prefix}" --config "${CONFIGURATION}")
run("${CMAKE_COMMAND}" -S "${SOURCE}" -B "${build}" -G "${GENERATOR}" "-DCMAKE_PREFIX_PATH=${prefix}"
  "-DCMAKE_BUILD_TYPE=${CONFIGURATION}" "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_FLAGS=${FLAGS}")
run("${CMAKE_COMMAND}" --build "${build}" --config "${CONFIGURATION}" --target run_consumer)
run("${prefix}/bin/nceplan" version)

if(MODULE)
  set(nceplan "${prefix}/bin/nceplan")
  set(workbook "${WORK}/plan.xlsx")
  run("${nceplan}" plan "${EXPORT}" --as-of 2023-06-01 -q -o "${workbook}")
  file(RENAME "${prefix}/${MODULE}" "${prefix}/elsewhere")
  run("${nceplan}" plan "${EXPORT}" --as-of 2023-06-01 -q -o "${WORK}/plan.csv")
  foreach(arguments IN ITEMS "${EXPORT};-o;${WORK}/other.xlsx" "${workbook}")
    execute_process(COMMAND "${nceplan}" plan ${arguments} --as-of 2023-06-01
      RESULT_VARIABLE result OUTPUT_QUIET ERROR_VARIABLE said)
    if(NOT result EQUAL 1 OR NOT said MATCHES "workbooks cannot be loaded: .*nceplan-workbooks")
      message(FATAL_ERROR "without its module: ${arguments}\nexit code ${result}:\n${said}")
    endif()
  endforeach()
endif()
