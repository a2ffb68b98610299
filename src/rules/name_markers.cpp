#include "nceplan/rules/name_markers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// In UTF-8, U+0080..U+00BF starts with C2 and U+2000..U+2FFF with E2: signs and spaces, hardly a letter among them.
std::size_t sign_length(std::string_view text) {
  if (text.front() == '\xc2') return 2;
  return text.front() == '\xe2' ? 3 : 0;
}

bool is_unicode_hyphen(std::string_view sign) { return sign >= "\xe2\x80\x90" && sign <= "\xe2\x80\x95"; }

/// Words and single punctuation marks of a folded text, in order; any hyphen is "-".
std::vector<std::string_view> tokens_of(std::string_view text) {
  std::vector<std::string_view> tokens;
  while (!text.empty()) {
    std::size_t length = 0;
    if (const std::size_t sign = sign_length(text); sign != 0) {
      length = std::min(sign, text.size());
      if (is_unicode_hyphen(text.substr(0, length))) tokens.push_back("-");
    } else if (is_word_byte(text.front())) {
      while (length < text.size() && is_word_byte(text[length]) && sign_length(text.substr(length)) == 0) ++length;
      tokens.push_back(text.substr(0, length));
    } else {
      length = 1;
      if (text.front() != ' ') tokens.push_back(text.substr(0, length));
    }
    text.remove_prefix(length);
  }
  return tokens;
}

using Tokens = std::vector<std::string_view>;

/// `phrase` is tokens with a space between; a trailing `*` lets a word go on.
bool matches_at(const Tokens& tokens, std::size_t at, std::string_view phrase) {
  while (!phrase.empty()) {
    const std::string_view wanted = phrase.substr(0, phrase.find(' '));
    phrase.remove_prefix(std::min(phrase.size(), wanted.size() + 1));
    if (at == tokens.size()) return false;
    const std::string_view token = tokens[at++];
    const bool matches = wanted.back() == '*'
                             ? token.substr(0, wanted.size() - 1) == wanted.substr(0, wanted.size() - 1)
                             : token == wanted;
    if (!matches) return false;
  }
  return true;
}

bool contains(const Tokens& tokens, std::string_view phrase) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const bool may_match = tokens[at].front() == phrase.front();  // false for most tokens, which are done with that
    if (may_match && matches_at(tokens, at, phrase)) return true;
  }
  return false;
}

bool contains_in_parentheses(const Tokens& tokens, std::string_view phrase) {
  int depth = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at] == "(") ++depth;
    if (tokens[at] == ")") depth = std::max(0, depth - 1);
    if (depth > 0 && matches_at(tokens, at, phrase)) return true;
  }
  return false;
}

template <std::size_t size>
bool contains_any(const Tokens& tokens, const std::array<std::string_view, size>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&tokens](std::string_view phrase) { return contains(tokens, phrase); });
}

// R2, in its order of precedence: gcc, government, nonprofit, education.
constexpr std::array<std::string_view, 1> gcc_phrases = {"gcc"};
constexpr std::array<std::string_view, 3> government_phrases = {"( government pricing )", "( goverment pricing )",
                                                                "( preise für behörden )"};
constexpr std::array<std::string_view, 4> nonprofit_in_parentheses = {"nonprofit", "nonprofits", "non - profit",
                                                                      "non - profits"};
constexpr std::array<std::string_view, 5> nonprofit_phrases = {"charity", "volunteer", "donation", "gemeinnützig*",
                                                               "( wohltätigkeitsorganisationen )"};
constexpr std::array<std::string_view, 18> education_phrases = {"faculty",
                                                                "for student",
                                                                "for students",
                                                                "student use benefit",
                                                                "students use benefit",
                                                                "for edu",
                                                                "for education",
                                                                "( education",
                                                                "a1",
                                                                "a3",
                                                                "a5",
                                                                "für lehrkräfte",
                                                                "für lehrpersonal",
                                                                "für lehrkörper",
                                                                "für lehrer",
                                                                "für schüler",
                                                                "für studenten",
                                                                "für kursteilnehmer"};
constexpr std::array<std::string_view, 1> education_prefixes = {"bildungseinrichtung*"};

constexpr std::array<std::string_view, 2> trial_phrases = {"trial", "testversion"};
constexpr std::array<std::string_view, 4> promotion_phrases = {"promo", "promotion", "shift campaign",
                                                               "migration program"};

std::optional<Segment> segment_in(const Tokens& tokens) {
  if (contains_any(tokens, gcc_phrases)) return Segment::gcc;
  if (contains_any(tokens, government_phrases)) return Segment::government;
  const bool nonprofit =
      std::any_of(nonprofit_in_parentheses.begin(), nonprofit_in_parentheses.end(),
                  [&tokens](std::string_view phrase) { return contains_in_parentheses(tokens, phrase); });
  if (nonprofit || contains_any(tokens, nonprofit_phrases)) return Segment::nonprofit;
  if (contains_any(tokens, education_phrases) || contains_any(tokens, education_prefixes)) return Segment::education;
  return std::nullopt;
}

Term term_of(std::string_view digits, unsigned months_each) {
  constexpr unsigned longest = 1200;
  unsigned count = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, count);
  if (error != std::errc{} || stopped != end || count > longest / months_each) return {};
  return Term{static_cast<std::uint16_t>(count * months_each)};
}

unsigned months_in(std::string_view unit) {
  if (unit == "mo" || unit == "monate") return 1;
  return unit == "year" || unit == "years" || unit == "jahre" ? 12 : 0;
}

/// The term in a whole parenthesis that starts at `at`: `(N mo)`, `(N years)`, `(N-year)`.
Term term_in_parenthesis(const Tokens& tokens, std::size_t at) {
  if (tokens[at] != "(" || at + 3 >= tokens.size()) return {};
  const unsigned months = months_in(tokens[at + 2]);
  if (months != 0 && tokens[at + 3] == ")") return term_of(tokens[at + 1], months);
  return matches_at(tokens, at + 2, "- year )") ? term_of(tokens[at + 1], 12) : Term{};
}

Term term_in(const Tokens& tokens) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Term term = term_in_parenthesis(tokens, at);
    if (term.known()) return term;
  }
  const std::size_t count = tokens.size();
  return count >= 3 && matches_at(tokens, count - 2, "- year") ? term_of(tokens[count - 3], 12) : Term{};
}

}  // namespace

NameMarkers name_markers_of(std::string_view name) {
  const std::string folded = fold(name);
  const Tokens tokens = tokens_of(folded);
  return {.segment = segment_in(tokens),
          .term = term_in(tokens),
          .trial = contains_any(tokens, trial_phrases),
          .promotion = contains_any(tokens, promotion_phrases),
          .seat_capped = matches_at(tokens, 0, "microsoft 365 business") ||
                         matches_at(tokens, 0, "office 365 business") || contains(tokens, "apps for business")};
}

}  // namespace nceplan
