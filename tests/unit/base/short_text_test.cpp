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
  for (std::size_t size = 0; size <= 100; ++size) {
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
