// Any bytes as an offer matrix and as an offer catalog: refused, or every offer is found again by its id.
#include <string>

#include "fuzz/fuzz_support.hpp"
#include "nceplan/input/offer_reader.hpp"

using namespace nceplan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string content(reinterpret_cast<const char*>(data), size);
  const std::string header = "Durable Offer ID,Offer Display Name,Migration Enabled,License Agreement Type\n";
  for (const std::string& text : {content, header + content}) {
    try {
      Diagnostics diagnostics;
      const OfferMatrix matrix = read_offer_matrix(memory_file("fuzz.csv", text), {}, diagnostics);
      for (const MatrixOffer& offer : matrix.offers()) {
        fuzz::require(!offer.offer_id.empty() || !offer.offer_name.empty(), "an offer has an id or a name");
        fuzz::require(matrix.find(offer.offer_id, offer.offer_name) != nullptr, "an offer is found again");
      }
    } catch (const Failure&) {
      continue;
    }
  }
  try {
    const OfferCatalog catalog = read_offer_catalog(memory_file("fuzz.csv", content));
    for (const CatalogOffer& offer : catalog.offers()) {
      fuzz::require(offer.offer_id.empty() || catalog.by_id(offer.offer_id) != nullptr, "an offer is found by its id");
    }
  } catch (const Failure&) {
    return 0;
  }
  return 0;
}
