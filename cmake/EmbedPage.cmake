# Templates, style and script of the report page (src/output/page/page_files.hpp), embedded with their hashes, which the
# page's content security policy names. At build time this file also runs as a script and writes the C++ source.
include("${CMAKE_CURRENT_LIST_DIR}/EmbedBytes.cmake")

set(nceplan_page_files head.mustache customers.mustache customer.mustache foot.mustache page.css page.js)

function(nceplan_embed_page target)
  set(root "${PROJECT_SOURCE_DIR}/src/output/page")
  set(output "${PROJECT_BINARY_DIR}/embedded_page.cpp")
  set(inputs "${nceplan_page_files}")
  list(TRANSFORM inputs PREPEND "${root}/")
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DROOT=${root}" "-DOUTPUT=${output}" -P "${PROJECT_SOURCE_DIR}/cmake/EmbedPage.cmake"
    DEPENDS ${inputs} "${PROJECT_SOURCE_DIR}/cmake/EmbedPage.cmake" "${PROJECT_SOURCE_DIR}/cmake/EmbedBytes.cmake"
    COMMENT "Embedding src/output/page/" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
  set_source_files_properties("${output}" PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# The 64 hexadecimal digits of a SHA-256 in Base64 (RFC 4648, section 4): twelve bits are three digits or two letters,
# and the last digit is followed by two zero bits.
function(nceplan_base64_of_sha256 hex result)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  set(encoded "")
  foreach(place RANGE 0 60 3)
    string(SUBSTRING "${hex}" ${place} 3 digits)
    math(EXPR high "0x${digits} / 64")
    math(EXPR low "0x${digits} % 64")
    string(SUBSTRING "${alphabet}" ${high} 1 first)
    string(SUBSTRING "${alphabet}" ${low} 1 second)
    string(APPEND encoded "${first}${second}")
  endforeach()
  string(SUBSTRING "${hex}" 63 1 digit)
  math(EXPR last "0x${digit} * 4")
  string(SUBSTRING "${alphabet}" ${last} 1 letter)
  set(${result} "${encoded}${letter}=" PARENT_SCOPE)
endfunction()

function(nceplan_write_embedded_page root output)
  set(arrays "")
  set(table "")
  list(LENGTH nceplan_page_files count)
  set(number 0)
  foreach(name IN LISTS nceplan_page_files)
    nceplan_byte_array("${root}/${name}" "file_${number}" array size)
    string(APPEND arrays "${array}")
    file(SHA256 "${root}/${name}" hex)
    nceplan_base64_of_sha256("${hex}" hash)
    string(APPEND table "    {\"${name}\", {file_${number}, ${size}}, \"${hash}\"},\n")
    math(EXPR number "${number} + 1")
  endforeach()
  file(WRITE "${output}"
    "// Written by cmake/EmbedPage.cmake from src/output/page/.\n#include \"output/page/page_files.hpp\"\n\n"
    "namespace nceplan {\nnamespace {\n\n${arrays}\nconst PageFile files[${count}] = {\n${table}};\n\n"
    "}  // namespace\n\nstd::span<const PageFile> page_files() { return files; }\n\n}  // namespace nceplan\n")
endfunction()

if(CMAKE_SCRIPT_MODE_FILE)
  nceplan_write_embedded_page("${ROOT}" "${OUTPUT}")
endif()
