// `nceplan offers`: what the catalog and the user's offer matrix say of an offer.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "cli/listing.hpp"
#include "cli/messages.hpp"
#include "cli/planning.hpp"
#include "cli/usage_error.hpp"
#include "command.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/i18n/texts.hpp"

namespace nceplan::cli {
namespace {

constexpr std::array<std::string_view, 3> examples = {
    "nceplan offers 796b6b5f-613c-4e24-a17c-eba730d49c02",
    "nceplan offers \"Office 365 E3\"",
    "nceplan offers faculty --offer-matrix matrix.csv -f csv",
};

void setup(CLI::App& app, Options& options) {
  add_word(app, options, "WHAT", text(CliText::help_offer, options.language));
  add_offer_options(app, options);
  add_output_options(app, options, listing_formats);
  add_message_options(app, options);
}

/// An id, or a part of a name; all in folded form.
bool is_meant(const std::string& wanted, std::string_view id, std::string_view name) {
  return equals_ignoring_case(id, wanted) || fold(name).find(wanted) != std::string::npos;
}

bool is_meant(const std::string& wanted, const CatalogOffer& offer) {
  return is_meant(wanted, offer.offer_id, offer.offer_name) ||
         std::any_of(offer.also_known_as.begin(), offer.also_known_as.end(),
                     [&](const std::string& name) { return is_meant(wanted, {}, name); });
}

ListingValue segment_value(const std::optional<Segment>& segment, Language language) {
  if (!segment) return {};
  return ListingWord{to_code(*segment), word(*segment, language)};
}

/// R7: listed is what the matrix has with migration enabled; without a matrix nobody knows.
ListingValue listed(const OfferMatrix* matrix, const MatrixOffer* offer) {
  if (matrix == nullptr) return {};
  return offer != nullptr && offer->migration_enabled.value_or(false);
}

std::vector<ListingValue> catalog_row(const CatalogOffer& offer, const OfferMatrix* matrix, Language language) {
  const MatrixOffer* in_matrix = matrix == nullptr ? nullptr : matrix->find(offer.offer_id, offer.offer_name);
  const bool from_matrix = in_matrix != nullptr && !in_matrix->nce_product.empty();
  return {listing_value(offer.offer_id),
          offer.offer_name,
          segment_value(in_matrix != nullptr && in_matrix->segment ? in_matrix->segment : offer.segment, language),
          listing_value(to_iso(offer.term)),
          offer.max_seats ? ListingValue(std::int64_t{*offer.max_seats}) : ListingValue(),
          listing_value(from_matrix ? in_matrix->nce_product : offer.nce_product_sku),
          listed(matrix, in_matrix),
          listing_value(offer.source)};
}

std::vector<ListingValue> matrix_row(const MatrixOffer& offer, const OfferMatrix& matrix, Language language) {
  return {
      listing_value(offer.offer_id),    offer.offer_name,        segment_value(offer.segment, language),         {}, {},
      listing_value(offer.nce_product), listed(&matrix, &offer), fmt::format("{}:{}", matrix.path(), offer.line)};
}

Listing offer_listing(const OfferCatalog& catalog, const OfferMatrix* matrix, const std::string& wanted,
                      Language language) {
  Listing listing{"offers",
                  {{"offer_id", CliText::head_offer_id},
                   {"offer_name", CliText::head_offer_name},
                   {"segment", CliText::head_segment},
                   {"term", CliText::head_term},
                   {"max_seats", CliText::head_max_seats},
                   {"nce_product", CliText::head_nce_product},
                   {"listed", CliText::head_listed},
                   {"source", CliText::head_source}},
                  {}};
  for (const CatalogOffer& offer : catalog.offers()) {
    if (is_meant(wanted, offer)) listing.rows.push_back(catalog_row(offer, matrix, language));
  }
  if (matrix == nullptr) return listing;
  for (const MatrixOffer& offer : matrix->offers()) {
    const bool in_catalog = catalog.by_id(offer.offer_id) != nullptr || !catalog.by_name(offer.offer_name).empty();
    if (!in_catalog && is_meant(wanted, offer.offer_id, offer.offer_name)) {
      listing.rows.push_back(matrix_row(offer, *matrix, language));
    }
  }
  return listing;
}

UsageError nothing_found(const OfferCatalog& catalog, const std::string& what) {
  std::vector<std::string_view> known;
  for (const CatalogOffer& offer : catalog.offers()) {
    known.push_back(offer.offer_name);
    for (const std::string_view part : split(offer.offer_name, ' ')) known.push_back(part);
  }
  return UsageError(CliText::nothing_found, {what}).suggesting(std::string(nearest(what, known)));
}

ExitCode run(const Options& options) {
  if (options.words.empty()) throw UsageError(CliText::argument_missing, {"WHAT"});
  const std::string& what = options.words.front();
  const std::vector<OutputTarget> targets = output_targets(options, listing_formats);
  Diagnostics diagnostics;
  const PlanningBasis basis(options, diagnostics);
  print_diagnostics(diagnostics, options);
  const PlanContext& context = basis.context();
  const Listing listing = offer_listing(*context.catalog, context.matrix, fold(what), options.language);
  if (listing.rows.empty()) throw nothing_found(*context.catalog, what);
  write_listing(listing, targets, options);
  print_next(options, options.offer_matrix.empty()
                          ? fmt::format("nceplan offers {} --offer-matrix FILE", command_word(what))
                          : "nceplan plan FILE --offer-matrix " + command_word(options.offer_matrix));
  return ExitCode::success;
}

}  // namespace

Command offers_command() { return {"offers", CliText::summary_offers, "WHAT [OPTIONS]", examples, setup, run}; }

}  // namespace nceplan::cli
