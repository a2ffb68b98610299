// Opens what the user named on the command line.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "nceplan/input/input_file.hpp"

namespace nceplan::cli {

class Progress;
struct Options;

/// Opens `path`, or reads standard input whole when it is `-`. Pipes are read whole too. Throws Failure
/// `file_unreadable` for what cannot be read, directories among them.
/// What is read of it counts as progress, when there is one.
InputFile open_input(const std::string& path, Progress* progress = nullptr);

/// Throws UsageError when there is no file, or standard input is to be read twice.
void require_files(std::span<const std::string> paths);

/// Opens all of them, in order. `progress`, which may be null, must outlive them.
std::vector<InputFile> open_inputs(std::span<const std::string> paths, Progress* progress = nullptr);

/// Opens a small document and reads it whole.
std::string read_document(const std::string& path);

/// What the command line has read: exports and all that stands beside them. Names that may be a file's or something
/// else's (--edition, --on) are among them.
std::vector<std::string> named_inputs(const Options& options);

/// Whether both paths lead to one file, which need not exist.
bool same_file(const std::string& a, const std::string& b);

}  // namespace nceplan::cli
