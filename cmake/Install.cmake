# What `cmake --install` puts where: the program, and the library as a CMake package (find_package(nceplan),
# nceplan::core) with its headers, the data files to start own ones from, and the documentation.
include(CMakePackageConfigHelpers)

set(NCEPLAN_PACKAGE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/nceplan")

install(TARGETS nceplan RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
if(NCEPLAN_WORKBOOK_MODULE)
  install(TARGETS nceplan_workbooks LIBRARY DESTINATION "${NCEPLAN_MODULE_DIR}")
endif()
install(TARGETS nceplan_core EXPORT nceplan-targets
  ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}"
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT nceplan-targets NAMESPACE nceplan:: DESTINATION "${NCEPLAN_PACKAGE_DIR}")

configure_package_config_file(cmake/nceplan-config.cmake.in "${PROJECT_BINARY_DIR}/nceplan-config.cmake"
  INSTALL_DESTINATION "${NCEPLAN_PACKAGE_DIR}" PATH_VARS CMAKE_INSTALL_LIBDIR)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/nceplan-config-version.cmake" COMPATIBILITY SameMajorVersion)
install(FILES "${PROJECT_BINARY_DIR}/nceplan-config.cmake" "${PROJECT_BINARY_DIR}/nceplan-config-version.cmake"
  DESTINATION "${NCEPLAN_PACKAGE_DIR}")

install(DIRECTORY data/ DESTINATION "${CMAKE_INSTALL_DATADIR}/nceplan")
install(DIRECTORY docs/ DESTINATION "${CMAKE_INSTALL_DOCDIR}" FILES_MATCHING PATTERN "*.md")
install(FILES data/completion/nceplan.bash RENAME nceplan
  DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
install(FILES data/completion/_nceplan DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
install(FILES data/completion/nceplan.fish DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
install(FILES README.md LICENSE CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
