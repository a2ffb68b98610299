// What the hot and the rare steps of the row builder share (row_builder.cpp, row_details.cpp).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/short_text.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/row_builder.hpp"
#include "nceplan/input/values.hpp"
#include "trimmed_cell.hpp"
#include "word_memo.hpp"

namespace nceplan {

constexpr std::array<std::uint8_t, field_count> places_of_dates() {
  std::array<std::uint8_t, field_count> places{};
  for (std::size_t place = 0; place < date_fields.size(); ++place) {
    places[index_of(date_fields[place])] = static_cast<std::uint8_t>(place);
  }
  return places;
}
inline constexpr auto date_places = places_of_dates();

/// Place of a date field among `date_fields`.
constexpr std::size_t place_of(Field field) { return date_places[index_of(field)]; }

/// A parser of words for cells as they stand.
template <auto parse>
auto parse_cell(std::string_view cell) {
  return parse(trim(cell));
}

/// Handles of texts of which a source has few, however many rows have one: they are not looked for among all recent
/// texts, where they would be driven out and copied again and again.
class CommonTexts {
 public:
  /// The handle of `text` that was kept, or null. Precondition of both: the text is not empty.
  const TextId* find(std::string_view text) const {
    const Entry& entry = entries_[place_of(text)];
    return same_text(entry.text, text) ? &entry.id : nullptr;
  }
  void keep(std::string_view text, TextId id) { entries_[place_of(text)] = {std::string(text), id}; }

 private:
  struct Entry {
    std::string text;
    TextId id;
  };
  static std::size_t place_of(std::string_view text) { return hash_parts(text) % place_count; }

  static constexpr std::size_t place_count = 64;
  std::array<Entry, place_count> entries_;
};

/// What words meant that were seen before.
struct RowBuilder::Words {
  WordMemo<std::optional<bool>> booleans;
  WordMemo<std::optional<TermCell>> terms;
  WordMemo<std::optional<BillingPlan>> billing_plans;
  WordMemo<std::optional<Status>> statuses;
  // Of columns that stand side by side.
  WordMemo<PackedFacts, 9> flags;
  WordMemo<PackedFacts, 9> plans;
  WordMemo<PackedFacts> rare;  ///< of records without details
  CommonTexts common_texts;
};

Id RowBuilder::read_id(Field field, const RawRow& raw) {
  const Id guid = parse_guid(trimmed(raw[field]));
  return guid.empty() ? read_other_id(field, raw) : guid;
}

}  // namespace nceplan
