// Why: every date of a subscription with its rule, sentence and source. Renders what the plan states; calculates
// nothing.
#pragma once

#include "nceplan/output/report.hpp"

namespace nceplan {

/// Heading, the reasons in rule order, the actions in their order, and the documents the edition rests on. Uses
/// language, width (0 never wraps) and color of `options`. Precondition: plan.is_planned(row).
void write_explanation(const Plan& plan, RowIndex row, const ReportOptions& options, const Sink& sink);

/// A rule with its text and source. Precondition: 1 <= rule <= rule_count.
void write_rule(int rule, const ReportOptions& options, const Sink& sink);

}  // namespace nceplan
