#include "nceplan/base/id.hpp"

#include <array>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

constexpr unsigned char not_hex = 0xff;

constexpr std::array<unsigned char, 256> hex_values() {
  std::array<unsigned char, 256> values{};
  for (auto& value : values) value = not_hex;
  for (unsigned char i = 0; i < 10; ++i) values[static_cast<std::size_t>('0') + i] = i;
  for (unsigned char i = 0; i < 6; ++i) {
    values[static_cast<std::size_t>('a') + i] = static_cast<unsigned char>(10 + i);
    values[static_cast<std::size_t>('A') + i] = static_cast<unsigned char>(10 + i);
  }
  return values;
}

constexpr auto hex_value = hex_values();
constexpr std::array<unsigned char, 32> digit_at = {0,  1,  2,  3,  4,  5,  6,  7,  9,  10, 11, 12, 14, 15, 16, 17,
                                                    19, 20, 21, 22, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35};

bool has_guid_hyphens(std::string_view text) {
  return text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

}  // namespace

Id parse_guid(std::string_view text) {
  if (text.size() != guid_length || !has_guid_hyphens(text)) return {};
  std::uint64_t halves[2] = {0, 0};
  unsigned char bad = 0;
  for (std::size_t i = 0; i < digit_at.size(); ++i) {
    const unsigned char value = hex_value[static_cast<unsigned char>(text[digit_at[i]])];
    bad |= static_cast<unsigned char>(value & 0xf0);
    halves[i / 16] = halves[i / 16] << 4 | (value & 0x0f);
  }
  if (bad != 0 || halves[0] == 0) return {};
  return Id::guid(halves[0], halves[1]);
}

Id parse_id(std::string_view text, StringPool& pool) {
  if (text.size() == guid_length + 2 && text.front() == '{' && text.back() == '}') text = text.substr(1, guid_length);
  const Id guid = parse_guid(text);
  return guid.empty() ? Id::text(pool.intern(text)) : guid;
}

void write_guid(Id id, char* out) {
  constexpr char digits[] = "0123456789abcdef";
  out[8] = out[13] = out[18] = out[23] = '-';
  for (std::size_t i = 0; i < 16; ++i) {
    out[digit_at[i]] = digits[id.high() >> (60 - 4 * i) & 0x0f];
    out[digit_at[i + 16]] = digits[id.low() >> (60 - 4 * i) & 0x0f];
  }
}

}  // namespace nceplan
