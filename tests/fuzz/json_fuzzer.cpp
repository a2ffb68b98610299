// Any bytes as an export in JSON or NDJSON, by itself and inside the shapes that are known.
#include "fuzz/fuzz_support.hpp"

using namespace nceplan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  fuzz::check_reading("fuzz.json", content);
  fuzz::check_reading("fuzz.ndjson", content);
  fuzz::check_reading("fuzz.json", "{\"companyName\":\"A\",\"items\":[" + content + "]}");
  return 0;
}
