// The parts of the JSON documents that there is one of: head, summary, and each diagnostic.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "nceplan/output/report.hpp"

namespace nceplan {

/// Goes up when a member changes its meaning or goes away; new members leave it alone.
inline constexpr int json_schema_version = 1;

/// `schema_version`, `tool`, `edition`, `as_of`, `inputs`.
nlohmann::ordered_json json_head(const Plan& plan, const ReportOptions& options);
/// The accounting of R14.
nlohmann::ordered_json json_rows(const RowCounts& counts);
/// `rows`, `shown`, `phases`, `due`, `diagnostics`; with `--summary` also `months`.
nlohmann::ordered_json json_summary(const SelectedRows& rows, const ReportOptions& options,
                                    const Diagnostics& diagnostics);
/// What is not known is null. In English.
nlohmann::ordered_json json_diagnostic(const Diagnostic& diagnostic);

/// On one line; bytes that are not UTF-8 become U+FFFD.
std::string to_text(const nlohmann::ordered_json& value);

}  // namespace nceplan
