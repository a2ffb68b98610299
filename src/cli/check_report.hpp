// What `nceplan check` found: how each input was read, the accounting of its rows, and every problem.
#pragma once

#include <string>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/model/portfolio.hpp"
#include "nceplan/plan/plan.hpp"

namespace nceplan::cli {

/// Format, encoding, delimiter and the field of each column of one input.
std::string source_text(const Source& source, Language language);

std::string check_text(const Plan& plan, const Diagnostics& diagnostics, Language language);

/// {schema_version, tool, inputs[], evidence[], rows{}, totals{} (diagnostics by code), diagnostics[]}.
std::string check_json(const Plan& plan, const Diagnostics& diagnostics);

}  // namespace nceplan::cli
