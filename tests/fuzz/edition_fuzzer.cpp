// Any bytes as a schedule edition of the user's own: refused, or with lengths and days that can be planned with.
#include <cstdlib>
#include <string>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/edition_reader.hpp"

using namespace nceplan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string json(reinterpret_cast<const char*>(data), size);
  try {
    const Edition edition = read_edition(json, "fuzz.json");
    if (edition.id.empty() || edition.window_days < 1 || edition.preorder_days < 0) std::abort();
    for (const auto& [legacy, target] : edition.outcomes) {
      if (!legacy.known() || !target.known()) std::abort();
    }
    if (!edition.default_outcome.known()) std::abort();
  } catch (const Failure&) {
    return 0;
  }
  return 0;
}
