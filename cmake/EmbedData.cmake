# Data that the program carries with it (include/nceplan/input/embedded_data.hpp). At build time this file also runs as
# a script and writes the C++ source.
include("${CMAKE_CURRENT_LIST_DIR}/EmbedBytes.cmake")

# Adds the files of data/ to `target`. They are embedded again whenever one of them changes, comes or goes.
function(nceplan_embed_data target)
  set(root "${PROJECT_SOURCE_DIR}/data")
  # Folders as dependencies instead of CONFIGURE_DEPENDS, which would make every build check again.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${root}/completion" "${root}/schedules" "${root}/samples")
  file(GLOB files RELATIVE "${root}"
    "${root}/completion/*" "${root}/offers.csv" "${root}/schedules/*.json" "${root}/samples/*.csv" "${root}/samples/*.json"
    "${root}/samples/*.ndjson")
  list(SORT files)
  set(output "${PROJECT_BINARY_DIR}/embedded_files.cpp")
  set(inputs "${files}")
  list(TRANSFORM inputs PREPEND "${root}/")
  string(REPLACE ";" "," joined "${files}")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DROOT=${root}" "-DFILES=${joined}" "-DOUTPUT=${output}" -P
      "${PROJECT_SOURCE_DIR}/cmake/EmbedData.cmake"
    DEPENDS ${inputs} "${PROJECT_SOURCE_DIR}/cmake/EmbedData.cmake" "${PROJECT_SOURCE_DIR}/cmake/EmbedBytes.cmake"
    COMMENT "Embedding data/" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
  set_source_files_properties("${output}" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()

function(nceplan_write_embedded_files root files output)
  set(arrays "")
  set(table "")
  list(LENGTH files count)
  set(number 0)
  foreach(path IN LISTS files)
    nceplan_byte_array("${root}/${path}" "file_${number}" array size)
    string(APPEND arrays "${array}")
    string(APPEND table "    {\"${path}\", {file_${number}, ${size}}},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(WRITE "${output}"
    "// Written by cmake/EmbedData.cmake from data/.\n#include \"nceplan/input/embedded_data.hpp\"\n\n"
    "namespace nceplan {\nnamespace {\n\n${arrays}\nconst EmbeddedFile files[${count}] = {\n${table}};\n\n"
    "}  // namespace\n\nstd::span<const EmbeddedFile> embedded_files() { return files; }\n\n}  // namespace nceplan\n")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  string(REPLACE "," ";" FILES "${FILES}")
  nceplan_write_embedded_files("${ROOT}" "${FILES}" "${OUTPUT}")
endif()
