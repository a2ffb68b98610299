// What a product's name says of its offer (R2, R3, R10), read slowly and word by word from docs/rules.md. Shares no
// code with src/rules, so that both can be held against each other.
#pragma once

#include <optional>
#include <string>

#include "nceplan/base/term.hpp"
#include "nceplan/model/codes.hpp"

namespace nceplan::test::reference {

struct NameFacts {
  std::optional<Segment> segment;
  Term term;  ///< in parentheses or at the very end; unknown when there is none
  bool trial = false;
  bool promotion = false;
  bool shares_seats = false;  ///< one of the Business names of R10
};

NameFacts facts_of_name(const std::string& name);

}  // namespace nceplan::test::reference
