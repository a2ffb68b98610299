// The editions that the program carries with it, and the choice among editions.
#include <algorithm>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/base/text.hpp"
#include "nceplan/input/edition_reader.hpp"
#include "nceplan/input/embedded_data.hpp"

namespace nceplan {
namespace {

std::vector<Edition> read_bundled_editions() {
  constexpr std::string_view folder = "schedules/";
  std::vector<Edition> editions;
  for (const EmbeddedFile& file : embedded_files()) {
    if (file.path.substr(0, folder.size()) == folder) {
      editions.push_back(read_edition(file.content, std::string(file.path)));
    }
  }
  std::sort(editions.begin(), editions.end(),
            [](const Edition& a, const Edition& b) { return a.announced < b.announced; });
  return editions;
}

std::string ids_of(const std::vector<Edition>& editions) {
  std::string ids;
  for (const Edition& edition : editions) ids += (ids.empty() ? "" : ", ") + edition.id;
  return ids;
}

std::string nearest_id(const std::vector<Edition>& editions, std::string_view name) {
  std::vector<std::string_view> names = {"latest", "as-of"};
  for (const Edition& edition : editions) names.push_back(edition.id);
  return std::string(nearest(name, names));
}

}  // namespace

const std::vector<Edition>& bundled_editions() {
  static const std::vector<Edition> editions = read_bundled_editions();
  return editions;
}

const Edition& choose_edition(const std::vector<Edition>& editions, std::string_view name, Date as_of) {
  const bool newest_known = name == "as-of";
  const Edition* chosen = nullptr;
  const Edition* oldest = nullptr;
  for (const Edition& edition : editions) {
    if (equals_ignoring_case(edition.id, name)) return edition;
    if (oldest == nullptr || edition.announced < oldest->announced) oldest = &edition;
    if (newest_known && edition.announced > as_of) continue;
    if (chosen == nullptr || edition.announced >= chosen->announced) chosen = &edition;
  }
  if (newest_known && chosen == nullptr) chosen = oldest;
  if (chosen == nullptr || (!newest_known && name != "latest")) {
    throw Failure({DiagnosticCode::edition_unknown,
                   Severity::error,
                   {},
                   std::string(name),
                   {ids_of(editions), nearest_id(editions, name)}});
  }
  return *chosen;
}

}  // namespace nceplan
