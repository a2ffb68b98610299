# Bytes of a file as C++ source, for files that the program carries with it: character arrays, since MSVC limits the
# length of string literals.

# Sets `code` to the definition of the array `name` and `size` to the number of its bytes; an empty file has one byte.
function(nceplan_byte_array path name code size)
  file(READ "${path}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR bytes "${digits} / 2")
  if(bytes EQUAL 0)
    set(hex "00")
  endif()
  string(REGEX REPLACE "(................................)" "\\1\n" hex "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," characters "${hex}")
  set(${code} "const char ${name}[] = {\n${characters}};\n" PARENT_SCOPE)
  set(${size} ${bytes} PARENT_SCOPE)
endfunction()
