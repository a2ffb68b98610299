// The values of a row as people read them: words for codes, dates of the language, sentences for actions.
#pragma once

#include <string>

#include "nceplan/i18n/language.hpp"
#include "output/cell.hpp"

namespace nceplan {

/// The value of a column in the language of `cells`; safe to print on a terminal.
std::string human_text(RowCells& cells, Column column);

/// The primary action as a sentence; without one, why there is none; empty when there is nothing to say. A waived row
/// says until when.
std::string next_step(const RowCells& cells);

/// Mark that says in one character how a row stands (R11, R12): `~` waived, `!` urgent, `?` waits or needs a decision,
/// `-` not covered, a space for all else.
char mark_of(const PlanEntry& entry, Date as_of);

/// `held at CloudNord`, or without a name `held elsewhere`, for a takeover (R12); empty for any other row.
std::string held_elsewhere(const RowCells& cells);

/// Name of the product, else its offer id; safe to print on a terminal.
std::string product_label(const Plan& plan, const Subscription& row, Language language);
/// Name of the customer, else domain, else id; safe to print on a terminal.
std::string customer_label(const Plan& plan, const Subscription& row, Language language);

/// How one of the rows of a customer names it, which files and rows may do differently; the least one is shown.
struct CustomerName {
  bool unnamed = false;  ///< the label is a domain or an id
  std::string label;
  friend auto operator<=>(const CustomerName&, const CustomerName&) = default;
};

}  // namespace nceplan
