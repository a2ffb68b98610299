#include "base/short_text.hpp"

#include <string>

#include "support/catch.hpp"

using namespace nceplan;

namespace {

std::string text_of(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) text += static_cast<char>('a' + i % 26);
  return text;
}

}  // namespace

TEST_CASE("texts of every length are equal to their copy and to nothing else") {
  for (std::size_t size = 0; size <= 300; ++size) {
    CAPTURE(size);
    const std::string text = text_of(size);
    CHECK(same_text(text, text_of(size)));
    CHECK_FALSE(same_text(text, text_of(size + 1)));
    for (std::size_t i = 0; i < size; ++i) {
      std::string other = text;
      other[i] = '!';
      CHECK_FALSE(same_text(text, other));
    }
  }
}

TEST_CASE("a copy has all bytes of its text and none beside them") {
  for (std::size_t size = 0; size <= 100; ++size) {
    CAPTURE(size);
    std::string out(size + 2, '#');
    CHECK(copy_text(out.data() + 1, text_of(size)) == out.data() + 1 + size);
    CHECK(out == "#" + text_of(size) + "#");
  }
}

TEST_CASE("a cheap hash tells short texts apart that differ anywhere, long ones at both ends and in the middle") {
  for (std::size_t size = 1; size <= 3; ++size) {
    std::string other = text_of(size);
    other.back() = '!';
    CHECK(hash_parts(other) != hash_parts(text_of(size)));
  }
  for (const std::size_t size : {std::size_t{5}, std::size_t{16}, std::size_t{40}, std::size_t{99}}) {
    for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
      std::string other = text_of(size);
      other[at] = '!';
      CHECK(hash_parts(other) != hash_parts(text_of(size)));
    }
    CHECK(hash_parts(text_of(size)) == hash_parts(text_of(size)));
  }
}

TEST_CASE("eight bytes load with the first one lowest") {
  CHECK(load_little_endian("\x01\x02\x03\x04\x05\x06\x07\x08") == 0x0807060504030201ULL);
}
