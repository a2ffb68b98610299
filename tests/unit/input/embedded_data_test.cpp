#include "nceplan/input/embedded_data.hpp"

#include <fstream>
#include <iterator>

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("embedded files are sorted and the same bytes as in data/") {
  std::string_view before;
  for (const EmbeddedFile& file : embedded_files()) {
    INFO(file.path);
    CHECK(before < file.path);
    before = file.path;
    std::ifstream stream(NCEPLAN_SOURCE_DIR "/data/" + std::string(file.path), std::ios::binary);
    const std::string content((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    CHECK(file.content == content);
  }
}

TEST_CASE("an embedded file is found by its path below data/") {
  CHECK(embedded_file("offers.csv").substr(0, 9) == "offer_id,");
  CHECK(embedded_file("schedules/2023-07.json").front() == '{');
  CHECK(embedded_file("schedules/2024-05.json").find("2024-09-01") != std::string_view::npos);
  CHECK(embedded_file("samples/kunden.csv").substr(0, 16) == "PartnerTenantId,");
  CHECK(embedded_file("").empty());
  CHECK(embedded_file("offers").empty());
  CHECK(embedded_file("schedules/2023-08.json").empty());
}
