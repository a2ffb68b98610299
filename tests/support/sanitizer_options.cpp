// What sanitizers do in the program that they are built into. Tests give it an environment of their own, so that
// variables would not reach it. A finding ends it by a signal: no test takes that for an exit code of the program's
// own, as it might take the usual 1. Leaks are looked for by unit tests and fuzzers: the program leaves its portfolio
// to the system when it ends.
extern "C" {

const char* __asan_default_options();   // NOLINT(bugprone-reserved-identifier): the runtime asks for this name
const char* __ubsan_default_options();  // NOLINT(bugprone-reserved-identifier)

const char* __asan_default_options() {
  return "abort_on_error=1:detect_leaks=0:detect_stack_use_after_return=1:strict_string_checks=1";
}

const char* __ubsan_default_options() { return "print_stacktrace=1"; }
}
