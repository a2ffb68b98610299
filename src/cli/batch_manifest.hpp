// manifest.csv of a batch: what went where, as what, and why the rest did not. One row for each planned subscription.
#pragma once

#include <string>

#include "listing.hpp"
#include "nceplan/plan/batch.hpp"

namespace nceplan::cli {

inline constexpr std::string_view manifest_name = "manifest.csv";

/// `01-subscriptions.csv`: the number, from 1, has as many digits as `files` needs, at least two.
std::string batch_file_name(std::size_t number, std::size_t files, BatchTiming timing);

/// Whether a file of that name is one that some batch writes.
bool is_batch_file_name(const std::string& name);

/// Written rows first, file by file, then those that stay, in input order.
Listing batch_manifest(const Plan& plan, const Batch& batch, const BatchRequest& request, Language language);
/// The files with their rows, migrations and first due day.
Listing batch_files(const Batch& batch, BatchTiming timing);
/// How many stay, by reason.
Listing batch_reasons(const Batch& batch, Language language);

}  // namespace nceplan::cli
