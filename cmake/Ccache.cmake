# Uses ccache where it is installed; a build without it only takes longer.
find_program(NCEPLAN_CCACHE ccache)
if(NCEPLAN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${NCEPLAN_CCACHE}")
endif()
