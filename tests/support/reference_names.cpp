#include "support/reference_names.hpp"

#include <regex>
#include <vector>

#include "nceplan/base/text.hpp"

namespace nceplan::test::reference {
namespace {

bool part_of_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether `phrase` stands in `text` with no letter or digit touching it; both are folded.
bool has_words(const std::string& text, const std::string& phrase, bool as_prefix = false) {
  for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + 1)) {
    const std::size_t behind = at + phrase.size();
    const bool starts = at == 0 || !part_of_word(text[at - 1]) || !part_of_word(phrase.front());
    const bool ends = as_prefix || behind == text.size() || !part_of_word(text[behind]) || !part_of_word(phrase.back());
    if (starts && ends) return true;
  }
  return false;
}

bool has_any(const std::string& text, const std::vector<std::string>& phrases) {
  for (const std::string& phrase : phrases) {
    if (has_words(text, phrase)) return true;
  }
  return false;
}

/// The parts of `text` that are inside parentheses.
std::string inside_parentheses(const std::string& text) {
  std::string inside;
  int depth = 0;
  for (const char c : text) {
    if (c == ')' && depth > 0) --depth;
    inside += depth > 0 ? c : ' ';
    if (c == '(') ++depth;
  }
  return inside;
}

std::optional<Segment> segment_in(const std::string& name) {
  if (has_words(name, "gcc")) return Segment::gcc;
  if (has_any(name, {"(government pricing)", "(goverment pricing)", "(preise für behörden)"})) {
    return Segment::government;
  }
  if (has_any(inside_parentheses(name), {"nonprofit", "nonprofits", "non-profit", "non-profits"}) ||
      has_any(name, {"charity", "volunteer", "donation", "(wohltätigkeitsorganisationen)"}) ||
      has_words(name, "gemeinnützig", true)) {
    return Segment::nonprofit;
  }
  if (has_any(name,
              {"for faculty", "for student", "for students", "student use benefit", "students use benefit", "for edu",
               "for education", "(education", "faculty", "a1", "a3", "a5", "für lehrkräfte", "für lehrpersonal",
               "für lehrkörper", "für lehrer", "für schüler", "für studenten", "für kursteilnehmer"}) ||
      has_words(name, "bildungseinrichtung", true)) {
    return Segment::education;
  }
  return std::nullopt;
}

Term term_in(const std::string& name) {
  std::smatch found;
  static const std::regex months(R"(\((\d+) (mo|monate)\))");
  if (std::regex_search(name, found, months)) return Term{static_cast<std::uint16_t>(std::stoi(found[1]))};
  static const std::regex years(R"(\((\d+)( years?|-year| jahre)\))");
  static const std::regex at_the_end(R"((\d+)-year$)");
  if (std::regex_search(name, found, years) || std::regex_search(name, found, at_the_end)) {
    return Term{static_cast<std::uint16_t>(12 * std::stoi(found[1]))};
  }
  return {};
}

}  // namespace

NameFacts facts_of_name(const std::string& name) {
  const std::string folded = fold(name);
  const auto starts_with = [&folded](const std::string& words) {
    return folded.rfind(words, 0) == 0 && has_words(folded, words);
  };
  NameFacts facts;
  facts.segment = segment_in(folded);
  facts.term = term_in(folded);
  facts.trial = has_any(folded, {"trial", "testversion"});
  facts.promotion = has_any(folded, {"promo", "promotion", "shift campaign", "migration program"});
  facts.shares_seats = starts_with("microsoft 365 business") || starts_with("office 365 business") ||
                       has_words(folded, "apps for business");
  return facts;
}

}  // namespace nceplan::test::reference
