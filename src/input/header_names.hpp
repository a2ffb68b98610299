// The names that exports give their columns, in English and German, as data (docs/formats.md).
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "nceplan/input/field.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// What a header means in every format that does not say otherwise.
struct CommonNames {
  Field field;
  std::string_view names;  ///< comma-separated
};
std::span<const CommonNames> common_names();

/// A header that means something else in one format; nothing for one that is not used there.
struct OwnMeaning {
  std::string_view header;
  std::optional<Field> field;
};

/// A format as its tool writes it.
struct FormatHeaders {
  ExportFormat format;
  std::string_view required;  ///< comma-separated; without all of these it is another format
  std::string_view headers;   ///< the whole header row
  std::vector<OwnMeaning> own_meanings;
};
std::span<const FormatHeaders> format_headers();

}  // namespace nceplan
