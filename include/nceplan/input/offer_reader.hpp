// Offer catalogs (data/offers.csv) and the user's offer matrix or price list, from CSV.
#pragma once

#include <string>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/input/read_portfolio.hpp"
#include "nceplan/model/offer_catalog.hpp"

namespace nceplan {

/// Reads a catalog with the columns of data/offers.csv. Throws Failure `catalog_invalid`.
OfferCatalog read_offer_catalog(const InputFile& file);

/// The bundled catalog; read once, on first use.
const OfferCatalog& bundled_catalog();

/// Reads Microsoft's offer matrix or price list: a workbook with a sheet `NCE Mapping` or another one with such
/// headers, or text in any encoding and delimiter that exports may have. Needed: an offer
/// id or display name. `options` gives encoding, delimiter and date order overrides. Throws Failure
/// `matrix_columns_missing`.
OfferMatrix read_offer_matrix(const InputFile& file, const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace nceplan
