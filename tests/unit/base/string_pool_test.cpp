#include "nceplan/base/string_pool.hpp"

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"

using namespace nceplan;

TEST_CASE("texts of every length come back", "[base]") {
  StringPool pool(0);
  std::vector<std::pair<TextId, std::string>> kept;
  constexpr std::array<std::size_t, 12> sizes = {1, 2, 8, 127, 128, 253, 254, 255, 256, 65'535, 65'536, 10'000'000};
  for (const std::size_t size : sizes) {
    std::string text(size, 'x');
    text.back() = 'y';
    const TextId id = pool.intern(text);
    CHECK(pool.intern(text) == id);  // of others that come between, one may take its place among the recent ones
    kept.emplace_back(id, std::move(text));
  }
  CHECK(pool.view({}).empty());
  for (const auto& [id, text] : kept) {
    CAPTURE(text.size());
    CHECK((pool.view(id) == text));
    const char* const place = pool.place_of(id);
    const std::size_t before = text.size() < 255 ? 1 : 9;
    CHECK(place + before == pool.view(id).data());
  }
}

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
