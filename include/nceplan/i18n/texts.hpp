// Everything that a person reads, in English and German. Machine codes are never translated; their words are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "nceplan/base/date.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/i18n/fixed_text.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/model/batch_reason.hpp"
#include "nceplan/model/change_kind.hpp"
#include "nceplan/model/codes.hpp"
#include "nceplan/model/plan_entry.hpp"
#include "nceplan/model/reason.hpp"

namespace nceplan {

/// ISO in English, `dd.mm.yyyy` in German.
std::string format_date(Date date, Language language);
/// `2024-01-16 14:05 UTC`, `16.01.2024 14:05 UTC`; seconds are dropped.
std::string format_instant(Instant instant, Language language);
/// `January 2024`, `Januar 2024`.
std::string format_month(Date date, Language language);

/// Words for the codes of a plan, in the middle of a sentence or in a cell; empty where the code is empty.
std::string_view word(RowKind value, Language language);
std::string_view word(Segment value, Language language);
std::string_view word(SegmentBasis value, Language language);
std::string_view word(Category value, Language language);
std::string_view word(Status value, Language language);
std::string_view word(BillingPlan value, Language language);
std::string_view word(MigratedBy value, Language language);
std::string_view word(MigrationState value, Language language);
std::string_view word(ChangeKind value, Language language);
std::string_view word(Phase value, Language language);
std::string_view word(Blocker value, Language language);
std::string_view word(PhaseReason value, Language language);
std::string_view word(ActionCode value, Language language);  ///< without dates: `migrate yourself`
std::string_view word(Note value, Language language);
std::string_view word(Severity value, Language language);
/// Why a subscription is not written or placed, and where there is a way out, that too.
std::string_view word(BatchReason value, Language language);
/// The same, where the plan has the reason, in its words.
std::string_view word(StayReason value, Language language);
std::string word(Term term, Language language);  ///< `1 year`, `3 Jahre`; empty when not known

/// Microsoft's ineligibility code 0..12 (R7) in words; empty for any other number.
std::string_view ineligibility_word(int code, Language language);

/// The action as a sentence without a full stop: `migrate yourself by 2024-01-18`, `adjust term or seats, 1 day left`.
std::string action_sentence(const Action& action, const PlanEntry& entry, Date as_of, Language language);

/// What happened, without place: `ExpirationDate "03/04/2024" can be 3 April or 4 March`.
/// Texts from files are shortened and safe to print on a terminal.
std::string message(const Diagnostic& diagnostic, Language language);
/// What was expected instead, and how to fix it; may be empty.
std::string expectation(const Diagnostic& diagnostic, Language language);
std::string fix(const Diagnostic& diagnostic, Language language);

/// One reason as a sentence with its dates and arithmetic. Texts from files are safe to print on a terminal.
std::string sentence(const Reason& reason, Language language);

inline constexpr int rule_count = 14;
/// Title of a rule. Precondition of all three: 1 <= rule <= rule_count.
std::string_view rule_title(int rule, Language language);
/// The documents that the rule rests on, joined by `; `, where `PC/` is learn.microsoft.com/partner-center; empty for
/// a rule of nceplan's own.
std::string_view rule_source(int rule);
/// The rule in a few sentences, for `explain R6`.
std::string_view rule_text(int rule, Language language);

}  // namespace nceplan
