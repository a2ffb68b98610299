// Cell texts as the exports and their users write them (docs/formats.md, "Values").
#include "nceplan/input/values.hpp"

#include <array>
#include <charconv>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

/// A short text in lower case (ASCII and the letters of Latin-1) without white space, hyphens and underscores.
/// Longer texts are cut; no known word is that long.
class Word {
 public:
  explicit Word(std::string_view text) {
    char before = 0;
    for (const char c : text) {
      if (size_ == letters_.size()) break;
      if (c == ' ' || c == '_' || c == '\t' || (c == '-' && size_ != 0)) continue;  // a sign is no hyphen
      // UTF-8 writes Latin-1's capital letters as C3 80 to C3 9E, and the small ones 0x20 higher.
      const bool latin_capital = before == '\xc3' && static_cast<unsigned char>(c) < 0x9f;
      letters_[size_++] = latin_capital ? static_cast<char>(c + 0x20) : to_lower_ascii(c);
      before = c;
    }
  }

  std::string_view view() const { return {letters_.data(), size_}; }

 private:
  std::array<char, 32> letters_{};
  std::size_t size_ = 0;
};

template <typename Value>
struct Named {
  std::string_view name;
  Value value;
};

template <typename Value, std::size_t size>
std::optional<Value> find_named(const Named<Value> (&table)[size], std::string_view name) {
  for (const Named<Value>& entry : table) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

constexpr Named<bool> booleans[] = {
    {"true", true},         {"false", false},    {"wahr", true},  {"falsch", false}, {"yes", true},
    {"no", false},          {"ja", true},        {"nein", false}, {"1", true},       {"0", false},
    {"on", true},           {"off", false},      {"y", true},     {"n", false},      {"j", true},
    {"enabled", true},      {"disabled", false}, {"ein", true},   {"aus", false},    {"aktiviert", true},
    {"deaktiviert", false}, {"x", true},
};

constexpr Term unknown_term{};

constexpr Named<Term> term_words[] = {
    {"annual", one_year},         {"annually", one_year},        {"yearly", one_year},
    {"year", one_year},           {"oneyear", one_year},         {"monthly", one_month},
    {"month", one_month},         {"onemonth", one_month},       {"triennial", three_years},
    {"triennially", three_years}, {"threeyear", three_years},    {"threeyears", three_years},
    {"biennial", Term{24}},       {"jährlich", one_year},        {"jaehrlich", one_year},
    {"jahr", one_year},           {"einjährig", one_year},       {"einjaehrig", one_year},
    {"monatlich", one_month},     {"monat", one_month},          {"dreijährig", three_years},
    {"dreijaehrig", three_years}, {"dreijährlich", three_years}, {"dreijaehrlich", three_years},
    {"zweijährig", Term{24}},     {"zweijaehrig", Term{24}},     {"none", unknown_term},
    {"onetime", unknown_term},    {"einmalig", unknown_term},    {"keine", unknown_term},
    {"n/a", unknown_term},
};

constexpr Named<BillingPlan> billing_words[] = {
    {"monthly", BillingPlan::monthly},
    {"annual", BillingPlan::annual},
    {"annually", BillingPlan::annual},
    {"yearly", BillingPlan::annual},
    {"triennial", BillingPlan::triennial},
    {"triennially", BillingPlan::triennial},
    {"biennial", BillingPlan::biennial},
    {"biennially", BillingPlan::biennial},
    {"onetime", BillingPlan::one_time},
    {"none", BillingPlan::none},
    {"monatlich", BillingPlan::monthly},
    {"mtl", BillingPlan::monthly},
    {"mtl.", BillingPlan::monthly},
    {"jährlich", BillingPlan::annual},
    {"jaehrlich", BillingPlan::annual},
    {"jährl.", BillingPlan::annual},
    {"zweijährlich", BillingPlan::biennial},
    {"zweijaehrlich", BillingPlan::biennial},
    {"dreijährlich", BillingPlan::triennial},
    {"dreijaehrlich", BillingPlan::triennial},
    {"everytwoyears", BillingPlan::biennial},  // as the words of a workbook
    {"everythreeyears", BillingPlan::triennial},
    {"allezweijahre", BillingPlan::biennial},
    {"alledreijahre", BillingPlan::triennial},
    {"once", BillingPlan::one_time},
    {"einmalig", BillingPlan::one_time},
    {"keine", BillingPlan::none},
    {"kein", BillingPlan::none},
    {"month", BillingPlan::monthly},
    {"year", BillingPlan::annual},
    {"monat", BillingPlan::monthly},
    {"jahr", BillingPlan::annual},
};

constexpr Named<Status> status_words[] = {
    {"active", Status::active},        {"aktiv", Status::active},         {"enabled", Status::active},
    {"warning", Status::active},       {"aktiviert", Status::active},     {"suspended", Status::suspended},
    {"ausgesetzt", Status::suspended}, {"angehalten", Status::suspended}, {"gesperrt", Status::suspended},
    {"deleted", Status::deleted},      {"gelöscht", Status::deleted},     {"geloescht", Status::deleted},
    {"cancelled", Status::deleted},    {"canceled", Status::deleted},     {"storniert", Status::deleted},
    {"expired", Status::expired},      {"abgelaufen", Status::expired},   {"disabled", Status::disabled},
    {"lockedout", Status::disabled},   {"deaktiviert", Status::disabled}, {"inactive", Status::disabled},
    {"inaktiv", Status::disabled},     {"pending", Status::pending},      {"ausstehend", Status::pending},
};

constexpr Named<unsigned> unit_months[] = {
    {"m", 1},      {"mo", 1},     {"mon", 1},     {"mos", 1},    {"mth", 1},     {"month", 1}, {"months", 1},
    {"monat", 1},  {"monate", 1}, {"monaten", 1}, {"y", 12},     {"yr", 12},     {"yrs", 12},  {"year", 12},
    {"years", 12}, {"j", 12},     {"jahr", 12},   {"jahre", 12}, {"jahren", 12}, {"a", 12},
};

constexpr unsigned longest_term = 1200;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes a number and the unit behind it off the front of `word`; the unit may be empty.
struct Quantity {
  unsigned count = 0;
  std::string_view unit;
};
std::optional<Quantity> take_quantity(std::string_view& word) {
  Quantity taken;
  const auto [stopped, error] = std::from_chars(word.data(), word.data() + word.size(), taken.count);
  if (error != std::errc{}) return std::nullopt;
  word.remove_prefix(static_cast<std::size_t>(stopped - word.data()));
  std::size_t letters = 0;
  while (letters < word.size() && !is_digit(word[letters]) && word[letters] != '/') ++letters;
  taken.unit = word.substr(0, letters);
  word.remove_prefix(letters);
  return taken;
}

std::optional<Term> term_of(Quantity quantity) {
  unsigned months_per_unit = 1;
  if (quantity.unit.empty()) {
    // A bare 3 may be months or years; only 1 and whole years of months are said clearly.
    if (quantity.count != 1 && quantity.count % 12 != 0) return std::nullopt;
  } else {
    const auto months = find_named(unit_months, quantity.unit);
    if (!months) return std::nullopt;
    months_per_unit = *months;
  }
  if (quantity.count == 0 || quantity.count > longest_term / months_per_unit) return std::nullopt;
  return Term{static_cast<std::uint16_t>(quantity.count * months_per_unit)};
}

std::optional<BillingPlan> billing_plan_of(Term interval) {
  switch (interval.months) {
    case 1:
      return BillingPlan::monthly;
    case 12:
      return BillingPlan::annual;
    case 24:
      return BillingPlan::biennial;
    case 36:
      return BillingPlan::triennial;
    default:
      return std::nullopt;
  }
}

/// `12`, `36 mo`, `3 Jahre`, `1J1M`: a term, with the billing interval behind it.
std::optional<TermCell> counted_term(std::string_view word) {
  const auto first = take_quantity(word);
  const auto term = first ? term_of(*first) : std::nullopt;
  if (!term) return std::nullopt;
  if (word.empty()) return TermCell{*term};
  if (word.front() == '/') word.remove_prefix(1);
  const auto second = take_quantity(word);
  if (!second || second->unit.empty() || first->unit.size() != 1 || !word.empty()) return std::nullopt;
  const auto interval = term_of(*second);
  const auto billing = interval ? billing_plan_of(*interval) : std::nullopt;
  if (!billing) return std::nullopt;
  return TermCell{*term, *billing};
}

constexpr std::int32_t most_seats = 10'000'000;

/// Appends digits to a number that stays within `most_seats`; false when it would not.
bool append_digits(std::string_view digits, std::int32_t& number) {
  for (const char c : digits) {
    if (!is_digit(c)) return false;
    number = number * 10 + (c - '0');
    if (number > most_seats) return false;
  }
  return true;
}

bool is_all_zeros(std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; }

/// Length of a mark that can stand between groups of three digits, 0 for anything else.
std::size_t grouping_mark(std::string_view text) {
  static constexpr std::array<std::string_view, 7> marks = {".",           ",", "'", " ", "\xc2\xa0", "\xe2\x80\xaf",
                                                            "\xe2\x80\x99"};
  for (const std::string_view mark : marks) {
    if (text.substr(0, mark.size()) == mark) return mark.size();
  }
  return 0;
}

std::size_t digit_run(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  return digits;
}

/// Digits behind the last mark, when that is a decimal point or comma: whole numbers only have zeros there.
bool is_zero_fraction(std::string_view mark, std::string_view digits) {
  return (mark == "." || mark == ",") && !digits.empty() && is_all_zeros(digits);
}

}  // namespace

