// Everything that a person reads, in English and German. Machine codes are never translated; their words are.
#pragma once

#include <string>
#include <string_view>

#include "nceplan/base/date.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/i18n/language.hpp"
#include "nceplan/model/codes.hpp"
#include "nceplan/model/plan_entry.hpp"
#include "nceplan/model/reason.hpp"

namespace nceplan {

/// ISO in English, `dd.mm.yyyy` in German.
std::string format_date(Date date, Language language);

std::string_view word(Segment value, Language language);
std::string_view word(Category value, Language language);
std::string_view word(Phase value, Language language);
std::string_view word(PhaseReason value, Language language);
std::string_view word(Note value, Language language);
std::string_view word(BillingPlan value, Language language);
std::string word(Term term, Language language);  ///< `1 year`, `3 Jahre`

/// The action as a sentence: `migrate yourself by 2024-01-18`, `adjust term or seats, 1 day left`.
std::string action_sentence(const Action& action, const PlanEntry& entry, Date as_of, Language language);

/// What happened, without place: `ExpirationDate "03/04/2024" can be 3 April or 4 March`.
std::string message(const Diagnostic& diagnostic, Language language);
/// What was expected instead, and how to fix it; may be empty.
std::string expectation(const Diagnostic& diagnostic, Language language);
std::string fix(const Diagnostic& diagnostic, Language language);

/// One reason as a sentence with its dates and arithmetic.
std::string sentence(const Reason& reason, Language language);
/// Title of a rule 1..14, and where it comes from.
std::string_view rule_title(int rule, Language language);
std::string_view rule_source(int rule);
/// The rule in a few sentences, for `explain R6`.
std::string_view rule_text(int rule, Language language);

/// Fixed texts by id (headings, labels, table words). Every id exists in both languages with the same placeholders.
enum class Text : std::uint16_t;
std::string_view text(Text id, Language language);

}  // namespace nceplan
