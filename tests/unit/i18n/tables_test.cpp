// English and German have the same ids, the same placeholders, and no text is missing or broken.
#include <set>
#include <string>
#include <vector>

#include "i18n/action_table.hpp"
#include "i18n/batch_reason_table.hpp"
#include "i18n/cli_text_table.hpp"
#include "i18n/diagnostic_table.hpp"
#include "i18n/fixed_text_table.hpp"
#include "i18n/reason_table.hpp"
#include "i18n/rule_table.hpp"
#include "i18n/view_text_table.hpp"
#include "i18n/word_table.hpp"
#include "nceplan/base/text.hpp"
#include "support/catch.hpp"

using namespace nceplan;

namespace {

template <typename Table>
void append(std::vector<Bilingual>& all, const Table& words) {
  all.insert(all.end(), words.begin(), words.end());
}

std::vector<Bilingual> all_words() {
  std::vector<Bilingual> all;
  append(all, words::row_kinds);
  append(all, words::segments);
  append(all, words::segment_bases);
  append(all, words::categories);
  append(all, words::statuses);
  append(all, words::billing_plans);
  append(all, words::migrators);
  append(all, words::migration_states);
  append(all, words::changes);
  append(all, words::phases);
  append(all, words::phase_reasons);
  append(all, words::batch_reasons);
  append(all, words::notes);
  append(all, words::severities);
  append(all, words::ineligibilities);
  append(all, words::months);
  append(all, month_abbreviations);
  return all;
}

std::vector<Bilingual> all_sentences() {
  std::vector<Bilingual> all;
  for (const FixedText& fixed : fixed_texts) all.push_back(fixed.text);
  for (const CliTextRow& row : cli_texts) all.push_back(row.text);
  for (const ViewTextRow& row : view_texts) all.push_back(row.text);
  for (const ReasonText& reason : reason_texts) all.push_back(reason.sentence);
  for (const ActionText& action : action_texts) {
    all.push_back(action.phrase);
    all.push_back(action.upcoming);
  }
  for (const DiagnosticText& diagnostic : diagnostic_texts) {
    all.push_back(diagnostic.message);
    all.push_back(diagnostic.expected);
    all.push_back(diagnostic.fix);
  }
  for (const ValueTypeText& type : value_types) all.push_back(type.text);
  for (const RuleText& rule : rule_texts) {
    all.push_back(rule.title);
    all.push_back(rule.text);
  }
  using namespace action_timing;
  using namespace reason_parts;
  append(all, std::vector<Bilingual>{plain, by, from_to, from_only, action_timing::today, one_day_overdue, days_overdue,
                                     one_day_left, action_timing::days_left, last_full_day, closes_today});
  append(all, std::vector<Bilingual>{migrated_without_id, not_covered_without_end, scheduled_without_term,
                                     scheduled_at_renewal, ineligible_code, ineligible_reason, because,
                                     reason_parts::from, reason_parts::until, evidence_without_id, says, error});
  append(all, std::vector<Bilingual>{clear_ineligible, clear_promotion, clear_bundle, did_you_mean, no_error_given,
                                     day_and_month, quoted});
  return all;
}

std::vector<Bilingual> all_texts() {
  std::vector<Bilingual> all = all_words();
  append(all, all_sentences());
  return all;
}

std::set<std::string> placeholders_of(std::string_view text) {
  std::set<std::string> found;
  for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
    found.emplace(text.substr(open, text.find('}', open) - open + 1));
  }
  return found;
}

/// True for NFC: German texts are typed with one code point for each umlaut, never with a combining mark.
bool has_combining_mark(std::string_view text) {
  return text.find("\xcc") != std::string_view::npos || text.find("\xcd") != std::string_view::npos;
}

}  // namespace

TEST_CASE("Every text is there in both languages or in neither") {
  for (const Bilingual& text : all_texts()) {
    INFO(text.en << " / " << text.de);
    CHECK(text.en.empty() == text.de.empty());
  }
}

TEST_CASE("Only the words of empty codes, and what a diagnostic need not say, are empty") {
  for (const FixedText& fixed : fixed_texts) CHECK_FALSE(fixed.text.en.empty());
  for (const ViewTextRow& row : view_texts) CHECK_FALSE(row.text.en.empty());
  for (const ReasonText& reason : reason_texts) CHECK_FALSE(reason.sentence.en.empty());
  for (const DiagnosticText& diagnostic : diagnostic_texts) CHECK_FALSE(diagnostic.message.en.empty());
  for (const RuleText& rule : rule_texts) CHECK_FALSE((rule.title.en.empty() || rule.text.en.empty()));
  std::size_t empty_words = 0;
  for (const Bilingual& text : all_words()) empty_words += static_cast<std::size_t>(text.en.empty());
  CHECK(empty_words == 4);  // no billing plan, no reason, no reason to stay or only the plan's
}

TEST_CASE("Both languages have the same placeholders") {
  for (const Bilingual& text : all_texts()) {
    INFO(text.en << " / " << text.de);
    CHECK(placeholders_of(text.en) == placeholders_of(text.de));
  }
}

TEST_CASE("All texts are valid UTF-8, composed, trimmed and on one line") {
  for (const Bilingual& text : all_texts()) {
    for (const std::string_view one : {text.en, text.de}) {
      INFO(one);
      CHECK(is_valid_utf8(one));
      CHECK_FALSE(has_combining_mark(one));
      CHECK(escape_controls(one) == one);
      CHECK((trim(one) == one || one.substr(0, 2) == " (" || one.substr(0, 2) == "; "));
    }
  }
}

TEST_CASE("English texts hold no umlaut, and German ones no transcribed one") {
  for (const Bilingual& text : all_texts()) {
    INFO(text.en << " / " << text.de);
    for (const std::string_view umlaut : {"ä", "ö", "ü", "Ä", "Ö", "Ü", "ß"})
      CHECK(text.en.find(umlaut) == text.en.npos);
    for (const std::string_view wrong : {"fuer", "ueber", "oeffentlich", "naech", "Verlaenger", "pruef", "loesch"}) {
      CHECK(text.de.find(wrong) == text.de.npos);
    }
  }
}
