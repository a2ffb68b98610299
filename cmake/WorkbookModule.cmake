# What reads and writes workbooks, as a module of the program that is loaded when it is needed
# (src/cli/workbook_module.hpp). The library itself, its tests and those who embed it link everything as usual.
set(workbook_module_default OFF)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND (TARGET nceplan_xlsxwriter OR TARGET nceplan_workbook_reading))
  set(workbook_module_default ON)
endif()
option(NCEPLAN_WORKBOOK_MODULE "Load the libraries for workbooks only when one is read or written"
  ${workbook_module_default})

if(NCEPLAN_WORKBOOK_MODULE)
  # The module has a copy of the library, which must not mix with the program's.
  set_target_properties(nceplan_core PROPERTIES POSITION_INDEPENDENT_CODE ON CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON)
  # Program and module share types: they fit each other only when they are of one version.
  set(workbook_module "nceplan-workbooks-${PROJECT_VERSION}")
  add_library(nceplan_workbooks MODULE src/cli/workbook_module.cpp)
  set_target_properties(nceplan_workbooks PROPERTIES PREFIX "" OUTPUT_NAME "${workbook_module}"
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_include_directories(nceplan_workbooks PRIVATE "${PROJECT_SOURCE_DIR}/src")
  target_link_libraries(nceplan_workbooks PRIVATE nceplan::core nceplan_warnings)

  set(NCEPLAN_MODULE_DIR "${CMAKE_INSTALL_LIBDIR}/nceplan")
  file(RELATIVE_PATH module_from_program "/${CMAKE_INSTALL_BINDIR}" "/${NCEPLAN_MODULE_DIR}")
  target_sources(nceplan PRIVATE src/cli/workbook_loader.cpp)
  set_source_files_properties(src/cli/workbook_loader.cpp PROPERTIES COMPILE_DEFINITIONS
    "NCEPLAN_WORKBOOK_MODULE=\"${workbook_module}${CMAKE_SHARED_MODULE_SUFFIX}\";NCEPLAN_MODULE_FOLDER=\"${module_from_program}\"")
  target_link_libraries(nceplan PRIVATE ${CMAKE_DL_LIBS})
  target_link_options(nceplan PRIVATE LINKER:--as-needed)
  add_dependencies(nceplan nceplan_workbooks)
endif()
