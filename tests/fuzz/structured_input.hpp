// Exports made from a fuzzer's bytes, so that it gets past the readers: rows whose values are mostly what such columns
// hold, next to every boundary, and now and then anything at all.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "nceplan/base/date.hpp"

namespace nceplan::fuzz {

/// Values in the order of `structured_headers`.
using StructuredRow = std::vector<std::string>;

const std::vector<std::string>& structured_headers();
/// Up to 40 rows of printable ASCII.
std::vector<StructuredRow> structured_rows(const std::uint8_t* data, std::size_t size);

/// A day between the middle of 2023 and that of 2026. Precondition: data has two bytes.
Date structured_day(const std::uint8_t* data);

std::string as_csv(const std::vector<StructuredRow>& rows);
/// A line per row, and an empty one for the header, so that line numbers agree with `as_csv`.
std::string as_ndjson(const std::vector<StructuredRow>& rows);

}  // namespace nceplan::fuzz
