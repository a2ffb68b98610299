#include "nceplan/base/string_pool.hpp"

#include <string>

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("equal texts share a handle and views outlive growth") {
  StringPool pool(3);
  const TextId first = pool.intern("Contoso");
  const std::string_view view = pool.view(first);
  for (int i = 0; i < 20000; ++i) pool.intern("customer " + std::to_string(i));
  CHECK(pool.view(pool.intern("Contoso")) == "Contoso");
  CHECK(view == "Contoso");
  CHECK(first.shard() == 3);

  for (int i = 0; i < 20000; i += 997) {
    const std::string text = "customer " + std::to_string(i);
    CHECK(pool.view(pool.intern(text)) == text);
  }
}

TEST_CASE("the empty text is handle zero everywhere") {
  StringPool pool(7);
  CHECK(pool.intern("").empty());
  CHECK(pool.intern("") == TextId{});
  CHECK(pool.view(TextId{}).empty());
}

TEST_CASE("a text longer than a chunk is kept whole") {
  StringPool pool;
  const std::string longest(1 << 20, 'x');
  const TextId id = pool.intern(longest);
  pool.intern("short");
  CHECK(pool.view(id) == longest);
}

TEST_CASE("hashes differ for texts that differ in length, place or one byte") {
  CHECK(hash_bytes("a") != hash_bytes("b"));
  CHECK(hash_bytes("ab") != hash_bytes("ba"));
  CHECK(hash_bytes(std::string_view("a\0", 2)) != hash_bytes("a"));
  CHECK(hash_bytes("0123456789abcdef0") != hash_bytes("0123456789abcdef1"));
}
