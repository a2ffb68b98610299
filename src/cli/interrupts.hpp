// What an interrupt leaves behind: SIGINT, SIGTERM, SIGHUP, SIGQUIT and SIGXCPU end the process as ever, but not before
// what is half written is gone. Signals that are ignored, as under nohup, stay ignored. Elsewhere than on POSIX systems
// all of this does nothing.
#pragma once

#include <string>

namespace nceplan::cli {

/// From now on an interrupt removes the file first. One file at a time; while a HeldInterrupts lives this does nothing,
/// since its owner cleans up.
void remove_when_interrupted(const std::string& path);
/// From now on an interrupt removes nothing.
void keep_when_interrupted();

/// Interrupts wait while this lives; its end is the end of the process, if there was one. Its owner looks now and then
/// whether one waits. Only one lives at a time.
class HeldInterrupts {
 public:
  HeldInterrupts();
  HeldInterrupts(const HeldInterrupts&) = delete;
  HeldInterrupts& operator=(const HeldInterrupts&) = delete;
  ~HeldInterrupts();

  bool any() const;
};

}  // namespace nceplan::cli
