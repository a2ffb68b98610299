// Texts with their placeholders filled. The templates are ours; what fills them is data and never read as a template.
#pragma once

#include <fmt/format.h>

#include <string>

#include "nceplan/i18n/cli_texts.hpp"

namespace nceplan::cli {

template <typename... Arguments>
std::string filled(CliText id, Language language, const Arguments&... arguments) {
  return fmt::format(fmt::runtime(text(id, language)), arguments...);
}

}  // namespace nceplan::cli
