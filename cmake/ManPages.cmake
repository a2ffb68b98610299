# Builds docs/man/*.scd into man pages where scdoc is installed, and installs them; without it there are none.
find_program(SCDOC scdoc)
if(SCDOC)
  set(pages "")
  file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/docs/man/*.scd")
  foreach(source IN LISTS sources)
    get_filename_component(name "${source}" NAME_WLE)
    string(REGEX REPLACE ".*\\." "" section "${name}")
    set(page "${PROJECT_BINARY_DIR}/man/${name}")
    add_custom_command(OUTPUT "${page}"
      COMMAND "${CMAKE_COMMAND}" -E make_directory "${PROJECT_BINARY_DIR}/man"
      COMMAND "${SCDOC}" < "${source}" > "${page}"
      DEPENDS "${source}" VERBATIM)
    install(FILES "${page}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man${section}")
    list(APPEND pages "${page}")
  endforeach()
  add_custom_target(man ALL DEPENDS ${pages})
else()
  message(STATUS "scdoc: not found, no man pages")
endif()
