#include "nceplan/input/embedded_data.hpp"

#include <algorithm>

namespace nceplan {

std::string_view embedded_file(std::string_view path) {
  const auto files = embedded_files();
  const auto found =
      std::lower_bound(files.begin(), files.end(), path,
                       [](const EmbeddedFile& file, std::string_view wanted) { return file.path < wanted; });
  return found == files.end() || found->path != path ? std::string_view{} : found->content;
}

}  // namespace nceplan
