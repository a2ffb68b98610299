# Warnings as a target: linking it turns them on. They are errors in developer mode only, so that a newer compiler
# does not stop a user's build. Designated initialisers leave the other members at their defaults on purpose.
add_library(nceplan_warnings INTERFACE)
if(MSVC)
  target_compile_options(nceplan_warnings INTERFACE /W4 /utf-8 /permissive- $<$<BOOL:${NCEPLAN_DEVELOPER}>:/WX>)
else()
  target_compile_options(nceplan_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-qual -Wno-missing-field-initializers -Wformat=2 -Wimplicit-fallthrough
    $<$<BOOL:${NCEPLAN_DEVELOPER}>:-Werror>)
endif()
# False alarms of g++ 12 about strings in aggregates at -O3 (GCC bugs 105562 and 105651); clang, and the sanitizers in
# every check, watch for the same.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(nceplan_warnings INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
# A precompiled header that ccache can reuse: clang would otherwise write the time of day into it.
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(nceplan_warnings INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()
