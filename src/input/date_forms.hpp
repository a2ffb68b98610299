// The forms of dates that nearly all cells of large exports have, read eight characters at a time. What has none of
// them goes through date_cell.cpp, character by character, and gives the same there.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/calendar_day.hpp"
#include "base/short_text.hpp"
#include "nceplan/input/date_cell.hpp"

namespace nceplan {

/// Eight characters such as `00/00/00`, the first in the lowest byte: 0 stands for any digit, all else for itself.
struct Form {
  std::uint64_t characters = 0;
  std::uint64_t below_0x80 = 0;  ///< what added to a fitting difference gives at most 0x7f in each byte

  constexpr explicit Form(std::string_view text) {
    for (std::size_t i = 0; i < 8; ++i) {
      const std::uint64_t digit_room = text[i] == '0' ? 0x7f - 9 : 0x7f;
      characters |= std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
      below_0x80 |= digit_room << (8 * i);
    }
  }
};

/// Eight characters of a text against a form, all at once.
class FormWord {
 public:
  FormWord(const char* text, const Form& form) : values_(load_little_endian(text) ^ form.characters) {
    misfit_ = (values_ | (values_ + form.below_0x80)) & 0x8080808080808080ULL;
    pairs_ = values_ * 10 + (values_ >> 8);
  }

  /// Zero when the text has the form.
  std::uint64_t misfit() const { return misfit_; }
  /// Precondition: misfit() is 0, and two digits stand at `at`.
  unsigned number(unsigned at) const { return static_cast<unsigned>(pairs_ >> (8 * at) & 0xff); }

 private:
  std::uint64_t values_;
  std::uint64_t misfit_;
  std::uint64_t pairs_;  ///< in each byte ten times its value plus the next one's
};

/// The batch tool's own `MM/dd/yyyy HH:mm:ss`, the form of nearly every cell in large exports. Leaves `cell` alone when
/// the text has another form.
inline bool parse_batch_tool_form(std::string_view text, DateCell& cell) {
  if (text.size() != 19) return false;
  static constexpr Form day_form("00/00/00");
  static constexpr Form middle_form("00 00:00");
  static constexpr Form time_form("00:00:00");
  const FormWord day(text.data(), day_form);
  const FormWord middle(text.data() + 8, middle_form);
  if ((day.misfit() | middle.misfit()) != 0) return false;
  const bool midnight = load_little_endian(text.data() + 11) == time_form.characters;  // as nearly everywhere
  if (!midnight) {
    const FormWord time(text.data() + 11, time_form);
    if (time.misfit() != 0 || time.number(0) > 23 || time.number(3) > 59 || time.number(6) > 60) return false;
  }
  cell.shape = DateShape::slashed;
  cell.first = static_cast<std::uint8_t>(day.number(0));
  cell.second = static_cast<std::uint8_t>(day.number(3));
  cell.year = static_cast<std::int16_t>(day.number(6) * 100 + middle.number(0));
  cell.batch_tool_form = true;
  return true;
}

/// The `yyyy-MM-ddTHH:mm:ssZ` of Partner Center's REST interface (RFC 3339). Leaves `cell` alone when the text has
/// another form.
inline bool parse_utc_timestamp(std::string_view text, DateCell& cell) {
  if (text.size() != 20) return false;
  static constexpr Form day_form("0000-00-");
  static constexpr Form middle_form("00T00:00");
  static constexpr Form time_form("0:00:00Z");
  const FormWord day(text.data(), day_form);
  const FormWord middle(text.data() + 8, middle_form);
  const FormWord time(text.data() + 12, time_form);
  if ((day.misfit() | middle.misfit() | time.misfit()) != 0) return false;
  // A leap second may belong to the next day.
  if (middle.number(3) > 23 || middle.number(6) > 59 || time.number(5) > 59) return false;
  cell.shape = DateShape::iso;
  cell.date = calendar_day(static_cast<int>(day.number(0) * 100 + day.number(2)), day.number(5), middle.number(0));
  return true;
}

}  // namespace nceplan
