#include "nceplan/model/edition.hpp"

#include <algorithm>

namespace nceplan {

Term Edition::outcome_of(Term legacy) const {
  const auto found = std::find_if(outcomes.begin(), outcomes.end(),
                                  [legacy](const std::pair<Term, Term>& outcome) { return outcome.first == legacy; });
  return found == outcomes.end() ? default_outcome : found->second;
}

}  // namespace nceplan
