#include "interrupts.hpp"

#ifndef _WIN32
#include <unistd.h>

#include <csignal>
#include <cstring>
#endif

namespace nceplan::cli {

#ifndef _WIN32
namespace {

// A signal handler can reach nothing but globals.
char interrupted_file[4096];
volatile std::sig_atomic_t waiting_signal = 0;
bool held = false;

extern "C" void remove_file_and_end(int signal_number) {
  unlink(interrupted_file);
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

extern "C" void let_wait(int signal_number) { waiting_signal = signal_number; }

void handle_interrupts(void (*handler)(int)) {
  for (const int signal_number : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) {
    if (std::signal(signal_number, SIG_IGN) != SIG_IGN) std::signal(signal_number, handler);
  }
}

}  // namespace

void remove_when_interrupted(const std::string& path) {
  if (held || path.size() >= sizeof interrupted_file) return;
  std::memcpy(interrupted_file, path.c_str(), path.size() + 1);
  handle_interrupts(remove_file_and_end);
}

void keep_when_interrupted() {
  if (!held) handle_interrupts(SIG_DFL);
}

HeldInterrupts::HeldInterrupts() {
  held = true;
  handle_interrupts(let_wait);
}

HeldInterrupts::~HeldInterrupts() {
  held = false;
  handle_interrupts(SIG_DFL);
  if (any()) std::raise(waiting_signal);
}

bool HeldInterrupts::any() const { return waiting_signal != 0; }
#else
void remove_when_interrupted(const std::string&) {}
void keep_when_interrupted() {}
HeldInterrupts::HeldInterrupts() = default;
HeldInterrupts::~HeldInterrupts() = default;
bool HeldInterrupts::any() const { return false; }
#endif

}  // namespace nceplan::cli
