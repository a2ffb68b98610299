// The files of src/output/page/: templates, style and script of the report page, embedded by cmake/EmbedPage.cmake.
#pragma once

#include <span>
#include <string_view>

namespace nceplan {

struct PageFile {
  std::string_view name;
  std::string_view content;
  std::string_view sha256;  ///< of the content, in Base64
};

std::span<const PageFile> page_files();

/// Precondition: there is a file of that name.
const PageFile& page_file(std::string_view name);

}  // namespace nceplan
