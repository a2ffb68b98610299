// The lines of a diff and the values of their columns, before any writer gives them a form.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "nceplan/base/date.hpp"
#include "nceplan/output/diff_report.hpp"

namespace nceplan {

/// One change of one subscription.
struct DiffLine {
  const SubscriptionChange* change = nullptr;
  ChangeKind kind{};
};

/// A code with its word in the language of the report.
struct CodeValue {
  std::string code;
  std::string word;
};
using DiffValue = std::variant<std::monostate, std::string, CodeValue, Date, std::int64_t, bool>;

/// As CSV has it, without quotes.
std::string machine_text(const DiffValue& value);
/// As people read it; safe to print on a terminal.
std::string human_text(const DiffValue& value, Language language);

class DiffLines {
 public:
  DiffLines(const DiffReport& report, Language language) : report_(report), language_(language) {}

  /// In the order of the diff, the changes of a subscription in the order of ChangeKind.
  std::vector<DiffLine> matching(const std::vector<DiffFilter>& where) const;
  DiffValue value(const DiffLine& line, DiffColumn column) const;

 private:
  /// A row of either plan; the plan is null when that side has none.
  struct Side {
    const Plan* plan = nullptr;
    RowIndex row = 0;
  };
  Side old_side(const DiffLine& line) const;
  Side new_side(const DiffLine& line) const;
  /// The later side, if that has the subscription as legacy, else the earlier one.
  Side main_side(const DiffLine& line) const;
  static bool is_planned(const Side& side) { return side.plan != nullptr && side.plan->is_planned(side.row); }
  DiffValue change_value(const DiffLine& line, const Side& side) const;
  DiffValue phase_value(const Verdict& verdict) const;

  const DiffReport& report_;
  Language language_;
};

}  // namespace nceplan
