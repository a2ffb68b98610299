// Any bytes as waivers, by themselves and below headers in either language: refused, or every waiver says what is
// waived, why, by whom and until when.
#include <algorithm>

#include "fuzz/fuzz_support.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/waiver_reader.hpp"

using namespace nceplan;

namespace {

constexpr std::string_view english = "subscription,customer,reason,owner,until\n";
constexpr std::string_view german = "Abonnement;Kunde;Grund;Verantwortlich;Gültig bis\n";

void check_waiver(const Waiver& waiver, std::uint64_t lines) {
  fuzz::require(!waiver.target().empty(), "a waiver names what it waives");
  fuzz::require(!waiver.reason.empty() && !waiver.owner.empty(), "a waiver has a reason and an owner");
  fuzz::require_day(waiver.until);
  for (const std::string& text : {waiver.subscription, waiver.customer, waiver.reason, waiver.owner}) {
    fuzz::require(is_valid_utf8(text), "texts are UTF-8");
  }
  fuzz::require(waiver.line >= 1 && waiver.line <= lines, "a waiver stands on a line of its file");
}

void check_file(const std::string& content) {
  Diagnostics diagnostics;
  try {
    const Waivers waivers = read_waivers(memory_file("fuzz.csv", content), {}, diagnostics);
    // Any of these ends a line, in whichever encoding.
    const auto breaks = std::count_if(content.begin(), content.end(), [](char c) { return c == '\n' || c == '\r'; });
    for (const Waiver& waiver : waivers) check_waiver(waiver, static_cast<std::uint64_t>(breaks) + 1);
  } catch (const Failure&) {
    return;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  check_file(content);
  check_file(std::string(english) + content);
  check_file(std::string(german) + content);
  return 0;
}
