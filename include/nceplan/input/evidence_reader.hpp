// Reads what the batch tool and Partner Center say of migrations (R8, docs/evidence.md): ncesubscriptions,
// migrationstatus, schedulemigrations in both header forms, and the migrations of the REST API as JSON.
#pragma once

#include <span>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/model/evidence.hpp"

namespace nceplan {

/// Reads all files, in order. Encoding and delimiter are found for each file by itself; `options.date_order` decides
/// where a column does not. Bad rows are skipped, counted in their source and reported in `diagnostics`. Throws
/// Failure `evidence_expected` for a file that is no evidence, and for one that cannot be read at all.
Evidence read_evidence(std::span<const InputFile> files, const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace nceplan
