#include <fmt/format.h>

#include "action_table.hpp"
#include "batch_reason_table.hpp"
#include "format_text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "word_table.hpp"

namespace nceplan {
namespace {

template <typename Enum, std::size_t size>
std::string_view pick(const std::array<Bilingual, size>& table, Enum value, Language language) {
  return table[static_cast<std::size_t>(value)].in(language);
}

}  // namespace

std::string format_date(Date date, Language language) {
  return language == Language::de ? to_german(date) : to_iso(date);
}

std::string format_month(Date date, Language language) {
  const YearMonthDay civil = year_month_day(date);
  return fmt::format("{} {}", words::months[civil.month - 1].in(language), civil.year);
}

std::string_view word(RowKind value, Language language) { return pick(words::row_kinds, value, language); }
std::string_view word(Segment value, Language language) { return pick(words::segments, value, language); }
std::string_view word(SegmentBasis value, Language language) { return pick(words::segment_bases, value, language); }
std::string_view word(Category value, Language language) { return pick(words::categories, value, language); }
std::string_view word(Status value, Language language) { return pick(words::statuses, value, language); }
std::string_view word(BillingPlan value, Language language) { return pick(words::billing_plans, value, language); }
std::string_view word(MigratedBy value, Language language) { return pick(words::migrators, value, language); }
std::string_view word(MigrationState value, Language language) {
  return pick(words::migration_states, value, language);
}
std::string_view word(ChangeKind value, Language language) { return pick(words::changes, value, language); }
std::string_view word(Phase value, Language language) { return pick(words::phases, value, language); }
std::string_view word(Blocker value, Language language) { return word(phase_reason(value), language); }
std::string_view word(PhaseReason value, Language language) { return pick(words::phase_reasons, value, language); }
std::string_view word(Severity value, Language language) { return pick(words::severities, value, language); }

std::string_view word(BatchReason value, Language language) { return pick(words::batch_reasons, value, language); }

std::string_view word(StayReason value, Language language) {
  return value.reason == BatchReason::as_planned ? word(value.plan, language) : word(value.reason, language);
}

std::string_view word(ActionCode value, Language language) {
  return action_texts[static_cast<std::size_t>(value)].phrase.in(language);
}

std::string_view word(Note value, Language language) { return pick(words::notes, value, language); }

std::string format_instant(Instant instant, Language language) {
  const int minutes = instant.second_of_day() / 60;
  return fmt::format("{} {:02}:{:02} UTC", format_date(instant.date(), language), minutes / 60, minutes % 60);
}

std::string word(Term term, Language language) {
  if (!term.known()) return {};
  const bool years = term.months % 12 == 0;
  const int count = years ? term.months / 12 : term.months;
  const Text unit =
      years ? (count == 1 ? Text::single_year : Text::years) : (count == 1 ? Text::single_month : Text::months);
  return format_text(unit, language, count);
}

std::string_view ineligibility_word(int code, Language language) {
  if (code < 0 || code >= static_cast<int>(words::ineligibilities.size())) return {};
  return words::ineligibilities[static_cast<std::size_t>(code)].in(language);
}

}  // namespace nceplan
