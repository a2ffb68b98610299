#include "nceplan/rules/ineligibility.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

struct Pattern {
  std::int8_t code;
  std::string_view first;   ///< both parts must occur
  std::string_view second;  ///< may be empty
};

// Parts are in lower case and without blanks, so that `SubscriptionAddOnsPresent` and "has add-ons" are found alike.
// The more special sentence comes first: a custom end date that must align also speaks of a custom end date.
constexpr std::array patterns = {
    Pattern{12, "customterm", "align"}, Pattern{12, "customend", "align"}, Pattern{11, "customterm", "end"},
    Pattern{11, "customend", ""},       Pattern{10, "fullterm", ""},       Pattern{10, "newterm", "24h"},
    Pattern{9, "partnerid", ""},        Pattern{9, "mpnid", ""},           Pattern{8, "trade", ""},
    Pattern{7, "less", "month"},        Pattern{7, "less", "30days"},      Pattern{7, "least", "month"},
    Pattern{6, "term", "billing"},      Pattern{6, "combination", ""},     Pattern{5, "newcommerceproduct", ""},
    Pattern{5, "nceproduct", ""},       Pattern{5, "ncesku", ""},          Pattern{5, "product", "available"},
    Pattern{5, "equivalent", ""},       Pattern{4, "addon", ""},           Pattern{3, "promo", ""},
    Pattern{2, "tooclose", ""},         Pattern{2, "close", "termend"},    Pattern{2, "within24h", ""},
    Pattern{1, "processed", ""},        Pattern{1, "processing", ""},      Pattern{0, "notactive", ""},
    Pattern{0, "isntactive", ""},       Pattern{0, "active", "state"},     Pattern{0, "active", "status"},
    Pattern{0, "inactive", ""},         Pattern{0, "suspended", ""},       Pattern{0, "expired", ""},
    Pattern{0, "disabled", ""},         Pattern{0, "deleted", ""},
};
constexpr int last_code = 12;

std::string letters_and_digits(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    const char lower = to_lower_ascii(c);
    if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) kept += lower;
  }
  return kept;
}

/// `7` or `7: ...`.
std::int8_t leading_code(std::string_view text) {
  int code = 0;
  const char* const end = text.data() + text.size();
  const auto [stopped, error] = std::from_chars(text.data(), end, code);
  const bool whole = error == std::errc{} && (stopped == end || *stopped == ':');
  return whole && code >= 0 && code <= last_code ? static_cast<std::int8_t>(code) : no_ineligibility_code;
}

std::int8_t code_of_one(std::string_view reason) {
  const std::int8_t stated = leading_code(reason);
  if (stated != no_ineligibility_code) return stated;
  const std::string text = letters_and_digits(reason);
  const auto found = std::find_if(patterns.begin(), patterns.end(), [&text](const Pattern& pattern) {
    return text.find(pattern.first) != std::string::npos && text.find(pattern.second) != std::string::npos;
  });
  return found == patterns.end() ? no_ineligibility_code : found->code;
}

}  // namespace

std::int8_t ineligibility_code_of(std::string_view reason) {
  for (const std::string_view one : split(reason, ';')) {
    const std::int8_t code = code_of_one(one);
    if (code != no_ineligibility_code) return code;
  }
  return no_ineligibility_code;
}

}  // namespace nceplan
