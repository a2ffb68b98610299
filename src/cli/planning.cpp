#include "planning.hpp"

#include <algorithm>
#include <filesystem>

#include "clock.hpp"
#include "input_files.hpp"
#include "nceplan/input/edition_reader.hpp"
#include "nceplan/input/offer_reader.hpp"
#include "nceplan/input/waiver_reader.hpp"

namespace nceplan::cli {
namespace {

/// An id wins over a file of the same name.
bool names_file(const std::string& name) {
  const auto& editions = bundled_editions();
  if (name == "latest" || name == "as-of") return false;
  if (std::any_of(editions.begin(), editions.end(), [&](const Edition& e) { return e.id == name; })) return false;
  std::error_code ignored;
  return std::filesystem::path(name).extension() == ".json" || std::filesystem::exists(name, ignored);
}

}  // namespace

const Edition& find_edition(const std::string& name, Date as_of, std::optional<Edition>& own) {
  if (!names_file(name)) return choose_edition(bundled_editions(), name, as_of);
  return own.emplace(read_edition(read_document(name), name));
}

Date planning_day(const Options& options) { return options.as_of ? *options.as_of : today_utc(); }

PlanningBasis::PlanningBasis(const Options& options, Diagnostics& diagnostics) {
  context_.as_of = planning_day(options);
  const std::string name = options.edition.empty() ? std::string(default_edition_id) : options.edition;
  context_.edition = &find_edition(name, context_.as_of, own_edition_);
  if (!options.offers.empty()) own_catalog_ = read_offer_catalog(open_input(options.offers));
  context_.catalog = own_catalog_ ? &*own_catalog_ : &bundled_catalog();
  if (!options.offer_matrix.empty()) {
    matrix_ = read_offer_matrix(open_input(options.offer_matrix), options.read, diagnostics);
    context_.matrix = &*matrix_;
  }
  if (!options.waivers.empty()) {
    waivers_ = read_waivers(open_input(options.waivers), options.read, diagnostics);
    context_.waivers = &*waivers_;
  }
  context_.end_date = options.end_date;
  context_.own_provider = options.anonymize ? pseudonyms_->of_provider(options.own_provider) : options.own_provider;
  context_.jobs = options.read.jobs;
}

PlanContext PlanningBasis::context_under(const Edition& edition) const {
  PlanContext other = context_;
  other.edition = &edition;
  return other;
}

}  // namespace nceplan::cli
