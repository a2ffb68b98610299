#include "nceplan/model/offer_catalog.hpp"

#include <algorithm>

#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

bool answers_for_segment(const CatalogOffer& offer) { return offer.segment.has_value(); }
bool can_be_migrated(const MatrixOffer& offer) { return offer.migration_enabled.value_or(false); }

const MatrixOffer* find_in(const TextMap<std::size_t>& index, const std::vector<MatrixOffer>& offers,
                           const std::string& key) {
  const auto found = index.find(key);
  return key.empty() || found == index.end() ? nullptr : &offers[found->second];
}

}  // namespace

OfferCatalog::OfferCatalog(std::vector<CatalogOffer> offers) : offers_(std::move(offers)) {
  std::stable_partition(offers_.begin(), offers_.end(), answers_for_segment);
  by_id_.reserve(offers_.size());
  by_name_.reserve(offers_.size());
  for (std::size_t i = 0; i < offers_.size(); ++i) {
    by_id_.emplace(to_lower_ascii(offers_[i].offer_id), i);
    by_name_.emplace(fold(offers_[i].offer_name), i);
  }
}

const CatalogOffer* OfferCatalog::by_id(std::string_view offer_id) const {
  const auto [first, last] = by_id_.equal_range(to_lower_ascii(offer_id));
  std::size_t best = offers_.size();
  for (auto it = first; it != last; ++it) best = std::min(best, it->second);
  return offer_id.empty() || best == offers_.size() ? nullptr : &offers_[best];
}

std::vector<const CatalogOffer*> OfferCatalog::by_name(std::string_view offer_name) const {
  std::vector<std::size_t> indices;
  const auto [first, last] = by_name_.equal_range(fold(offer_name));
  for (auto it = first; it != last; ++it) indices.push_back(it->second);
  std::sort(indices.begin(), indices.end());
  std::vector<const CatalogOffer*> found;
  for (const std::size_t index : indices) found.push_back(&offers_[index]);
  return found;
}

OfferMatrix::OfferMatrix(std::vector<MatrixOffer> offers, std::string path)
    : offers_(std::move(offers)), path_(std::move(path)) {
  std::stable_partition(offers_.begin(), offers_.end(), can_be_migrated);
  says_what_migrates_ = offers_.empty() || std::any_of(offers_.begin(), offers_.end(), [](const MatrixOffer& offer) {
                          return offer.migration_enabled.has_value();
                        });
  for (std::size_t i = 0; i < offers_.size(); ++i) {
    by_id_.emplace(to_lower_ascii(offers_[i].offer_id), i);
    by_name_.emplace(fold(offers_[i].offer_name), i);
  }
}

const MatrixOffer* OfferMatrix::by_id(std::string_view offer_id) const {
  return find_in(by_id_, offers_, to_lower_ascii(offer_id));
}

const MatrixOffer* OfferMatrix::by_name(std::string_view offer_name) const {
  return find_in(by_name_, offers_, fold(offer_name));
}

const MatrixOffer* OfferMatrix::find(std::string_view offer_id, std::string_view offer_name) const {
  const MatrixOffer* const found = by_id(offer_id);
  return found != nullptr ? found : by_name(offer_name);
}

}  // namespace nceplan
