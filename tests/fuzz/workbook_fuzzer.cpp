// Any bytes as a workbook, and any XML inside of one, as an export and as an offer matrix.
#include "fuzz/fuzz_support.hpp"
#include "fuzz/made_workbook.hpp"
#include "nceplan/input/offer_reader.hpp"

using namespace nceplan;

namespace {

void check_matrix(const std::string& workbook) {
  Diagnostics diagnostics;
  try {
    static_cast<void>(read_offer_matrix(memory_file("fuzz.xlsx", workbook), {}, diagnostics));
  } catch (const Failure&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  fuzz::check_reading("fuzz.xlsx", content.substr(0, 2) == "PK" ? content : "PK\x03\x04" + content);
  const std::string workbook = fuzz::made_workbook(fuzz::workbook_xml(content));
  fuzz::check_reading("fuzz.xlsx", workbook);
  check_matrix(workbook);
  Diagnostics diagnostics;
  const auto portfolio = fuzz::portfolio_of("fuzz.xlsx", workbook, {}, diagnostics);
  if (portfolio) fuzz::check_plan(fuzz::plan_of(*portfolio, *parse_iso_date("2024-01-16")));
  return 0;
}
