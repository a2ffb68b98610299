#include "support/random_rows.hpp"

#include <fmt/format.h>

#include <array>
#include <string>

namespace nceplan::test {
namespace {

struct OfferText {
  std::string name;
  std::string id;
};

/// Names with every kind of marker (R2, R7, R8, R10) and with the traps that docs/rules.md lists.
const std::vector<OfferText>& offers() {
  static const std::vector<std::string> names = {
      "Office 365 E3",
      "Microsoft 365 Business Premium",
      "Microsoft 365 Apps for business",
      "Microsoft 365 Businesslike",
      "Office 365 A3 for faculty",
      "Office 365 A1 for students (6 year)",
      "Microsoft 365 E3 (Nonprofit Staff Pricing)",
      "Project Plan 3 non-profit",
      "Power BI Pro Donation (50 Seat Donation)",
      "Office 365 G3 GCC",
      "Exchange Online (Government Pricing)",
      "Exchange Online (Plan 1) (Preise für Behörden)",
      "Office 365 A3 für Lehrkräfte",
      "Office 365 E1 (Wohltätigkeitsorganisationen)",
      "Visio Plan 2 Trial",
      "Visio-Testversion",
      "Audio Conferencing Promo",
      "Dynamics 365 Promotional Kit",
      "Microsoft 365 E5 Shift Campaign",
      "Dynamics 365 Sales (36 mo)",
      "Dynamics 365 Sales (12 mo)",
      "Project Plan 5 (3 Jahre)",
      "10-Year Audit Log Retention",
      "Intune 3-year",
      "Azure Active Directory Premium P1",
      "Visio Plan 1",
      "Extra Storage Add-On",
      "",
  };
  static const std::vector<OfferText> made = [] {
    std::vector<OfferText> all;
    for (std::size_t i = 0; i < names.size(); ++i) {
      all.push_back({names[i], fmt::format("0ffe{:04x}-1111-4222-8333-444455556666", i)});
      if (!names[i].empty()) all.push_back({names[i], ""});
    }
    return all;
  }();
  return made;
}

std::string text_of(Date date) { return to_iso(date); }

/// Mostly 2023 to 2026; at times a boundary of an edition, the end of a month, or the end of all days.
std::string random_end(Random& random) {
  static const std::array<std::string_view, 12> marked = {"2023-07-11", "2023-10-31", "2023-12-31", "2024-01-01",
                                                          "2024-01-10", "2024-01-31", "2024-02-29", "2024-06-30",
                                                          "2024-08-31", "2024-12-31", "2025-02-28", "2022-02-28"};
  if (once_in(random, 40)) return std::string(one_of(random, std::array{"8999-12-31", "9000-01-01", "9999-12-31"}));
  if (once_in(random, 3)) return text_of(day(one_of(random, marked)) + static_cast<int>(below(random, 5)) - 2);
  return text_of(day("2023-03-01") + static_cast<int>(below(random, 1300)));
}

std::string random_start(Random& random) {
  if (once_in(random, 3)) return {};
  return text_of(day("2022-10-30") + static_cast<int>(below(random, 600)));
}

std::string random_id(Random& random, std::size_t number) {
  if (once_in(random, 12)) return {};
  if (once_in(random, 4)) return fmt::format("sub-{}", number);
  return fmt::format("{:08x}-aaaa-4bbb-8ccc-dddd{:08x}", 0x50000000 + number, number);
}

void choose_product(Random& random, Row& row) {
  const OfferText& shared = offers()[2];  // often enough that customers fill its pool of seats (R10)
  const OfferText& offer = once_in(random, 5) ? shared : one_of(random, offers());
  row.product = offer.name;
  row.offer_id = offer.id;
  if (!once_in(random, 25)) return;
  row.kind = once_in(random, 2) ? RowKind::nce : RowKind::other;
}

void choose_standing(Random& random, Row& row) {
  static const std::array reasons = {"not active", "promotion", "custom end date must align", "for no reason at all",
                                     "last 24 hours need a full term"};
  if (once_in(random, 8)) row.status = one_of(random, std::array{Status::suspended, Status::deleted, Status::pending});
  if (once_in(random, 6)) row.auto_renew = false;
  if (once_in(random, 8)) row.auto_renew = std::nullopt;
  if (once_in(random, 12)) row.ineligible_because = one_of(random, reasons);
  if (once_in(random, 30)) row.flags.push_back(RowFlag::promotion);
  if (once_in(random, 30)) row.flags.push_back(RowFlag::trial);
  if (once_in(random, 30)) row.flags.push_back(RowFlag::migrated);
  if (once_in(random, 40)) row.flags.push_back(RowFlag::takeover);
  if (once_in(random, 40)) row.flags.push_back(RowFlag::status_unknown);
  if (once_in(random, 10)) row.provider = one_of(random, std::array{"Contoso Cloud", "contoso CLOUD", "Fabrikam"});
  if (!once_in(random, 12)) return;
  row.flags.push_back(RowFlag::partner_scheduled);
  if (once_in(random, 2)) row.target_date = random_end(random);
  if (once_in(random, 2)) row.target_term = one_of(random, std::array{"P1M", "P1Y", "P3Y"});
}

Row random_row(Random& random, std::size_t number) {
  static const std::array customers = {"Contoso", "contoso", "Bäckerei Müller", "BÄCKEREI MÜLLER", "Fabrikam"};
  static const std::array terms = {"P1Y", "P1Y", "P1M", "P3Y", "P18M", "P6M", ""};
  Row row;
  row.id = random_id(random, number);
  row.customer = one_of(random, customers);
  if (once_in(random, 2)) row.customer_id = fmt::format("c0570000-0000-4000-8000-00000000000{}", below(random, 3));
  choose_product(random, row);
  row.ends = random_end(random);
  if (once_in(random, 6)) row.renews = random_end(random);
  if (!row.renews.empty() && once_in(random, 2)) row.ends.clear();
  row.created = random_start(random);
  row.started = random_start(random);
  row.term = one_of(random, terms);
  row.seats = once_in(random, 10) ? static_cast<int>(below(random, 2)) - 1 : 1 + static_cast<int>(below(random, 299));
  choose_standing(random, row);
  return row;
}

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

void change_one_field(Random& random, Row& row) {
  switch (below(random, 10)) {
    case 0:
      row.seats = 7;
      break;
    case 1:
      row.ends = random_end(random);
      break;
    case 2:
      row.renews = random_end(random);
      break;
    case 3:
      row.status = row.status == Status::active ? Status::suspended : Status::active;
      break;
    case 4:
      row.auto_renew = row.auto_renew == true ? std::optional(false) : std::optional(true);
      break;
    case 5:
      row.created = random_start(random);
      break;
    case 6:
      row.term = row.term == "P1M" ? "P1Y" : "P1M";
      break;
    case 7:
      row.customer += " AG";
      break;
    case 8:
      row.product += " Plus";
      break;
    default:
      row.ineligible_because = "promotion";
      break;
  }
}

/// An earlier row once more, with or without a change.
Row repeated(Random& random, const std::vector<Row>& rows) {
  Row row = one_of(random, rows);
  row.id = upper(row.id);
  if (!once_in(random, 3)) change_one_field(random, row);
  if (once_in(random, 4)) row.charge_start = random_end(random);
  return row;
}

/// Chains, circles, rows that are their own base, and bases that nobody has.
void choose_base(Random& random, std::vector<Row>& rows, std::size_t number) {
  Row& row = rows[number];
  if (once_in(random, 3)) row.base = one_of(random, rows).id;
  if (once_in(random, 4)) row.base = rows[0].id;
  if (once_in(random, 30)) row.base = "nobody";
  if (once_in(random, 2)) row.base = upper(row.base);
  // Most rows should not be rejected.
  if (row.base == row.id && !once_in(random, 10)) row.base.clear();
  if (row.kind != RowKind::nce) return;
  row.base.clear();  // no reader keeps it
  if (once_in(random, 2)) row.migrated_from = one_of(random, rows).id;
}

std::vector<CatalogOffer> random_catalog(Random& random) {
  static const std::array segments = {Segment::commercial, Segment::education, Segment::nonprofit, Segment::gcc};
  std::vector<CatalogOffer> catalog;
  for (const OfferText& offer : offers()) {
    if (offer.id.empty() || !once_in(random, 4)) continue;
    CatalogOffer known;
    known.offer_id = once_in(random, 4) ? "0ffe9999-1111-4222-8333-444455556666" : offer.id;
    known.offer_name = offer.name;
    if (once_in(random, 2)) known.segment = one_of(random, segments);
    if (once_in(random, 4)) known.term = one_of(random, std::array{Term{1}, Term{12}, Term{36}});
    if (once_in(random, 6)) known.is_trial = once_in(random, 2);
    if (once_in(random, 4)) known.max_seats = once_in(random, 2) ? 300U : 25U;
    catalog.push_back(known);
    if (once_in(random, 3)) catalog.push_back(known);
    if (once_in(random, 3)) catalog.back().segment = one_of(random, segments);
  }
  return catalog;
}

std::optional<OfferMatrix> random_matrix(Random& random) {
  if (once_in(random, 3)) return std::nullopt;
  const bool price_list = once_in(random, 6);
  std::vector<MatrixOffer> matrix;
  for (const OfferText& offer : offers()) {
    for (int copies = once_in(random, 8) ? 2 : 1; copies > 0 && !once_in(random, 4); --copies) {
      MatrixOffer listed;
      listed.offer_id = offer.id;
      if (once_in(random, 2)) listed.offer_name = offer.name;
      if (!price_list && !once_in(random, 8)) listed.migration_enabled = !once_in(random, 4);
      if (once_in(random, 2)) listed.nce_product = "CFQ7TTC0LH18:0001";
      if (once_in(random, 6)) listed.segment = one_of(random, std::array{Segment::commercial, Segment::government});
      if (once_in(random, 20)) listed.is_trial = true;
      if (once_in(random, 3)) listed.listed_on = day(random_end(random));
      matrix.push_back(listed);
    }
  }
  return OfferMatrix(matrix, "matrix.csv");
}

Evidence random_evidence(Random& random, const std::vector<Row>& rows) {
  Evidence evidence;
  evidence.sources.resize(1);
  for (const Row& row : rows) {
    for (int statements = once_in(random, 8) ? 2 : 0; statements > 0 && !row.id.empty(); --statements) {
      MigrationEvidence proof;
      proof.subscription_id = once_in(random, 2) ? upper(row.id) : row.id;
      proof.state = once_in(random, 3) ? MigrationState::completed : MigrationState::scheduled;
      if (once_in(random, 2)) proof.target_date = day(random_end(random));
      if (once_in(random, 2)) proof.target_term = one_of(random, std::array{Term{1}, Term{12}, Term{36}});
      evidence.statements.push_back(proof);
    }
  }
  return evidence;
}

}  // namespace

Edition random_edition(Random& random) {
  std::vector<Edition> editions = {edition_2023_07(), edition_2023_09(), edition_2023_10(), edition_2024_01(),
                                   edition_2024_05()};
  Edition edition = one_of(random, editions);
  if (!once_in(random, 4)) return edition;
  edition.window_days = 1 + static_cast<int>(below(random, 14));
  edition.preorder_days = static_cast<int>(below(random, 90));
  for (CategorySchedule& schedule : edition.categories) {
    if (once_in(random, 2)) schedule.microsoft_led_from = day(random_end(random));
    if (once_in(random, 2)) schedule.self_service_from = day(random_end(random));
    if (once_in(random, 8)) schedule.microsoft_led_from = std::nullopt;
    if (once_in(random, 8)) schedule.self_service_from = std::nullopt;
    if (once_in(random, 8)) schedule.self_service_when_listed = !schedule.self_service_when_listed;
  }
  edition.outcomes = {{one_month, one_month}, {three_years, three_years}};
  return edition;
}

RandomCase random_case(Random& random, std::size_t most_rows) {
  RandomCase made;
  const std::size_t count = 1 + below(random, most_rows);
  for (std::size_t i = 0; i < count; ++i) {
    const bool again = !made.rows.empty() && once_in(random, 12);
    made.rows.push_back(again ? repeated(random, made.rows) : random_row(random, i));
  }
  for (std::size_t i = 0; i < count; ++i) choose_base(random, made.rows, i);
  made.options.edition = random_edition(random);
  made.options.catalog = random_catalog(random);
  made.options.matrix = random_matrix(random);
  made.options.evidence = random_evidence(random, made.rows);
  if (once_in(random, 4)) made.options.end_date = EndDateMeaning::exclusive;
  if (once_in(random, 4)) made.options.own_provider = "Contoso Cloud";
  made.options.as_of = text_of(day("2023-06-01") + static_cast<int>(below(random, 1200)));
  return made;
}

Portfolio in_random_files(Random& random, const std::vector<Row>& rows) {
  PortfolioMaker maker("0.csv");
  int files = 1;
  for (const Row& row : rows) {
    if (files < 20 && once_in(random, 6)) maker.file(fmt::format("{}.csv", files++));
    maker.add(row);
  }
  return maker.make();
}

}  // namespace nceplan::test
