// Known offers: the bundled catalog (data/offers.csv) and the user's own offer matrix (R2, R7).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/base/term.hpp"
#include "nceplan/base/text_map.hpp"
#include "nceplan/model/codes.hpp"

namespace nceplan {

struct CatalogOffer {
  std::string offer_id;  ///< GUID, lower case
  std::string offer_name;
  std::vector<std::string> also_known_as;  ///< for searching only, never for classification
  std::optional<Segment> segment;
  std::string segment_basis;  ///< where the catalog has the segment from
  std::string family;
  std::optional<bool> is_addon;
  std::optional<bool> is_trial;
  Term term;  ///< unknown when the catalog has none
  std::optional<std::uint32_t> max_seats;
  std::string nce_product_sku;
  std::string nce_basis;
  std::optional<bool> migration_enabled;  ///< for display only
  std::string source;
};

/// Offers with look-ups by id (case-insensitive) and by folded name.
class OfferCatalog {
 public:
  OfferCatalog() = default;
  explicit OfferCatalog(std::vector<CatalogOffer> offers);

  const std::vector<CatalogOffer>& offers() const { return offers_; }
  /// First offer with that id; offers with a segment come first. Null when there is none.
  const CatalogOffer* by_id(std::string_view offer_id) const;
  /// All offers of that name (trimmed, case-folded, NFC), those with a segment first.
  std::vector<const CatalogOffer*> by_name(std::string_view offer_name) const;

 private:
  using NamedPlace = std::pair<std::string, std::uint32_t>;  ///< a folded name, and where in `offers_` it stands

  // Sorted, not hashed: every run builds them anew and asks them little.
  std::vector<CatalogOffer> offers_;  ///< those with a segment first
  std::vector<std::uint32_t> by_id_;  ///< places in `offers_`, ascending by id, then by place
  std::vector<NamedPlace> by_name_;   ///< ascending
};

/// One row of Microsoft's offer matrix or price list, as the user downloaded it.
struct MatrixOffer {
  std::string offer_id;     ///< Durable Offer ID, lower case; may be empty
  std::string offer_name;   ///< Offer Display Name
  std::string nce_product;  ///< Modern ProductID/SkuID; may be empty
  std::optional<bool> migration_enabled;
  std::optional<Segment> segment;  ///< License Agreement Type
  bool is_addon = false;           ///< Secondary License Type ADDON
  bool is_trial = false;           ///< Secondary License Type TRIAL
  OptionalDate listed_on;          ///< the user's own column
  std::uint32_t line = 0;          ///< line in the file
};

/// The user's matrix, with the same look-ups. Where several rows share an id or a name, one with migration enabled
/// comes first.
class OfferMatrix {
 public:
  OfferMatrix() = default;
  explicit OfferMatrix(std::vector<MatrixOffer> offers, std::string path = {});

  const std::vector<MatrixOffer>& offers() const { return offers_; }
  const std::string& path() const { return path_; }
  /// False for a price list: none of its rows says whether an offer can be migrated.
  bool says_what_migrates() const { return says_what_migrates_; }
  /// By id, else by exact display name; null when the matrix has neither.
  const MatrixOffer* find(std::string_view offer_id, std::string_view offer_name) const;
  const MatrixOffer* by_id(std::string_view offer_id) const;
  const MatrixOffer* by_name(std::string_view offer_name) const;

 private:
  std::vector<MatrixOffer> offers_;
  std::string path_;
  bool says_what_migrates_ = true;
  TextMap<std::size_t> by_id_;
  TextMap<std::size_t> by_name_;
};

}  // namespace nceplan
