// What short words mean. An export holds the same few words (`True`, `P1Y`, `Monthly`) in millions of rows; finding a
// word by its bytes costs neither a comparison of texts nor a branch that the processor cannot foresee.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace nceplan {

/// Up to 16 bytes as two numbers; texts of one length have different ones.
struct ShortWord {
  std::uint64_t first = 0;
  std::uint64_t last = 0;  ///< 0 of texts up to eight bytes
  friend bool operator==(const ShortWord&, const ShortWord&) = default;
};

/// Precondition: 0 < text.size() <= 8.
inline std::uint64_t number_of_word(std::string_view text) {
  const char* const at = text.data();
  const std::size_t size = text.size();
  if (size >= 4) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, at, 4);
    std::memcpy(&last, at + size - 4, 4);
    return first | std::uint64_t{last} << 32;
  }
  const auto byte = [at](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
  return byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
}

/// Precondition: 0 < text.size() <= 16.
inline ShortWord short_word(std::string_view text) {
  if (text.size() <= 8) return {number_of_word(text), 0};
  ShortWord word;
  std::memcpy(&word.first, text.data(), 8);
  std::memcpy(&word.last, text.data() + text.size() - 8, 8);
  return word;
}

/// `bits`: of the number of places; words that meet in one take turns.
template <typename Value, unsigned bits = 5>
class WordMemo {
 public:
  /// `parse(text)`, or what it gave before; valid until the next call. Precondition: text is not empty.
  template <typename Parse>
  const Value& value_of(std::string_view text, const Parse& parse) {
    if (text.size() > longest) return long_word_ = parse(text);
    const ShortWord word = short_word(text);
    Entry& entry = place_of(word, text.size());
    if (entry.word != word || entry.size != text.size()) entry = {word, parse(text), text.size()};
    return entry.value;
  }

  /// What was kept for the text, or null; valid until the next call.
  const Value* find(std::string_view text) {
    if (text.empty() || text.size() > longest) return nullptr;
    const ShortWord word = short_word(text);
    const Entry& entry = place_of(word, text.size());
    return entry.word == word && entry.size == text.size() ? &entry.value : nullptr;
  }
  /// Does nothing for texts that are empty or too long.
  void keep(std::string_view text, const Value& value) {
    if (text.empty() || text.size() > longest) return;
    const ShortWord word = short_word(text);
    place_of(word, text.size()) = {word, value, text.size()};
  }

 private:
  static constexpr std::size_t longest = sizeof(ShortWord);
  struct Entry {
    ShortWord word;
    Value value{};
    std::size_t size = 0;  ///< 0: free
  };

  Entry& place_of(const ShortWord& word, std::size_t size) {
    return entries_[((word.first + word.last + size) * 0x9e3779b97f4a7c15ULL) >> (64 - bits)];
  }

  std::array<Entry, std::size_t{1} << bits> entries_{};
  Value long_word_{};
};

}  // namespace nceplan
