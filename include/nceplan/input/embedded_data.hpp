// The files of data/ that the program carries with it: schedules, offer catalog, samples, completion scripts.
#pragma once

#include <span>
#include <string_view>

namespace nceplan {

struct EmbeddedFile {
  std::string_view path;  ///< below data/, for example `schedules/2023-07.json`
  std::string_view content;
};

/// All embedded files, sorted by path.
std::span<const EmbeddedFile> embedded_files();

/// Content of one file; empty when there is no such file.
std::string_view embedded_file(std::string_view path);

}  // namespace nceplan
