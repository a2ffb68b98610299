#include "evidence_json.hpp"

#include <memory>
#include <nlohmann/json.hpp>
#include <vector>

#include "evidence_rows.hpp"
#include "input/json/json_pointer.hpp"
#include "input/json/json_problem.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

using Json = nlohmann::ordered_json;

/// The member of that name in any case, or null.
const Json* member(const Json& object, std::string_view name) {
  for (const auto& [key, value] : object.items()) {
    if (equals_ignoring_case(key, name)) return &value;
  }
  return nullptr;
}

/// Scalars as they are written; empty for anything else.
std::string scalar_text(const Json* value) {
  if (value == nullptr || value->is_null() || value->is_structured()) return {};
  return value->is_string() ? std::string(trim(value->get_ref<const std::string&>())) : value->dump();
}

std::string text_of(const Json& object, EvidenceField field) {
  for (const std::string_view name : names_of(field)) {
    if (std::string text = scalar_text(member(object, name)); !text.empty()) return text;
  }
  return {};
}

/// What an add-on of a migration, or of a schedule, has from its base where it does not say it itself.
constexpr std::array inherited = {EvidenceField::status, EvidenceField::target_date, EvidenceField::on_renewal,
                                  EvidenceField::completed_at, EvidenceField::microsoft_led};

/// A JSON value still to be read, with its place.
struct Pending {
  const Json* value = nullptr;
  std::string pointer;
  const EvidenceRow* base = nullptr;
  int depth = 0;
};

/// Of add-ons and of lists in lists; real ones have two or three levels.
constexpr int deepest_nesting = 16;

std::string keys_of(const Json& value) {
  std::string keys;
  if (!value.is_object()) return keys;
  for (const auto& [key, ignored] : value.items()) keys += (keys.empty() ? "" : ", ") + key;
  return keys;
}

class EvidenceObjects {
 public:
  EvidenceObjects(Evidence& evidence, Diagnostics& diagnostics)
      : evidence_(evidence), builder_(evidence, diagnostics, [this](const EvidenceRow&, EvidenceField field) {
          return place(child_pointer(pointer_, names_of(field).back()));
        }) {}

  /// Reads a document, or one line of several. Works through a list, so that nesting costs no stack.
  void read(const Json& document, std::uint64_t line) {
    line_ = line;
    std::vector<Pending> pending = {{&document, "", nullptr, 0}};
    std::vector<std::unique_ptr<EvidenceRow>> bases;
    while (!pending.empty()) {
      const Pending next = std::move(pending.back());
      pending.pop_back();
      const Json* const list = next.depth <= deepest_nesting ? list_in(*next.value) : nullptr;
      if (list != nullptr) {
        add_elements(*list, {next.value, next.pointer, next.base, next.depth + 1}, next.pointer, pending);
      } else if (!next.value->is_object() || next.depth > deepest_nesting) {
        reject(*next.value, next.pointer);
      } else if (member(*next.value, "currentSubscriptionId") == nullptr) {
        refuse(*next.value);
      } else {
        bases.push_back(std::make_unique<EvidenceRow>(add(*next.value, next.pointer, next.base)));
        add_addons({next.value, next.pointer, bases.back().get(), next.depth + 1}, pending);
      }
    }
  }

  void reject_line(std::uint64_t line, std::string reason) {
    line_ = line;
    builder_.reject({.code = DiagnosticCode::json_line_invalid, .where = place(""), .details = {std::move(reason)}});
  }

 private:
  /// The array that `value` is, or stands around.
  static const Json* list_in(const Json& value) {
    if (value.is_array()) return &value;
    if (!value.is_object()) return nullptr;
    for (const std::string_view name : {"items", "value"}) {
      const Json* const list = member(value, name);
      if (list != nullptr && list->is_array()) return list;
    }
    return nullptr;
  }

  /// In reverse, since the list is worked off from its end.
  static void add_elements(const Json& list, const Pending& around, const std::string& pointer,
                           std::vector<Pending>& pending) {
    for (std::size_t i = list.size(); i > 0; --i) {
      pending.push_back({&list[i - 1], child_pointer(pointer, i - 1), around.base, around.depth});
    }
  }

