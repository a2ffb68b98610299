#include "vocabulary.hpp"

#include "nceplan/model/codes.hpp"

namespace nceplan {
namespace {

template <typename Code>
std::vector<std::string_view> codes_up_to(Code last) {
  std::vector<std::string_view> codes;
  for (unsigned i = 0; i <= static_cast<unsigned>(last); ++i) {
    const std::string_view code = to_code(static_cast<Code>(i));
    if (!code.empty()) codes.push_back(code);
  }
  return codes;
}

std::vector<std::string_view> note_codes() {
  std::vector<std::string_view> codes;
  for (std::size_t i = 0; i < note_count; ++i) codes.push_back(to_code(static_cast<Note>(i)));
  return codes;
}

}  // namespace

std::vector<std::string_view> codes_of(Column column) {
  switch (column) {
    case Column::segment:
      return codes_up_to(Segment::gcc);
    case Column::segment_basis:
      return codes_up_to(SegmentBasis::assumed);
    case Column::category:
      return codes_up_to(Category::multi_year);
    case Column::status:
      return codes_up_to(Status::pending);
    case Column::billing_plan:
      return codes_up_to(BillingPlan::none);
    case Column::self_migrate_blocker:
      return codes_up_to(Blocker::bundle);
    case Column::migrated_by:
      return codes_up_to(MigratedBy::none);
    case Column::phase:
      return codes_up_to(Phase::open);
    case Column::reason:
      return codes_up_to(PhaseReason::not_yet_open);
    case Column::action_code:
    case Column::actions:
      return codes_up_to(ActionCode::clear_failed_migration);
    case Column::migration_state:
      return codes_up_to(MigrationState::cancelled);
    case Column::notes:
      return note_codes();
    default:
      return {};
  }
}

}  // namespace nceplan
