#include "nceplan/model/row_kind.hpp"

#include <algorithm>
#include <array>

#include "nceplan/base/id.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

bool says_not_a_license(std::string_view type) {
  constexpr std::array<std::string_view, 3> markers = {"usage", "software", "marketplace"};
  const std::string lower = to_lower_ascii(type);
  return std::any_of(markers.begin(), markers.end(),
                     [&](std::string_view marker) { return lower.find(marker) != std::string::npos; });
}

bool is_guid(std::string_view text) {
  constexpr std::string_view nil = "00000000-0000-0000-";
  return !parse_guid(text).empty() || (text.size() == guid_length && text.substr(0, nil.size()) == nil);
}

}  // namespace

RowKind row_kind(std::string_view offer_id, std::string_view product_type, std::string_view billing_type) {
  if (offer_id.find(':') != std::string_view::npos || equals_ignoring_case(product_type, "OnlineServicesNCE")) {
    return RowKind::nce;
  }
  if (!offer_id.empty() && !is_guid(offer_id)) return RowKind::other;
  if (says_not_a_license(product_type) || says_not_a_license(billing_type)) return RowKind::other;
  return RowKind::legacy;
}

}  // namespace nceplan
