// Files as Microsoft's NCE batch migration tool reads them (CsvHelper 27 under the invariant culture): its own header
// and order of columns, CRLF, UTF-8 without BOM, `MM/dd/yyyy HH:mm:ss`, `True`/`False`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "nceplan/output/report.hpp"
#include "nceplan/plan/batch.hpp"

namespace nceplan {

/// The header that the tool's command 3 (at once) or 7 reads, without line end.
std::string_view batch_header(BatchTiming timing);

struct BatchWriterOptions {
  BatchTiming timing = BatchTiming::at_once;
  bool new_term = false;
  std::span<const std::string> partner_tenants;  ///< PartnerTenantId per source of the portfolio; may be empty texts
};

void write_batch_file(const Plan& plan, const BatchFile& file, const BatchWriterOptions& options, const Sink& sink);

}  // namespace nceplan
