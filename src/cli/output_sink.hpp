// Where output goes: stdout, or a file that appears only when it is complete.
#pragma once

#include <string>
#include <string_view>

namespace nceplan::cli {

/// To be called before anything is opened: a standard stream that is closed is occupied, so that no file takes its
/// number and is written to in its place, and a limit on the size of files makes writing fail instead of ending the
/// process.
void prepare_streams();

/// Writes all of `bytes` to stdout. When the reader is gone the process ends as SIGPIPE ends it. Throws Failure
/// `output_failed`.
void write_stdout(std::string_view bytes);

/// A file being written beside its target. `commit` renames it over the target; without that the target stays as it
/// was. A target that is no regular file (a device, a pipe) is written directly.
class OutputFile {
 public:
  /// Throws Failure `output_failed`.
  explicit OutputFile(std::string path);
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  void write(std::string_view bytes);
  void commit();

  /// The file that becomes the target; empty when the target is written directly.
  const std::string& temporary() const { return temporary_; }

 private:
  [[noreturn]] void fail(int error) const;
  void open_temporary();
  void discard();

  std::string path_;       ///< as the user named it
  std::string target_;     ///< with symbolic links resolved
  std::string temporary_;  ///< empty when the target is written directly
  int descriptor_ = -1;
};

}  // namespace nceplan::cli
