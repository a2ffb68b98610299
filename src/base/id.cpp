#include "nceplan/base/id.hpp"

#include <array>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

bool has_guid_hyphens(std::string_view text) {
  return text[8] == '-' && text[13] == '-' && text[18] == '-' && text[23] == '-';
}

#if defined(__SSE2__)

// Values of 16 hexadecimal digits, two to a byte, in `value`; false when one is not such a digit. Digits are compared
// as signed bytes, so bytes from 0x80 on are smaller than every digit.
bool parse_digits(__m128i digits, std::uint64_t& value) {
  const auto within = [](__m128i bytes, char low, char high) {
    return _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8(static_cast<char>(low - 1))),
                         _mm_cmplt_epi8(bytes, _mm_set1_epi8(static_cast<char>(high + 1))));
  };
  const __m128i lower = _mm_or_si128(digits, _mm_set1_epi8(0x20));
  const __m128i is_decimal = within(digits, '0', '9');
  const __m128i is_letter = within(lower, 'a', 'f');
  const bool all = _mm_movemask_epi8(_mm_or_si128(is_decimal, is_letter)) == 0xffff;
  const __m128i nibbles =
      _mm_add_epi8(_mm_and_si128(digits, _mm_set1_epi8(0x0f)), _mm_and_si128(is_letter, _mm_set1_epi8(9)));
  const __m128i high = _mm_slli_epi16(_mm_and_si128(nibbles, _mm_set1_epi16(0x00ff)), 4);
  const __m128i pairs = _mm_or_si128(high, _mm_srli_epi16(nibbles, 8));
  const std::int64_t bytes = _mm_cvtsi128_si64(_mm_packus_epi16(pairs, pairs));
  value = __builtin_bswap64(static_cast<std::uint64_t>(bytes));
  return all;
}

std::uint64_t load4(const char* bytes) {
  std::uint32_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

std::uint64_t load8(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

// The digits between the hyphens are put together in registers: xxxxxxxx-xxxx-xxxx and xxxx-xxxxxxxxxxxx.
bool parse_halves(std::string_view text, std::uint64_t (&halves)[2]) {
  const char* const at = text.data();
  const std::uint64_t words[4] = {load8(at), load4(at + 9) | load4(at + 14) << 32,
                                  load4(at + 19) | load4(at + 24) << 32, load8(at + 28)};
  const auto digits = [&words](std::size_t half) {
    return _mm_set_epi64x(static_cast<std::int64_t>(words[2 * half + 1]), static_cast<std::int64_t>(words[2 * half]));
  };
  const bool first_valid = parse_digits(digits(0), halves[0]);
  const bool second_valid = parse_digits(digits(1), halves[1]);
  return first_valid && second_valid;
}

// The digits of 16 values below 16, a byte each.
__m128i digits_of(__m128i values) {
  const __m128i behind_nine = _mm_cmpgt_epi8(values, _mm_set1_epi8(9));
  const __m128i to_letter = _mm_and_si128(behind_nine, _mm_set1_epi8('a' - '0' - 10));
  return _mm_add_epi8(_mm_add_epi8(values, _mm_set1_epi8('0')), to_letter);
}

void store4(__m128i bytes, char* out) {
  const int word = _mm_cvtsi128_si32(bytes);
  std::memcpy(out, &word, sizeof word);
}

// Wider stores than needed are overwritten by those that follow.
void write_digits(Id id, char* out) {
  const __m128i bytes = _mm_set_epi64x(static_cast<std::int64_t>(__builtin_bswap64(id.low())),
                                       static_cast<std::int64_t>(__builtin_bswap64(id.high())));
  const __m128i low_four = _mm_set1_epi8(0x0f);
  const __m128i high = _mm_and_si128(_mm_srli_epi16(bytes, 4), low_four);
  const __m128i low = _mm_and_si128(bytes, low_four);
  const __m128i first = digits_of(_mm_unpacklo_epi8(high, low));
  const __m128i second = digits_of(_mm_unpackhi_epi8(high, low));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out + 20), second);  // the last twelve
  _mm_storeu_si128(reinterpret_cast<__m128i*>(out), first);        // the first eight
  _mm_storel_epi64(reinterpret_cast<__m128i*>(out + 9), _mm_srli_si128(first, 8));
  store4(_mm_srli_si128(first, 12), out + 14);
  store4(second, out + 19);
}

#else

/// The two lower-case digits of every byte.
constexpr std::array<std::array<char, 2>, 256> hex_pairs() {
  constexpr char digits[] = "0123456789abcdef";
  std::array<std::array<char, 2>, 256> pairs{};
  for (std::size_t i = 0; i < pairs.size(); ++i) pairs[i] = {digits[i >> 4], digits[i & 0x0f]};
  return pairs;
}

void write_digits(Id id, char* out) {
  static constexpr auto pairs = hex_pairs();
  constexpr std::array<unsigned char, 16> pair_at = {0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34};
  for (std::size_t i = 0; i < 8; ++i) {
    std::memcpy(out + pair_at[i], pairs[id.high() >> (56 - 8 * i) & 0xff].data(), 2);
    std::memcpy(out + pair_at[i + 8], pairs[id.low() >> (56 - 8 * i) & 0xff].data(), 2);
  }
}

constexpr std::array<unsigned char, 32> digit_at = {0,  1,  2,  3,  4,  5,  6,  7,  9,  10, 11, 12, 14, 15, 16, 17,
                                                    19, 20, 21, 22, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35};

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
bool parse_halves(std::string_view text, std::uint64_t (&halves)[2]) {
  unsigned char bad = 0;
  for (std::size_t i = 0; i < digit_at.size(); ++i) {
    const unsigned char value = hex_value[static_cast<unsigned char>(text[digit_at[i]])];
    bad |= static_cast<unsigned char>(value & 0xf0);
    halves[i / 16] = halves[i / 16] << 4 | (value & 0x0f);
  }
  return bad == 0;
}

#endif

}  // namespace

Id parse_guid(std::string_view text) {
  if (text.size() != guid_length || !has_guid_hyphens(text)) return {};
  std::uint64_t halves[2] = {0, 0};
  if (!parse_halves(text, halves) || halves[0] == 0) return {};
  return Id::guid(halves[0], halves[1]);
}

Id parse_id(std::string_view text, StringPool& pool) {
  const bool braces = text.size() == guid_length + 2 && text.front() == '{' && text.back() == '}';
  const Id guid = parse_guid(braces ? text.substr(1, guid_length) : text);
  return guid.empty() ? Id::text(pool.intern(text)) : guid;
}

void write_guid(Id id, char* out) {
  write_digits(id, out);
  out[8] = out[13] = out[18] = out[23] = '-';
}

}  // namespace nceplan
