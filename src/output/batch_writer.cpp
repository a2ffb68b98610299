#include "nceplan/output/batch_writer.hpp"

#include <fmt/format.h>

#include <array>

#include "cell.hpp"
#include "output/machine/delimited_line.hpp"

namespace nceplan {
namespace {

constexpr std::string_view line_end = "\r\n";

constexpr std::string_view subscriptions_header =
    "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
    "LegacyProductName,ExpirationDate,AutoRenewEnabled,MigrationEligible,NcePsa,CurrentTerm,CurrentBillingPlan,"
    "CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,AddOn,BaseSubscriptionId,"
    "MigrationIneligibilityReason";
constexpr std::string_view schedule_header =
    "PartnerTenantId,IndirectResellerMpnId,CustomerName,CustomerTenantId,LegacySubscriptionId,LegacySubscriptionName,"
    "LegacyProductName,ExpirationDate,AutoRenewEnabled,AddOn,BaseSubscriptionId,MigrationEligible,NcePsa,CurrentTerm,"
    "CurrentBillingPlan,CurrentSeatCount,StartNewTermInNce,Term,BillingPlan,SeatCount,CustomTermEndDate,TargetDate,"
    "MigrateOnRenewal,MigrationIneligibilityReason";

/// Names of the tool's BillingCycleType, in the order of BillingPlan.
constexpr std::array<std::string_view, 7> billing_cycles = {"",          "Monthly", "Annual", "Biennial",
                                                            "Triennial", "OneTime", "None"};

std::string_view billing_cycle(BillingPlan plan) { return billing_cycles[static_cast<std::size_t>(plan)]; }

std::string_view boolean(bool value) { return value ? "True" : "False"; }

std::string date_time(OptionalDate date) {
  if (!date) return {};
  const YearMonthDay civil = year_month_day(*date);
  return fmt::format("{:02}/{:02}/{:04} 00:00:00", civil.month, civil.day, civil.year);
}

class LineWriter {
 public:
  LineWriter(const Plan& plan, const BatchWriterOptions& options) : plan_(plan), options_(options) {}

  std::string line(const BatchRow& wanted) {
    const Portfolio& portfolio = plan_.portfolio();
    const RowBlock& block = portfolio.block_of(wanted.row);
    const Subscription& row = portfolio.row(wanted.row);
    add_subscription(block, row, wanted);
    if (options_.timing == BatchTiming::at_once) {
      add("True");  // MigrationEligible: the tool passes others over
      add_terms(row, wanted);
      add_addon(block, row, wanted);
    } else {
      add_addon(block, row, wanted);
      add("True");
      add_terms(row, wanted);
      add(date_time(wanted.target));
      add(boolean(options_.timing == BatchTiming::on_renewal));
    }
    add({});  // no MigrationIneligibilityReason
    return line_.take();
  }

 private:
  void add(std::string_view text) { line_.add(text); }

  void add_subscription(const RowBlock& block, const Subscription& row, const BatchRow& wanted) {
    const Portfolio& portfolio = plan_.portfolio();
    const Customer& customer = portfolio.customer(row.customer);
    const Product& product = portfolio.product(row.product);
    const bool known = block.source < options_.partner_tenants.size();
    add(known ? std::string_view(options_.partner_tenants[block.source]) : std::string_view());
    add(portfolio.text(customer.reseller_id));
    add(portfolio.text(customer.name));
    add(portfolio.to_string(customer.id));
    add(portfolio.to_string(row.id));
    add(portfolio.text(row.name));
    add(portfolio.text(product.name));
    add(date_time(row.term_end ? row.term_end : plan_.entry(wanted.row).renewal.term_end));
    add(boolean(!row.has(RowFlag::auto_renew_known) || row.has(RowFlag::auto_renew)));
  }

  /// From NcePsa to CustomTermEndDate.
  void add_terms(const Subscription& row, const BatchRow& wanted) {
    add(nce_product_of(plan_, plan_.portfolio().product(row.product)));
    add(to_iso(plan_.entry(wanted.row).offer.term));
    add(billing_cycle(row.billing_plan()));
    add(std::to_string(row.seats < 0 ? wanted.seats : row.seats));
    add(boolean(options_.new_term));
    add(to_iso(wanted.term));
    add(billing_cycle(wanted.billing_plan));
    add(std::to_string(wanted.seats));
    add(date_time(wanted.custom_end));
  }

  void add_addon(const RowBlock& block, const Subscription& row, const BatchRow& wanted) {
    const Portfolio& portfolio = plan_.portfolio();
    const Id own_base = Portfolio::details(block, row).related_id;
    const Id base = wanted.base ? portfolio.row(*wanted.base).id : own_base;
    add(boolean(!base.empty() || row.has(RowFlag::addon)));
    add(portfolio.to_string(base));
  }

  const Plan& plan_;
  const BatchWriterOptions& options_;
  DelimitedLine line_{',', line_end};
};

}  // namespace

std::string_view batch_header(BatchTiming timing) {
  return timing == BatchTiming::at_once ? subscriptions_header : schedule_header;
}

void write_batch_file(const Plan& plan, const BatchFile& file, const BatchWriterOptions& options, const Sink& sink) {
  LineWriter writer(plan, options);
  sink(std::string(batch_header(options.timing)).append(line_end));
  for (const BatchRow& row : file.rows) sink(writer.line(row));
}

}  // namespace nceplan
