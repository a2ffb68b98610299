#include "page_files.hpp"

#include <algorithm>
#include <cassert>

namespace nceplan {

const PageFile& page_file(std::string_view name) {
  const std::span<const PageFile> files = page_files();
  const auto found = std::find_if(files.begin(), files.end(), [&](const PageFile& file) { return file.name == name; });
  assert(found != files.end());
  return *found;
}

}  // namespace nceplan
