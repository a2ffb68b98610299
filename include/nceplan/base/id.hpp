// Identifiers of subscriptions and tenants: nearly always GUIDs, so 16 bytes in place, without a text in the pool.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "nceplan/base/string_pool.hpp"

namespace nceplan {

/// A GUID, another text, or nothing. GUIDs compare without case and print in lower case (RFC 9562, section 4).
/// Any other id is kept as written; `same_id` of the portfolio compares those.
class Id {
 public:
  constexpr Id() = default;

  static constexpr Id guid(std::uint64_t high, std::uint64_t low) { return Id(high, low); }
  static constexpr Id text(TextId text) { return Id(0, text.bits); }

  constexpr bool empty() const { return high_ == 0 && low_ == 0; }
  /// GUIDs whose first eight bytes are all zero are held as text; they are nobody's real id.
  constexpr bool is_guid() const { return high_ != 0; }
  /// Precondition: !is_guid().
  constexpr TextId text_id() const { return {Handle{static_cast<std::uint32_t>(low_)}}; }
  constexpr std::uint64_t high() const { return high_; }
  constexpr std::uint64_t low() const { return low_; }

  friend constexpr bool operator==(const Id&, const Id&) = default;

 private:
  constexpr Id(std::uint64_t high, std::uint64_t low) : high_(high), low_(low) {}

  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
};

inline constexpr std::size_t guid_length = 36;

/// The id in `text`, which must already be trimmed. GUIDs are read in either case, with or without braces.
/// Other texts are interned in `pool`.
Id parse_id(std::string_view text, StringPool& pool);

/// Reads 36 characters `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`; an empty id for anything else.
Id parse_guid(std::string_view text);

/// Writes 36 lower-case characters to `out`. Precondition: id.is_guid().
void write_guid(Id id, char* out);

}  // namespace nceplan
