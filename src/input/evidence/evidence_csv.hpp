// Evidence as the batch tool writes it, and as spreadsheets save it again.
#pragma once

#include <string_view>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/model/evidence.hpp"

namespace nceplan {

/// Reads UTF-8 `text` into the last source of `evidence`, whose path and encoding are known. Throws Failure
/// `evidence_expected`.
void read_evidence_csv(std::string_view text, const ReadOptions& options, Evidence& evidence, Diagnostics& diagnostics);

}  // namespace nceplan
