# System packages first. A machine without them gets the same libraries through FetchContent, pinned by release tag.
include(FetchContent)
find_package(Threads REQUIRED)

# nceplan_dependency(<package> <target> <version> <git repository> <tag> [NAME=VALUE ...]): the trailing settings
# are cache variables for the fetched build.
function(nceplan_dependency package target version repository tag)
  if(TARGET ${target})
    return()
  endif()
  find_package(${package} ${version} QUIET GLOBAL)
  if(TARGET ${target})
    return()
  endif()
  message(STATUS "${package}: no system package, fetching ${tag}")
  foreach(setting IN LISTS ARGN)
    string(REGEX MATCH "^([^=]+)=(.*)$" _ "${setting}")
    set(${CMAKE_MATCH_1} "${CMAKE_MATCH_2}" CACHE INTERNAL "")
  endforeach()
  FetchContent_Declare(${package} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW TRUE SYSTEM)
  FetchContent_MakeAvailable(${package})
endfunction()

nceplan_dependency(fmt fmt::fmt "9" https://github.com/fmtlib/fmt.git 9.1.0 FMT_INSTALL=ON)
nceplan_dependency(nlohmann_json nlohmann_json::nlohmann_json "3.11"
  https://github.com/nlohmann/json.git v3.11.2 JSON_BuildTests=OFF)
nceplan_dependency(date date::date "" https://github.com/HowardHinnant/date.git v3.0.1)
nceplan_dependency(CLI11 CLI11::CLI11 "2.1" https://github.com/CLIUtils/CLI11.git v2.1.2 CLI11_BUILD_TESTS=OFF)
nceplan_dependency(simdjson simdjson::simdjson "3" https://github.com/simdjson/simdjson.git v3.0.1)
nceplan_dependency(tomlplusplus tomlplusplus::tomlplusplus "3" https://github.com/marzer/tomlplusplus.git v3.3.0)
nceplan_dependency(tl-expected tl::expected "1" https://github.com/TartanLlama/expected.git v1.0.0
  EXPECTED_BUILD_TESTS=OFF)

# utf8proc and utfcpp: Debian ships the first without a CMake package, the second under a changed target name.
add_library(nceplan_utf8proc INTERFACE)
find_path(UTF8PROC_INCLUDE_DIR utf8proc.h)
find_library(UTF8PROC_LIBRARY utf8proc)
if(UTF8PROC_INCLUDE_DIR AND UTF8PROC_LIBRARY)
  target_include_directories(nceplan_utf8proc SYSTEM INTERFACE "$<BUILD_INTERFACE:${UTF8PROC_INCLUDE_DIR}>")
  target_link_libraries(nceplan_utf8proc INTERFACE "${UTF8PROC_LIBRARY}")
else()
  nceplan_dependency(utf8proc utf8proc "" https://github.com/JuliaStrings/utf8proc.git v2.8.0)
  target_link_libraries(nceplan_utf8proc INTERFACE utf8proc)
endif()

add_library(nceplan_utfcpp INTERFACE)
find_path(UTFCPP_INCLUDE_DIR utf8.h PATH_SUFFIXES utf8cpp)
if(UTFCPP_INCLUDE_DIR)
  target_include_directories(nceplan_utfcpp SYSTEM INTERFACE "$<BUILD_INTERFACE:${UTFCPP_INCLUDE_DIR}>")
else()
  nceplan_dependency(utf8cpp utf8cpp "" https://github.com/nemtrif/utfcpp.git v3.2.3)
  target_link_libraries(nceplan_utfcpp INTERFACE utf8cpp)
endif()

# Workbooks need libraries that ship a pkg-config file and no CMake package that works everywhere. They are optional:
# without them nceplan names what it cannot do.
find_package(PkgConfig QUIET)
# nceplan_optional(<target> <what it is for> <module>...): makes the target when pkg-config knows the modules.
function(nceplan_optional target purpose)
  if(PkgConfig_FOUND)
    pkg_check_modules(${target} QUIET IMPORTED_TARGET ${ARGN})
  endif()
  if(${target}_FOUND)
    add_library(${target} INTERFACE)
    target_link_libraries(${target} INTERFACE PkgConfig::${target})
    set(NCEPLAN_PKG_MODULES ${NCEPLAN_PKG_MODULES} ${ARGN} PARENT_SCOPE)
  else()
    list(JOIN ARGN " and " modules)
    message(WARNING "pkg-config does not find ${modules}: building without ${purpose}")
  endif()
endfunction()

nceplan_optional(nceplan_xlsxwriter "writing workbooks (-o plan.xlsx)" xlsxwriter libzip)
nceplan_optional(nceplan_workbook_reading "reading workbooks (.xlsx)" libzip expat)

# Mustache: a header and no CMake package. Debian has it in the folder kainjow, others have it without one.
add_library(nceplan_mustache INTERFACE)
find_file(MUSTACHE_HEADER mustache.hpp PATH_SUFFIXES include/kainjow include)
if(NOT MUSTACHE_HEADER)
  message(STATUS "mustache: no system package, fetching v4.1")
  FetchContent_Declare(mustache GIT_REPOSITORY https://github.com/kainjow/Mustache.git GIT_TAG v4.1 GIT_SHALLOW TRUE
    SOURCE_SUBDIR has-no-build)
  FetchContent_MakeAvailable(mustache)
  set(MUSTACHE_HEADER "${mustache_SOURCE_DIR}/mustache.hpp")
endif()
cmake_path(GET MUSTACHE_HEADER PARENT_PATH MUSTACHE_FOLDER)
if(NOT MUSTACHE_FOLDER MATCHES "/kainjow$")
  set(MUSTACHE_FOLDER "${PROJECT_BINARY_DIR}/mustache/kainjow")
  file(COPY "${MUSTACHE_HEADER}" DESTINATION "${MUSTACHE_FOLDER}")
endif()
cmake_path(GET MUSTACHE_FOLDER PARENT_PATH MUSTACHE_INCLUDE_DIR)
target_include_directories(nceplan_mustache SYSTEM INTERFACE "$<BUILD_INTERFACE:${MUSTACHE_INCLUDE_DIR}>")
