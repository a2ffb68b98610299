// Any bytes as a schedule edition of the user's own: refused, or with lengths and days that can be planned with.
#include <string>

#include "fuzz/fuzz_support.hpp"
#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/edition_reader.hpp"

using namespace nceplan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string json(reinterpret_cast<const char*>(data), size);
  try {
    const Edition edition = read_edition(json, "fuzz.json");
    fuzz::require(!edition.id.empty() && edition.window_days >= 1 && edition.preorder_days >= 0,
                  "an edition has a name and lengths to plan with");
    for (const auto& [legacy, target] : edition.outcomes) {
      fuzz::require(legacy.known() && target.known(), "outcomes are terms");
    }
    fuzz::require(edition.default_outcome.known(), "the usual outcome is a term");
  } catch (const Failure&) {
    return 0;
  }
  return 0;
}
