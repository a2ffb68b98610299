#include "usage_error.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "nceplan/base/text.hpp"

namespace nceplan::cli {

UsageError unknown_choice(CliText text, std::string_view flag, std::string_view value,
                          std::span<const std::string_view> known) {
  const std::string_view near = nearest(value, known);
  std::string suggestion(near);
  if (!near.empty() && !flag.empty()) suggestion = fmt::format("{} {}", flag, near);
  return UsageError(text, {std::string(flag), std::string(value)})
      .expecting(fmt::format("{}", fmt::join(known, ", ")))
      .suggesting(std::move(suggestion))
      .choosing_from(known);
}

}  // namespace nceplan::cli
