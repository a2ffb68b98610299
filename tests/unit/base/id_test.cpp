#include "nceplan/base/id.hpp"

#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::string written(Id id) {
  std::string text(guid_length, '?');
  write_guid(id, text.data());
  return text;
}

}  // namespace

TEST_CASE("a GUID is one value in every spelling and prints in lower case") {
  StringPool pool;
  const std::string lower = "a19a625a-6780-4f8f-9a86-85979b7f82d0";
  const Id id = parse_id(lower, pool);
  REQUIRE(id.is_guid());
  CHECK(parse_id("A19A625A-6780-4F8F-9A86-85979B7F82D0", pool) == id);
  CHECK(parse_id("{a19A625A-6780-4f8F-9a86-85979b7f82d0}", pool) == id);
  CHECK(written(id) == lower);
  CHECK(pool.size() == 1);
}

TEST_CASE("what only resembles a GUID stays text") {
  StringPool pool;
  for (const char* text : {"a19a625a-6780-4f8f-9a86-85979b7f82d", "a19a625a-6780-4f8f-9a86-85979b7f82dg",
                           "{a19a625a-6780-4f8f-9a86-85979b7f82dg}", "a19a625a6780-4f8f-9a86-85979b7f82d0-", "SUB-0001",
                           "00000000-0000-0000-0000-000000000001"}) {
    CAPTURE(text);
    const Id id = parse_id(text, pool);
    CHECK_FALSE(id.is_guid());
    CHECK_FALSE(id.empty());
    CHECK(pool.view(id.text_id()) == text);
  }
  CHECK(parse_id("", pool).empty());
}