std::optional<bool> parse_boolean(std::string_view text) { return find_named(booleans, Word(text).view()); }

std::optional<TermCell> parse_term(std::string_view text) {
  if (const auto term = parse_iso_term(text)) return TermCell{*term};
  const Word word(text);
  if (const auto term = find_named(term_words, word.view())) return TermCell{*term};
  return counted_term(word.view());
}

std::optional<BillingPlan> parse_billing_plan(std::string_view text) {
  const Word word(text);
  if (const auto plan = find_named(billing_words, word.view())) return plan;
  const auto interval = parse_term(text);
  return interval ? billing_plan_of(interval->term) : std::nullopt;
}

std::optional<Status> parse_status(std::string_view text) { return find_named(status_words, Word(text).view()); }

std::optional<std::int32_t> parse_seats(std::string_view text) {
  std::int32_t seats = 0;
  std::size_t digits = digit_run(text);
  if (digits == 0 || !append_digits(text.substr(0, digits), seats)) return std::nullopt;
  const std::size_t leading_digits = digits;
  text.remove_prefix(digits);
  std::string_view group_mark;
  std::size_t groups = 0;
  while (!text.empty()) {
    const std::string_view mark = text.substr(0, grouping_mark(text));
    text.remove_prefix(mark.size());
    digits = digit_run(text);
    if (mark.empty() || digits == 0) return std::nullopt;
    const std::string_view run = text.substr(0, digits);
    text.remove_prefix(digits);
    const bool is_group = digits == 3 && leading_digits <= 3 && seats != 0 && (groups == 0 || mark == group_mark);
    const bool is_fraction = text.empty() && is_zero_fraction(mark, run) && mark != group_mark;
    if (is_group == is_fraction) return std::nullopt;  // neither, or `1.000`, which can be one or a thousand
    if (is_fraction) return seats;
    if (!append_digits(run, seats)) return std::nullopt;
    group_mark = mark;
    ++groups;
  }
  return seats;
}

}  // namespace nceplan
