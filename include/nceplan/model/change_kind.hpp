// What can change about a subscription from one plan to a later one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace nceplan {

/// In the order in which they are listed. Each has a mirror: what it is when before and after change places.
enum class ChangeKind : std::uint8_t {
  added,           ///< only after; written `new`
  gone,            ///< only before
  migrated,        ///< legacy before, on NCE after
  back_in_legacy,  ///< on NCE before, legacy after
  became_urgent,
  no_longer_urgent,
  phase_changed,    ///< phase, or the reason for it
  migration_moved,  ///< other than with the renewal
  renewal_moved,
  seats_changed,
  term_changed,
  auto_renew_changed,
  status_changed,
  product_changed,
  customer_renamed
};
inline constexpr std::size_t change_kind_count = static_cast<std::size_t>(ChangeKind::customer_renamed) + 1;

std::string_view to_code(ChangeKind kind);
ChangeKind mirror_of(ChangeKind kind);

}  // namespace nceplan
