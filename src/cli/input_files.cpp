#include "input_files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <system_error>
#include <utility>

#include "cli/options/options.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "progress.hpp"
#include "usage_error.hpp"

#ifdef _WIN32
#include <fcntl.h>
#include <io.h>

#include <fstream>
#include <iostream>
#include <iterator>
#include <mutex>
#else
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace nceplan::cli {
namespace {

[[noreturn]] void fail(const std::string& path, int error) {
  throw Failure({.code = DiagnosticCode::file_unreadable, .where = {.file = path}, .details = {std::strerror(error)}});
}

#ifdef _WIN32

InputFile open_path(const std::string& path, Progress* progress) {
  auto stream = std::make_shared<std::ifstream>(path, std::ios::binary | std::ios::ate);
  if (!*stream) fail(path, errno);
  const auto size = static_cast<std::uint64_t>(stream->tellg());
  auto turn = std::make_shared<std::mutex>();
  InputFile file{path, size, [stream, turn](std::uint64_t offset, char* out, std::size_t wanted) {
                   const std::lock_guard lock(*turn);
                   stream->clear();
                   stream->seekg(static_cast<std::streamoff>(offset));
                   stream->read(out, static_cast<std::streamsize>(wanted));
                   return static_cast<std::size_t>(stream->gcount());
                 }};
  return progress == nullptr ? file : progress->counting(std::move(file));
}

void allow_open_files(std::size_t) {}

InputFile open_stdin(Progress*) {
  _setmode(0, _O_BINARY);
  return memory_file("-", {std::istreambuf_iterator<char>(std::cin), {}});
}

#else

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close(number_); }
  int number() const { return number_; }

 private:
  int number_;
};

std::string read_to_end(int descriptor, const std::string& path, Progress* progress) {
  constexpr std::size_t step = std::size_t{1} << 16;
  std::string content;
  for (;;) {
    const std::size_t before = content.size();
    content.resize(before + step);
    const ssize_t got = read(descriptor, content.data() + before, step);
    if (got < 0 && errno != EINTR) fail(path, errno);
    content.resize(before + static_cast<std::size_t>(got < 0 ? 0 : got));
    if (progress != nullptr) progress->add(content.size() - before);
    if (got == 0) return content;
  }
}

std::size_t read_fully(int descriptor, const std::string& path, std::uint64_t offset, char* out, std::size_t wanted) {
  std::size_t done = 0;
  while (done < wanted) {
    const ssize_t got = pread(descriptor, out + done, wanted - done, static_cast<off_t>(offset + done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, errno);
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

/// A file that is written in place while it is read would be half the old one and half the new one.
void require_unchanged(int descriptor, const std::string& path, const struct stat& before) {
  struct stat now {};
  if (fstat(descriptor, &now) != 0) fail(path, errno);
#ifdef __APPLE__
  const auto written = [](const struct stat& status) { return status.st_mtimespec; };
#else
  const auto written = [](const struct stat& status) { return status.st_mtim; };
#endif
  const bool same_time =
      written(before).tv_sec == written(now).tv_sec && written(before).tv_nsec == written(now).tv_nsec;
  if (same_time && before.st_size == now.st_size) return;
  throw Failure({.code = DiagnosticCode::file_unreadable,
                 .where = {.file = path},
                 .details = {"it was written to while it was read"}});
}

/// Lets the program have `count` more files open: all inputs are open at once, exports beside those of takeovers.
void allow_open_files(std::size_t count) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur += std::min<rlim_t>(count, limit.rlim_max - limit.rlim_cur);
  static_cast<void>(setrlimit(RLIMIT_NOFILE, &limit));
}

InputFile open_path(const std::string& path, Progress* progress) {
  const int number = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) fail(path, errno);
  auto descriptor = std::make_shared<Descriptor>(number);
  struct stat status {};
  if (fstat(number, &status) != 0) fail(path, errno);
  if (S_ISDIR(status.st_mode)) fail(path, EISDIR);
  if (!S_ISREG(status.st_mode)) return memory_file(path, read_to_end(number, path, progress));
#ifdef POSIX_FADV_SEQUENTIAL
  posix_fadvise(number, 0, 0, POSIX_FADV_SEQUENTIAL);
#endif
  InputFile file{path, static_cast<std::uint64_t>(status.st_size),
                 [descriptor, path](std::uint64_t offset, char* out, std::size_t wanted) {
                   return read_fully(descriptor->number(), path, offset, out, wanted);
                 },
                 [descriptor, path, status] { require_unchanged(descriptor->number(), path, status); }};
  return progress == nullptr ? file : progress->counting(std::move(file));
}

InputFile open_stdin(Progress* progress) { return memory_file("-", read_to_end(STDIN_FILENO, "-", progress)); }

#endif

}  // namespace

InputFile open_input(const std::string& path, Progress* progress) {
  return path == "-" ? open_stdin(progress) : open_path(path, progress);
}

void require_files(std::span<const std::string> paths) {
  if (paths.empty()) throw UsageError(CliText::argument_missing, {"FILE"});
  if (std::count(paths.begin(), paths.end(), "-") > 1) throw UsageError(CliText::stdin_twice, {});
}

std::vector<InputFile> open_inputs(std::span<const std::string> paths, Progress* progress) {
  std::vector<InputFile> files;
  files.reserve(paths.size());
  allow_open_files(paths.size());
  for (const std::string& path : paths) files.push_back(open_input(path, progress));
  return files;
}

std::string read_document(const std::string& path) { return read_all(open_input(path)); }

std::vector<std::string> named_inputs(const Options& options) {
  std::vector<std::string> inputs;
  for (const std::vector<std::string>* several :
       {&options.files, &options.evidence, &options.takeover, &options.words, &options.config_files}) {
    inputs.insert(inputs.end(), several->begin(), several->end());
  }
  for (const std::string* one : {&options.waivers, &options.offer_matrix, &options.offers, &options.edition,
                                 &options.schedule.holidays, &options.batch.on, &options.batch.seats_from}) {
    if (!one->empty()) inputs.push_back(*one);
  }
#ifndef _WIN32
  std::replace(inputs.begin(), inputs.end(), std::string("-"), std::string("/dev/stdin"));  // it may be a file
#endif
  return inputs;
}

bool same_file(const std::string& a, const std::string& b) {
  const auto place = [](const std::string& path) {
    std::error_code ignored;
    return std::filesystem::absolute(path, ignored).lexically_normal();
  };
  std::error_code ignored;
  return place(a) == place(b) ||
         (std::filesystem::is_regular_file(a, ignored) && std::filesystem::equivalent(a, b, ignored));
}

}  // namespace nceplan::cli
