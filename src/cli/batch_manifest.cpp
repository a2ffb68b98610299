#include "batch_manifest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "nceplan/i18n/texts.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 20> manifest_columns = {"file",
                                                               "row",
                                                               "outcome",
                                                               "reason",
                                                               "explanation",
                                                               "target_date",
                                                               "customer_name",
                                                               "customer_id",
                                                               "subscription_id",
                                                               "base_subscription_id",
                                                               "product_name",
                                                               "new_term",
                                                               "target_term",
                                                               "target_billing_plan",
                                                               "target_seats",
                                                               "custom_term_end_date",
                                                               "term_end_date",
                                                               "self_migrate_until",
                                                               "source_file",
                                                               "source_line"};

std::string_view stem(BatchTiming timing) {
  return timing == BatchTiming::at_once ? "subscriptions.csv" : "schedule.csv";
}

class ManifestWriter {
 public:
  ManifestWriter(const Plan& plan, const BatchRequest& request, Language language)
      : plan_(plan), request_(request), language_(language) {}

  std::vector<ListingValue> written(const std::string& file, std::size_t number, const BatchRow& wanted) const {
    const bool on_renewal = request_.timing == BatchTiming::on_renewal;
    const ListingValue target = on_renewal ? ListingValue(std::string("renewal")) : listing_value(wanted.target);
    const std::string base = wanted.base ? id_of(*wanted.base) : exported_base(wanted.row);
    return row_of(wanted.row, base, {file, static_cast<std::int64_t>(number), std::string("written"), {}, {}, target},
                  {request_.new_term, to_iso(wanted.term), std::string(to_code(wanted.billing_plan)),
                   std::int64_t{wanted.seats}, listing_value(wanted.custom_end)});
  }

  std::vector<ListingValue> staying(const StayingRow& row) const {
    return row_of(row.row, exported_base(row.row),
                  {{},
                   {},
                   std::string("left_out"),
                   std::string(to_code(row.reason)),
                   std::string(word(row.reason, language_)),
                   {}},
                  {{}, {}, {}, {}, {}});
  }

 private:
  std::vector<ListingValue> row_of(RowIndex row, const std::string& base, std::vector<ListingValue> head,
                                   const std::vector<ListingValue>& wanted) const {
    const Portfolio& portfolio = plan_.portfolio();
    const RowBlock& block = portfolio.block_of(row);
    const Subscription& subscription = portfolio.row(row);
    const Customer& customer = portfolio.customer(subscription.customer);
    const PlanEntry entry = plan_.entry(row);
    std::vector<ListingValue>& all = head;
    all.push_back(listing_value(portfolio.text(customer.name)));
    all.push_back(listing_value(portfolio.to_string(customer.id)));
    all.push_back(portfolio.subscription_id(block, subscription));
    all.push_back(listing_value(base));
    all.push_back(listing_value(portfolio.text(portfolio.product(subscription.product).name)));
    all.insert(all.end(), wanted.begin(), wanted.end());
    all.push_back(listing_value(entry.renewal.term_end));
    all.push_back(listing_value(entry.self_migration.until));
    all.push_back(portfolio.sources[block.source].path);
    all.push_back(std::int64_t{subscription.source_line});
    return head;
  }

  std::string id_of(RowIndex row) const {
    const Portfolio& portfolio = plan_.portfolio();
    return portfolio.subscription_id(portfolio.block_of(row), portfolio.row(row));
  }

  std::string exported_base(RowIndex row) const {
    const Portfolio& portfolio = plan_.portfolio();
    return portfolio.to_string(Portfolio::details(portfolio.block_of(row), portfolio.row(row)).related_id);
  }

  const Plan& plan_;
  const BatchRequest& request_;
  Language language_;
};

}  // namespace

std::string batch_file_name(std::size_t number, std::size_t files, BatchTiming timing) {
  const std::size_t digits = std::max<std::size_t>(2, std::to_string(files).size());
  return fmt::format("{:0{}}-{}", number, digits, stem(timing));
}

bool is_batch_file_name(const std::string& name) {
  if (name == manifest_name) return true;
  const std::size_t digits = std::min(name.find_first_not_of("0123456789"), name.size());
  const std::string_view rest = std::string_view(name).substr(digits);
  return digits >= 2 && rest.substr(0, 1) == "-" &&
         (rest.substr(1) == stem(BatchTiming::at_once) || rest.substr(1) == stem(BatchTiming::on_day));
}

Listing batch_manifest(const Plan& plan, const Batch& batch, const BatchRequest& request, Language language) {
  Listing listing{"manifest", {}, {}};
  // Headings are for people, and this is a machine format.
  for (const std::string_view code : manifest_columns) listing.columns.push_back({code, CliText::head_name});
  const ManifestWriter writer(plan, request, language);
  for (std::size_t i = 0; i < batch.files.size(); ++i) {
    const std::string name = batch_file_name(i + 1, batch.files.size(), request.timing);
    std::size_t number = 0;
    for (const BatchRow& row : batch.files[i].rows) listing.rows.push_back(writer.written(name, ++number, row));
  }
  for (const StayingRow& row : batch.staying) listing.rows.push_back(writer.staying(row));
  return listing;
}

Listing batch_files(const Batch& batch, BatchTiming timing) {
  Listing listing{"files",
                  {{"file", CliText::head_file},
                   {"rows", CliText::head_rows},
                   {"migrations", CliText::head_migrations},
                   {"first_due", CliText::head_due}},
                  {}};
  for (std::size_t i = 0; i < batch.files.size(); ++i) {
    const BatchFile& file = batch.files[i];
    const auto earlier = [](const BatchRow& a, const BatchRow& b) { return a.due < b.due; };
    listing.rows.push_back({batch_file_name(i + 1, batch.files.size(), timing),
                            static_cast<std::int64_t>(file.rows.size()), static_cast<std::int64_t>(file.migrations),
                            std::min_element(file.rows.begin(), file.rows.end(), earlier)->due});
  }
  return listing;
}

Listing batch_reasons(const Batch& batch, Language language) {
  struct Tally {
    std::int64_t count = 0;
    ListingWord reason;
  };
  std::map<std::string_view, Tally> tallies;
  for (const StayingRow& row : batch.staying) {
    Tally& tally = tallies[to_code(row.reason)];
    ++tally.count;
    tally.reason = {to_code(row.reason), word(row.reason, language)};
  }
  std::vector<Tally> ordered;
  for (const auto& [code, tally] : tallies) ordered.push_back(tally);
  std::stable_sort(ordered.begin(), ordered.end(), [](const Tally& a, const Tally& b) { return a.count > b.count; });
  Listing listing{"left_out", {{"count", CliText::head_count}, {"reason", CliText::head_reason}}, {}};
  for (const Tally& tally : ordered) listing.rows.push_back({tally.count, tally.reason});
  return listing;
}

}  // namespace nceplan::cli
