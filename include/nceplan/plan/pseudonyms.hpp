// Pseudonyms for everything in a portfolio that tells who a customer is: names, ids, domains, resellers, subscription
// names, reasons in the tool's own words, file names, headers. Dates, terms, seats, offers and counts stay.
//
// Pseudonyms are numbers in the order in which texts first appear ("Customer 0001"), not hashes: nothing of a text goes
// into its pseudonym, so that nobody can confirm a guess by trying names, and the same input gives the same bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/text_map.hpp"
#include "nceplan/model/evidence.hpp"
#include "nceplan/model/offer_catalog.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

/// Gives equal things equal pseudonyms in all that it is applied to. What the rules decide stays the same: rows with
/// one customer, base, provider or reason still share it, and GUIDs stay GUIDs.
class Pseudonyms {
 public:
  /// Numbers the inputs of a run in the order they are named here; the name's extension stays.
  std::string of_path(const std::string& path);
  /// For PlanContext::own_provider, which rows are compared with.
  std::string of_provider(std::string_view provider);

  /// `catalog` and `matrix` (may be null) know which names are those of offers, should an export give none but the
  /// subscription's. All rows must have been read.
  void apply(Portfolio& portfolio, const OfferCatalog& catalog, const OfferMatrix* matrix);
  void apply(Evidence& evidence);

  /// A problem of reading without what it quotes; dates and counts that nceplan has recognised as such stay.
  Diagnostic without_quotes(const Diagnostic& diagnostic);
  void apply(Diagnostics& diagnostics);

 private:
  /// Numbers from 1 on, by folded text.
  class Numbers {
   public:
    std::uint32_t of(const std::string& key) { return numbers_.try_emplace(key, next()).first->second; }
    bool has(const std::string& key) const { return numbers_.find(key) != numbers_.end(); }

   private:
    std::uint32_t next() const { return static_cast<std::uint32_t>(numbers_.size() + 1); }
    TextMap<std::uint32_t> numbers_;
  };

  void apply(Source& source);
  void apply_to_customers(Portfolio& portfolio);
  void apply_to_products(Portfolio& portfolio, const OfferCatalog& catalog, const OfferMatrix* matrix);
  void apply_to_rows(Portfolio& portfolio);
  Customer of_customer(Shard& shard, const Portfolio& portfolio, const Customer& customer);
  Id of_subscription(Shard& shard, const Portfolio& portfolio, Id id);
  std::string of_reason(std::string_view reason);

  Numbers files_;
  Numbers customers_;
  Numbers subscriptions_;
  Numbers subscription_names_;
  Numbers products_;
  Numbers resellers_;
  Numbers providers_;
  Numbers reasons_;
  std::unordered_map<std::string, std::vector<SourceColumn>> columns_;  ///< by path; as they were read
};

}  // namespace nceplan
