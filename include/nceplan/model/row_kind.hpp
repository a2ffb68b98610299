// R1: which rows of an export are legacy subscriptions. Here and not in `rules`, because readers need it to know
// which fields a row must have.
#pragma once

#include <string_view>

#include "nceplan/model/codes.hpp"

namespace nceplan {

/// NCE: the offer id has the shape product:sku:availability, or the product type is `OnlineServicesNCE`.
/// Other: an offer id that is neither a GUID nor NCE, or a product or billing type that says usage, software or
/// marketplace. Legacy: every other row, also one without an offer id. Arguments are trimmed and may be empty.
RowKind row_kind(std::string_view offer_id, std::string_view product_type, std::string_view billing_type);

}  // namespace nceplan
