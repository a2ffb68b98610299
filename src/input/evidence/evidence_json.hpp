// Migrations and schedules of migrations as Partner Center's REST API gives them
// (PC/developer/get-new-commerce-migration, PC/developer/get-a-new-commerce-migration-schedule).
#pragma once

#include <string_view>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/model/evidence.hpp"

namespace nceplan {

/// Reads UTF-8 `text`, one document or one object a line, into the last source of `evidence`, whose path and encoding
/// are known. Objects are numbered from 1, add-ons behind their base. Throws Failure `json_invalid` and
/// `evidence_expected`.
void read_evidence_json(std::string_view text, Evidence& evidence, Diagnostics& diagnostics);

}  // namespace nceplan
