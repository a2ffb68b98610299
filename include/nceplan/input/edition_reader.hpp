// Schedule editions from JSON (docs/formats.md, data/schedules/), and the ones that the program carries with it.
#pragma once

#include <string_view>
#include <vector>

#include "nceplan/model/edition.hpp"

namespace nceplan {

inline constexpr std::string_view default_edition_id = "2023-07";

/// Reads one edition. Throws Failure `edition_invalid` with a JSON pointer to what is wrong.
Edition read_edition(std::string_view json, const std::string& file);

/// The bundled editions, oldest first.
const std::vector<Edition>& bundled_editions();

/// The edition that `--edition` names among `editions`: an id, `latest` (the newest) or `as-of` (the newest announced
/// on or before `as_of`, else the oldest). Throws Failure `edition_unknown`.
const Edition& choose_edition(const std::vector<Edition>& editions, std::string_view name, Date as_of);

}  // namespace nceplan
