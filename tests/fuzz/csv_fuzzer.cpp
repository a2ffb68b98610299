// Any bytes as a CSV export: they are refused, or read alike in any blocks, with every row accounted for.
#include "fuzz/fuzz_support.hpp"

using namespace nceplan;

namespace {

constexpr std::string_view header = "Customer,Product,Subscription ID,Seats,Renewal date,Base subscription ID\n";

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  fuzz::check_reading("fuzz.csv", content);
  fuzz::check_reading("fuzz.csv", std::string(header) + content);
  return 0;
}