  static void add_addons(const Pending& around, std::vector<Pending>& pending) {
    for (const std::string_view name : {"addOnMigrations", "addOnMigrationSchedules"}) {
      const Json* const addons = member(*around.value, name);
      if (addons == nullptr || !addons->is_array()) continue;
      add_elements(*addons, around, child_pointer(around.pointer, name), pending);
    }
  }

  EvidenceRow add(const Json& object, const std::string& pointer, const EvidenceRow* base) {
    EvidenceRow row;
    pointer_ = pointer;
    row.line = line_ != 0 ? line_ : ++number_;
    for (std::size_t i = 0; i < evidence_field_count; ++i)
      row.texts[i] = text_of(object, static_cast<EvidenceField>(i));
    add_first_error(object, row);
    for (const EvidenceField field : inherited) {
      if (base != nullptr && row[field].empty()) row[field] = (*base)[field];
    }
    builder_.add(row);
    return row;
  }

  static void add_first_error(const Json& object, EvidenceRow& row) {
    const Json* const errors = member(object, "errors");
    if (errors == nullptr || !errors->is_array() || errors->empty() || !errors->front().is_object()) return;
    if (row[EvidenceField::error_code].empty()) {
      row[EvidenceField::error_code] = scalar_text(member(errors->front(), "code"));
    }
    if (row[EvidenceField::error_reason].empty()) {
      row[EvidenceField::error_reason] = scalar_text(member(errors->front(), "description"));
    }
  }

  Location place(std::string field) const {
    Location where{.file = evidence_.sources.back().source.path, .field = std::move(field)};
    where.line = line_;
    return where;
  }

  void reject(const Json& value, const std::string& pointer) {
    constexpr std::size_t longest_seen = 200;
    const std::string seen = value.is_structured() ? (value.is_array() ? "[...]" : "{...}") : scalar_text(&value);
    ++number_;
    builder_.reject(
        {.code = DiagnosticCode::object_expected, .where = place(pointer), .seen = elide(seen, longest_seen)});
  }

  [[noreturn]] void refuse(const Json& object) const {
    throw Failure({.code = DiagnosticCode::evidence_expected, .where = place(""), .details = {keys_of(object)}});
  }

  Evidence& evidence_;
  StatementBuilder builder_;
  std::string pointer_;
  std::uint64_t line_ = 0;    ///< of NDJSON; 0 in a document
  std::uint64_t number_ = 0;  ///< of the last object of a document
};

/// The whole text as one document; nothing when it is none.
std::optional<Json> parsed(std::string_view text) {
  Json document = Json::parse(text, nullptr, false);
  return document.is_discarded() ? std::nullopt : std::optional(std::move(document));
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trim(line);
}

void read_lines(std::string_view text, EvidenceObjects& objects) {
  for (std::uint64_t line = 1; !text.empty(); ++line) {
    const std::string_view one = take_line(text);
    if (one.empty()) continue;
    if (const auto document = parsed(one)) {
      objects.read(*document, line);
    } else {
      const auto problem = find_json_problem(one);
      objects.reject_line(line, problem ? problem->reason : std::string());
    }
  }
}

}  // namespace

void read_evidence_json(std::string_view text, Evidence& evidence, Diagnostics& diagnostics) {
  Source& source = evidence.sources.back().source;
  source.format = ExportFormat::rest_migrations;
  source.json = true;
  source.delimiter = '\0';
  EvidenceObjects objects(evidence, diagnostics);
  if (const auto document = parsed(text)) return objects.read(*document, 0);
  std::string_view rest = text;
  const bool several_lines = parsed(take_line(rest)).has_value() && !trim(rest).empty();
  if (several_lines) return read_lines(text, objects);
  const auto problem = find_json_problem(text);
  fail_json_invalid(memory_file(source.path, std::string(text)), problem.value_or(JsonProblem{}));
}

}  // namespace nceplan
