#include "output_sink.hpp"

#include <fcntl.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <utility>

#include "interrupts.hpp"
#include "nceplan/base/diagnostic.hpp"

#ifdef _WIN32
#include <io.h>
#include <process.h>
#include <sys/stat.h>
#else
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace nceplan::cli {
namespace {

#ifdef _WIN32
constexpr int create_flags = _O_WRONLY | _O_CREAT | _O_EXCL | _O_BINARY;
constexpr int direct_flags = _O_WRONLY | _O_BINARY;
constexpr int create_mode = _S_IREAD | _S_IWRITE;
constexpr std::size_t largest_write = std::size_t{1} << 30;
int open_file(const std::string& path, int flags) { return _open(path.c_str(), flags, create_mode); }
std::int64_t write_some(int descriptor, const char* data, std::size_t size) {
  return _write(descriptor, data, static_cast<unsigned>(size));
}
int flush_to_disk(int descriptor) { return _commit(descriptor); }
int close_file(int descriptor) { return _close(descriptor); }
int process_id() { return _getpid(); }
#else
constexpr int create_flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
constexpr int direct_flags = O_WRONLY | O_CLOEXEC;
constexpr mode_t create_mode = 0666;
constexpr std::size_t largest_write = std::size_t{1} << 30;
int open_file(const std::string& path, int flags) { return open(path.c_str(), flags, create_mode); }
std::int64_t write_some(int descriptor, const char* data, std::size_t size) { return write(descriptor, data, size); }
int flush_to_disk(int descriptor) { return fsync(descriptor); }
int close_file(int descriptor) { return close(descriptor); }
int process_id() { return getpid(); }
#endif

/// After a write that failed: whether it did because a pipe that does not block, as ssh and node hand them down, was
/// full; then there is room now.
bool waits_for_room([[maybe_unused]] int descriptor) {
#ifndef _WIN32
  if (errno != EAGAIN && errno != EWOULDBLOCK) return false;
  pollfd pipe{.fd = descriptor, .events = POLLOUT, .revents = 0};
  return poll(&pipe, 1, -1) > 0 || errno == EINTR;
#else
  return false;
#endif
}

/// 0, or the error that stopped the writing.
int write_fully(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write_some(descriptor, bytes.data(), std::min(bytes.size(), largest_write));
    if (written < 0 && (errno == EINTR || waits_for_room(descriptor))) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

[[noreturn]] void fail_output(const std::string& name, int error) {
  throw Failure({.code = DiagnosticCode::output_failed, .where = {.file = name}, .details = {std::strerror(error)}});
}

/// Whoever started us may ignore SIGPIPE; the reader of our status still sees the usual one.
[[noreturn]] void end_like_broken_pipe() {
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_DFL);
  std::raise(SIGPIPE);
#endif
  std::_Exit(1);
}

#ifndef _WIN32
void keep_permissions(const std::string& target, int descriptor) {
  struct stat status {};
  if (stat(target.c_str(), &status) == 0) static_cast<void>(fchmod(descriptor, status.st_mode & 07777));
}
#else
void keep_permissions(const std::string&, int) {}
#endif

/// The file that links lead to, be it there or not; `path` itself where they lead round in a circle.
std::string behind_links(const std::string& path) {
  constexpr int most_links = 40;
  std::error_code error;
  std::filesystem::path target = path;
  for (int i = 0; std::filesystem::is_symlink(target, error); ++i) {
    const auto next = std::filesystem::read_symlink(target, error);
    if (error || i == most_links) return path;
    target = target.parent_path() / next;
  }
  const auto real = std::filesystem::weakly_canonical(target, error);
  return error ? path : real.string();
}

}  // namespace

void prepare_streams() {
#ifndef _WIN32
  // The other way round than they are used: reading and writing fail as before.
  for (const auto& [stream, flags] : {std::pair(0, O_WRONLY), std::pair(1, O_RDONLY), std::pair(2, O_RDONLY)}) {
    if (fcntl(stream, F_GETFD) < 0 && errno == EBADF) static_cast<void>(open("/dev/null", flags));
  }
  std::signal(SIGXFSZ, SIG_IGN);
#endif
}

void write_stdout(std::string_view bytes) {
  const int error = write_fully(1, bytes);
  if (error == EPIPE) end_like_broken_pipe();
  if (error != 0) fail_output("stdout", error);
}

OutputFile::OutputFile(std::string path) : path_(std::move(path)), target_(path_) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path_, ignored);
  if (std::filesystem::is_directory(status)) fail(EISDIR);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
    descriptor_ = open_file(path_, direct_flags);
    if (descriptor_ < 0) fail(errno);
    return;
  }
  target_ = behind_links(path_);
  open_temporary();
}

OutputFile::~OutputFile() { discard(); }

void OutputFile::write(std::string_view bytes) {
  if (const int error = write_fully(descriptor_, bytes); error != 0) fail(error);
}

void OutputFile::commit() {
  if (temporary_.empty()) {
    if (close_file(std::exchange(descriptor_, -1)) != 0) fail(errno);
    return;
  }
  keep_permissions(target_, descriptor_);
  if (flush_to_disk(descriptor_) != 0) fail(errno);
  if (close_file(std::exchange(descriptor_, -1)) != 0) fail(errno);
  std::error_code error;
  std::filesystem::rename(temporary_, target_, error);
  if (error) fail(error.value());
  temporary_.clear();
  keep_when_interrupted();
}

void OutputFile::fail(int error) const { fail_output(path_, error); }

void OutputFile::open_temporary() {
  for (int attempt = 0; descriptor_ < 0; ++attempt) {
    temporary_ = target_ + ".nceplan-" + std::to_string(process_id()) + '-' + std::to_string(attempt);
    descriptor_ = open_file(temporary_, create_flags);
    if (descriptor_ < 0 && errno != EEXIST) {
      temporary_.clear();
      fail(errno);
    }
  }
  remove_when_interrupted(temporary_);
}

void OutputFile::discard() {
  if (descriptor_ >= 0) close_file(descriptor_);
  if (temporary_.empty()) return;
  std::error_code ignored;
  std::filesystem::remove(temporary_, ignored);
  keep_when_interrupted();
}

}  // namespace nceplan::cli
