// Builds portfolios in memory, so that tests state rows and not files.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "nceplan/model/portfolio.hpp"

namespace nceplan::test {

/// One row as an export would have it; everything has a default that makes a plain, covered subscription.
struct Row {
  std::string id{};  ///< empty: the export has none
  std::string customer = "Contoso";
  std::string customer_id{};
  std::string product = "Office 365 E3";
  std::string offer_id{};
  RowKind kind = RowKind::legacy;
  std::string ends = "2024-01-19";  ///< YYYY-MM-DD, "" for none; so are all dates
  std::string renews{};
  std::string created{};
  std::string started{};
  std::string term = "P1Y";  ///< ISO 8601, "" for not known
  int seats = 10;
  BillingPlan billing_plan = BillingPlan::unknown;
  Status status = Status::active;
  std::optional<bool> auto_renew = true;
  std::vector<RowFlag> flags{};
  std::string base{};           ///< id of the subscription it is an add-on of
  std::string migrated_from{};  ///< of NCE rows
  std::string ineligible_because{};
  std::string provider{};
  std::string target_date{};
  std::string target_term{};
  std::string charge_start{};
};

/// Adds rows to one file after the other. Every file has a shard and a block of its own.
class PortfolioMaker {
 public:
  explicit PortfolioMaker(std::string first_file = "a.csv") { file(std::move(first_file)); }

  /// Rows that follow belong to a new file.
  PortfolioMaker& file(std::string path);
  PortfolioMaker& add(const Row& row);
  PortfolioMaker& add(const std::vector<Row>& rows);
  /// Rows of the current file that a reader would have rejected.
  PortfolioMaker& rejected(std::uint64_t rows);

  /// Everything that was added; leaves the maker empty.
  Portfolio make() { return std::move(portfolio_); }

 private:
  ProductId product_of(const Row& row);
  CustomerId customer_of(const Row& row);

  Portfolio portfolio_;
  std::map<std::string, ProductId> products_;  ///< of the current file
  std::map<std::string, CustomerId> customers_;
};

Portfolio portfolio_of(const std::vector<Row>& rows);

}  // namespace nceplan::test
