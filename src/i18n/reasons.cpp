#include <fmt/format.h>

#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"
#include "reason_table.hpp"

namespace nceplan {
namespace {

/// The word of the value 0..`last` whose code is `code`; the code itself when there is none.
template <typename Enum>
std::string word_for_code(std::string_view code, Enum last, Language language) {
  for (std::uint8_t value = 0; value <= static_cast<std::uint8_t>(last); ++value) {
    if (to_code(static_cast<Enum>(value)) == code) return std::string(word(static_cast<Enum>(value), language));
  }
  return escape_controls(code);
}

std::string first_text(const Reason& reason, Language language) {
  switch (reason.statement) {
    case Statement::segment_decided:
      return word_for_code(reason.a, Segment::gcc, language);
    case Statement::category_decided:
    case Statement::microsoft_date_unknown:
    case Statement::self_service_announced:
    case Statement::self_service_unknown:
      return word_for_code(reason.a, Category::multi_year, language);
    case Statement::not_covered:
    case Statement::blocked:
      return word_for_code(reason.a, PhaseReason::not_yet_open, language);
    case Statement::phase_decided:
      return word_for_code(reason.a, Phase::open, language);
    case Statement::action:
      return word_for_code(reason.a, ActionCode::clear_failed_migration, language);
    default:
      return escape_controls(reason.a);
  }
}

std::string second_text(const Reason& reason, Language language) {
  switch (reason.statement) {
    case Statement::segment_decided:
      return word_for_code(reason.b, SegmentBasis::assumed, language);
    case Statement::bundle_blocked_by:
    case Statement::phase_decided:
      return word_for_code(reason.b, PhaseReason::not_yet_open, language);
    case Statement::ineligible:
      return std::string(ineligibility_word(static_cast<int>(reason.number), language));
    default:
      return escape_controls(reason.b);
  }
}

/// The number of a reason; of the window its length, which its dates spell out.
std::int64_t number_of(const Reason& reason) {
  const bool window = reason.statement == Statement::window && reason.dates[0] && reason.dates[2];
  return window ? *reason.dates[2] - *reason.dates[0] : reason.number;
}

/// The sentence for the values that are there.
std::string template_of(const Reason& reason, Language language) {
  std::string sentence(reason_texts[static_cast<std::size_t>(reason.statement)].sentence.in(language));
  const auto part = [&](bool wanted, const Bilingual& text) {
    return wanted ? std::string(text.in(language)) : std::string();
  };
  switch (reason.statement) {
    case Statement::migrated_already:
      return reason.a.empty() ? part(true, reason_parts::migrated_without_id) : sentence;
    case Statement::migrated_says_evidence:
      return reason.a.empty() ? part(true, reason_parts::evidence_without_id) : sentence;
    case Statement::migration_failed:
      return sentence + part(!reason.b.empty(), reason_parts::says) + part(!reason.a.empty(), reason_parts::error);
    case Statement::migration_running:
    case Statement::migration_cancelled:
      return sentence + part(!reason.b.empty(), reason_parts::says);
    case Statement::not_covered:
      return reason.dates[0] ? sentence : part(true, reason_parts::not_covered_without_end);
    case Statement::partner_scheduled:
      if (!reason.dates[0]) return part(true, reason_parts::scheduled_at_renewal);
      return reason.term.known() ? sentence : part(true, reason_parts::scheduled_without_term);
    case Statement::ineligible:
      return sentence + part(reason.number >= 0, reason_parts::ineligible_code) +
             part(!reason.a.empty(), reason_parts::ineligible_reason);
    case Statement::phase_decided:
      return sentence + part(!reason.b.empty(), reason_parts::because);
    case Statement::action:
      return sentence + part(reason.dates[0].has_value(), reason_parts::from) +
             part(reason.dates[1].has_value(), reason_parts::until);
    default:
      return sentence;
  }
}

}  // namespace

std::string sentence(const Reason& reason, Language language) {
  const auto date = [&](std::size_t index) {
    return reason.dates[index] ? format_date(*reason.dates[index], language) : std::string();
  };
  return fmt::format(fmt::runtime(template_of(reason, language)), fmt::arg("d0", date(0)), fmt::arg("d1", date(1)),
                     fmt::arg("d2", date(2)), fmt::arg("n", number_of(reason)),
                     fmt::arg("clock", fmt::format("{:02}:{:02}", reason.number / 3600 % 24, reason.number / 60 % 60)),
                     fmt::arg("t", to_iso(reason.term)), fmt::arg("term", word(reason.term, language)),
                     fmt::arg("a", first_text(reason, language)), fmt::arg("b", second_text(reason, language)));
}

}  // namespace nceplan
