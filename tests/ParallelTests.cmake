# The tests of parallel code by themselves: the files of nceplan_tests with a case tagged [parallel] and what they use.
# The preset `tsan` builds only this, so that the thread sanitizer does not compile a hundred files that it has nothing
# to say about.
get_target_property(sources nceplan_tests SOURCES)
add_executable(nceplan_parallel_tests EXCLUDE_FROM_ALL)
foreach(source IN LISTS sources)
  file(STRINGS "${source}" tagged REGEX "\\[parallel\\]" LIMIT_COUNT 1)
  # The slow second implementation of the rules is no parallel code's.
  if(tagged OR (source MATCHES "support/" AND NOT source MATCHES "support/reference_"))
    target_sources(nceplan_parallel_tests PRIVATE "${source}")
  endif()
endforeach()
foreach(property IN ITEMS INCLUDE_DIRECTORIES LINK_LIBRARIES PRECOMPILE_HEADERS COMPILE_OPTIONS)
  get_target_property(value nceplan_tests ${property})
  if(value)
    set_target_properties(nceplan_parallel_tests PROPERTIES ${property} "${value}")
  endif()
endforeach()
