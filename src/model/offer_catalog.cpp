#include "nceplan/model/offer_catalog.hpp"

#include <algorithm>
#include <numeric>

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
  by_id_.resize(offers_.size());
  std::iota(by_id_.begin(), by_id_.end(), 0);
  std::sort(by_id_.begin(), by_id_.end(), [this](std::uint32_t a, std::uint32_t b) {
    const int order = offers_[a].offer_id.compare(offers_[b].offer_id);
    return order == 0 ? a < b : order < 0;
  });
  by_name_.reserve(offers_.size());
  for (std::uint32_t i = 0; i < offers_.size(); ++i) by_name_.emplace_back(fold(offers_[i].offer_name), i);
  std::sort(by_name_.begin(), by_name_.end());
}

const CatalogOffer* OfferCatalog::by_id(std::string_view offer_id) const {
  const std::string wanted = to_lower_ascii(offer_id);
  const auto found =
      std::lower_bound(by_id_.begin(), by_id_.end(), wanted,
                       [this](std::uint32_t place, const std::string& id) { return offers_[place].offer_id < id; });
  const bool known = !wanted.empty() && found != by_id_.end() && offers_[*found].offer_id == wanted;
  return known ? &offers_[*found] : nullptr;
}

std::vector<const CatalogOffer*> OfferCatalog::by_name(std::string_view offer_name) const {
  const std::string wanted = fold(offer_name);
  auto at = std::lower_bound(by_name_.begin(), by_name_.end(), NamedPlace(wanted, 0));
  std::vector<const CatalogOffer*> found;
  for (; at != by_name_.end() && at->first == wanted; ++at) found.push_back(&offers_[at->second]);
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
