#include "nceplan/model/change_kind.hpp"

#include <array>

namespace nceplan {

std::string_view to_code(ChangeKind kind) {
  static constexpr std::array<std::string_view, change_kind_count> names = {"new",
                                                                            "gone",
                                                                            "migrated",
                                                                            "back_in_legacy",
                                                                            "became_urgent",
                                                                            "no_longer_urgent",
                                                                            "phase_changed",
                                                                            "migration_moved",
                                                                            "renewal_moved",
                                                                            "seats_changed",
                                                                            "term_changed",
                                                                            "auto_renew_changed",
                                                                            "status_changed",
                                                                            "product_changed",
                                                                            "customer_renamed"};
  return names[static_cast<std::size_t>(kind)];
}

ChangeKind mirror_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::added:
      return ChangeKind::gone;
    case ChangeKind::gone:
      return ChangeKind::added;
    case ChangeKind::migrated:
      return ChangeKind::back_in_legacy;
    case ChangeKind::back_in_legacy:
      return ChangeKind::migrated;
    case ChangeKind::became_urgent:
      return ChangeKind::no_longer_urgent;
    case ChangeKind::no_longer_urgent:
      return ChangeKind::became_urgent;
    default:
      return kind;
  }
}

}  // namespace nceplan
