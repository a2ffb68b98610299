// JSON exports: Partner Center collections in all their wrappings, arrays, NDJSON, saved plans, objects with known keys
// (docs/formats.md).
#pragma once

#include <string_view>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// True when the first character that is not white space is `{` or `[`.
bool looks_like_json(std::string_view utf8_sample);

/// Reads one JSON document or NDJSON file into new blocks and a new Source at the end of `portfolio`, which has a
/// shard per job. Of a key that an object has twice the last one counts. Throws Failure `json_invalid`,
/// `json_shape_unknown`, `json_too_large`, `columns_missing` and `mapping_unknown`.
void read_json_source(const InputFile& file, Encoding encoding, const ReadOptions& options, Portfolio& portfolio,
                      Diagnostics& diagnostics);

}  // namespace nceplan
