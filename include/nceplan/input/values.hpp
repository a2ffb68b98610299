// Leaf parsers: the text of one cell to one value, in English and German, without position. The caller adds the place.
// All take trimmed text that is not empty.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "nceplan/base/term.hpp"
#include "nceplan/model/codes.hpp"

namespace nceplan {

/// True/False/TRUE/FALSE/WAHR/FALSCH/yes/no/ja/nein/1/0/on/off, in any case; nothing for other text.
std::optional<bool> parse_boolean(std::string_view text);

/// A term with the billing plan some exports write behind it (`1J1M`: one year, billed monthly).
struct TermCell {
  Term term;
  BillingPlan billing_plan = BillingPlan::unknown;
  friend bool operator==(const TermCell&, const TermCell&) = default;
};
/// ISO durations, `1 Year`, `Annual`, `Monthly`, `12`, `36 mo`, `1 Jahr`, `1J`, `1J1M`, `3 Jahre`, ...
/// `None` and `OneTime` give an unknown term; nothing for text that is no term.
std::optional<TermCell> parse_term(std::string_view text);

/// Monthly/Annual/Triennial/Biennial/OneTime/None, ISO durations, `monatlich`, `jährlich`, ...
std::optional<BillingPlan> parse_billing_plan(std::string_view text);

/// English and German; Graph's Enabled, Warning, LockedOut too.
std::optional<Status> parse_status(std::string_view text);

/// 0 to ten million. `1.234` and `1,234` only when a thousands separator is the only reading; `12.0` is 12.
std::optional<std::int32_t> parse_seats(std::string_view text);

}  // namespace nceplan
