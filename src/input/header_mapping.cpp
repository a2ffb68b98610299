#include "nceplan/input/header_mapping.hpp"

#include <algorithm>
#include <unordered_map>

#include "header_names.hpp"
#include "nceplan/base/text.hpp"

namespace nceplan {
namespace {

using Meanings = std::unordered_map<std::string, std::optional<Field>>;

/// A format with those headers in normalized form that tell it from others; the rest are looked at only if they do.
struct KnownFormat {
  const FormatHeaders* names;
  std::vector<std::string> required;
  Meanings own_meanings;
};

struct HeaderDictionary {
  Meanings common;
  std::vector<KnownFormat> formats;
};

std::string with_ascii_umlauts(std::string_view normalized) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> spellings = {
      {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}}};
  std::string ascii(normalized);
  for (const auto& [umlaut, spelling] : spellings) {
    for (std::size_t at = 0; (at = ascii.find(umlaut, at)) != std::string::npos; at += spelling.size()) {
      ascii.replace(at, umlaut.size(), spelling);
    }
  }
  return ascii;
}

void add_meaning(Meanings& meanings, std::string_view name, Field field) {
  std::string normalized = normalized_header(name);
  if (std::string ascii = with_ascii_umlauts(normalized); ascii != normalized) {
    meanings.try_emplace(std::move(ascii), field);
  }
  meanings.try_emplace(std::move(normalized), field);
}

HeaderDictionary make_dictionary() {
  HeaderDictionary dictionary;
  dictionary.common.reserve(800);
  for (const CommonNames& entry : common_names()) {
    for (const std::string_view name : split(entry.names, ',')) add_meaning(dictionary.common, name, entry.field);
    add_meaning(dictionary.common, to_code(entry.field), entry.field);
  }
  for (const FormatHeaders& entry : format_headers()) {
    KnownFormat& known = dictionary.formats.emplace_back();
    known.names = &entry;
    for (const std::string_view name : split(entry.required, ',')) known.required.push_back(normalized_header(name));
    for (const OwnMeaning& own : entry.own_meanings) {
      known.own_meanings.emplace(normalized_header(own.header), own.field);
    }
  }
  return dictionary;
}

const HeaderDictionary& dictionary() {
  static const HeaderDictionary made = make_dictionary();
  return made;
}

/// Twice the common headers over all headers of both sides (Dice); 0 when a required one is missing.
double resemblance(const std::vector<std::string>& headers, const KnownFormat& format) {
  const auto is_there = [&headers](const std::string& name) {
    return std::find(headers.begin(), headers.end(), name) != headers.end();
  };
  if (!std::all_of(format.required.begin(), format.required.end(), is_there)) return 0;
  const std::vector<std::string_view> own = split(format.names->headers, ',');
  const auto shared = std::count_if(own.begin(), own.end(),
                                    [&is_there](std::string_view name) { return is_there(normalized_header(name)); });
  return 2.0 * static_cast<double>(shared) / static_cast<double>(own.size() + headers.size());
}

const KnownFormat* best_format(const std::vector<std::string>& headers) {
  const KnownFormat* best = nullptr;
  double best_resemblance = 0;
  for (const KnownFormat& format : dictionary().formats) {
    const double value = resemblance(headers, format);
    if (value <= best_resemblance) continue;
    best = &format;
    best_resemblance = value;
  }
  return best;
}

std::optional<Field> meaning_of(const std::string& header, const KnownFormat* format) {
  if (format != nullptr) {
    if (const auto own = format->own_meanings.find(header); own != format->own_meanings.end()) return own->second;
  }
  const auto found = dictionary().common.find(header);
  return found == dictionary().common.end() ? std::nullopt : found->second;
}

std::vector<std::string> normalized_headers(std::span<const std::string> headers) {
  std::vector<std::string> normalized;
  normalized.reserve(headers.size());
  for (const std::string& header : headers) normalized.push_back(normalized_header(header));
  return normalized;
}

[[noreturn]] void fail(DiagnosticCode code, const std::string& file, std::string seen,
                       std::vector<std::string> details) {
  throw Failure({code, Severity::error, {file, 0, 0, {}, {}}, std::move(seen), std::move(details)});
}

Field overridden_field(const std::string& code, const std::string& file) {
  if (const auto field = field_from_code(trim(code))) return *field;
  std::array<std::string_view, field_count> codes;
  for (std::size_t i = 0; i < field_count; ++i) codes[i] = to_code(static_cast<Field>(i));
  fail(DiagnosticCode::mapping_unknown, file, code, {std::string(nearest(code, codes))});
}

std::size_t overridden_column(const std::string& header, const std::vector<std::string>& normalized,
                              std::span<const std::string> headers, const std::string& file) {
  const auto found = std::find(normalized.begin(), normalized.end(), normalized_header(header));
  if (found != normalized.end()) return static_cast<std::size_t>(found - normalized.begin());
  const std::vector<std::string_view> candidates(headers.begin(), headers.end());
  fail(DiagnosticCode::mapping_unknown, file, header, {std::string(nearest(header, candidates))});
}

void apply_overrides(HeaderMapping& mapping, const std::vector<std::string>& normalized,
                     const FieldOverrides& overrides, const std::string& file) {
  for (const auto& [code, header] : overrides) {
    const Field field = overridden_field(code, file);
    const std::size_t column = overridden_column(header, normalized, mapping.headers, file);
    std::replace(mapping.fields.begin(), mapping.fields.end(), std::optional(field), std::optional<Field>());
    mapping.fields[column] = field;
  }
}

/// Fills `column_of`; of two columns for one field the first is used.
void assign_columns(HeaderMapping& mapping, const std::string& file, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < mapping.fields.size(); ++i) {
    if (!mapping.fields[i]) continue;
    const Field field = *mapping.fields[i];
    std::uint32_t& column = mapping.column_of[index_of(field)];
    if (column == 0) {
      column = static_cast<std::uint32_t>(i + 1);
      continue;
    }
    mapping.fields[i].reset();
    Location where{file, 0, static_cast<std::uint32_t>(i + 1), mapping.headers[i]};
    diagnostics.add({DiagnosticCode::header_duplicate,
                     Severity::warning,
                     std::move(where),
                     mapping.headers[i],
                     {std::string(to_code(field)), mapping.headers[column - 1]}});
  }
}

bool is_evidence_only(ExportFormat format) {
  return format == ExportFormat::bam_nce || format == ExportFormat::bam_status || format == ExportFormat::bam_scheduled;
}

using Alternatives = std::array<Field, 2>;
constexpr Alternatives product_fields = {Field::product_name, Field::offer_id};
constexpr Alternatives end_fields = {Field::term_end_date, Field::renewal_date};
constexpr Alternatives customer_key_fields = {Field::customer_name, Field::customer_id};

bool has_any(const HeaderMapping& mapping, Alternatives fields) {
  return mapping.has(fields[0]) || mapping.has(fields[1]);
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) {
    if (text.empty()) continue;
    if (!all.empty()) all += ", ";
    all += text;
  }
  return all;
}

/// The unused header that is nearest to any known name of the missing fields.
std::string nearest_unused_header(const HeaderMapping& mapping, const std::vector<Alternatives>& missing) {
  std::vector<std::string_view> unused;
  for (std::size_t i = 0; i < mapping.headers.size(); ++i) {
    if (!mapping.fields[i] && !mapping.headers[i].empty()) unused.push_back(mapping.headers[i]);
  }
  const auto is_missing = [&missing](Field field) {
    return std::any_of(missing.begin(), missing.end(),
                       [field](Alternatives need) { return need[0] == field || need[1] == field; });
  };
  for (const CommonNames& entry : common_names()) {
    if (!is_missing(entry.field)) continue;
    for (const std::string_view name : split(entry.names, ',')) {
      if (const std::string_view found = nearest(name, unused); !found.empty()) return std::string(found);
    }
  }
  return {};
}

/// Headings of a workbook that nceplan wrote (output/human/headings.hpp) and no export has. What they say is worded for
/// people and not read back.
void report_plan_in_words(const HeaderMapping& mapping, std::span<const std::string> normalized,
                          const std::string& file, Diagnostics& diagnostics) {
  for (const std::string_view heading : {"Do next", "Als Nächstes", "Blocked by", "Gesperrt durch"}) {
    const auto found = std::find(normalized.begin(), normalized.end(), normalized_header(heading));
    if (found == normalized.end()) continue;
    const auto column = static_cast<std::size_t>(found - normalized.begin());
    if (mapping.fields[column]) continue;  // the user says what it means
    diagnostics.add({.code = DiagnosticCode::plan_in_words,
                     .severity = Severity::warning,
                     .where = {.file = file},
                     .seen = mapping.headers[column]});
    return;
  }
}

}  // namespace

std::string HeaderMapping::header_of(Field field) const {
  return has(field) ? headers[column_of[index_of(field)] - 1] : std::string(to_code(field));
}

std::string normalized_header(std::string_view header) {
  static constexpr std::array<std::string_view, 2> ignored = {"\xef\xbb\xbf", "\xc2\xa0"};  // BOM, no-break space
  std::string normalized = fold(header);
  for (const std::string_view mark : ignored) {
    for (std::size_t at = 0; (at = normalized.find(mark, at)) != std::string::npos;) normalized.erase(at, mark.size());
  }
  const auto is_separator = [](char c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '_' || c == '-' || c == '.';
  };
  normalized.erase(std::remove_if(normalized.begin(), normalized.end(), is_separator), normalized.end());
  return normalized;
}

HeaderMapping map_headers(std::span<const std::string> headers, const FieldOverrides& overrides,
                          const std::string& file, Diagnostics& diagnostics) {
  const std::vector<std::string> normalized = normalized_headers(headers);
  const KnownFormat* const format = best_format(normalized);
  HeaderMapping mapping;
  if (format != nullptr) mapping.format = format->names->format;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    mapping.headers.emplace_back(trim(headers[i]));
    mapping.fields.push_back(meaning_of(normalized[i], format));
  }
  apply_overrides(mapping, normalized, overrides, file);
  assign_columns(mapping, file, diagnostics);
  if (mapping.format == ExportFormat::generic) report_plan_in_words(mapping, normalized, file, diagnostics);
  return mapping;
}

bool looks_like_header_row(std::span<const std::string> headers, const FieldOverrides& overrides) {
  const std::vector<std::string> normalized = normalized_headers(headers);
  FieldOverrides present;
  std::copy_if(overrides.begin(), overrides.end(), std::back_inserter(present), [&normalized](const auto& entry) {
    return field_from_code(trim(entry.first)) &&
           std::find(normalized.begin(), normalized.end(), normalized_header(entry.second)) != normalized.end();
  });
  Diagnostics ignored;
  const HeaderMapping mapping = map_headers(headers, present, {}, ignored);
  return is_evidence_only(mapping.format) || (has_any(mapping, product_fields) && has_any(mapping, end_fields));
}

void require_fields(const HeaderMapping& mapping, bool has_customer, const std::string& file) {
  std::vector<Alternatives> missing;
  for (const Alternatives need : {product_fields, end_fields, customer_key_fields}) {
    const bool given = need == customer_key_fields && has_customer;
    if (!given && !has_any(mapping, need)) missing.push_back(need);
  }
  if (missing.empty()) return;

  const auto used =
      std::count_if(mapping.fields.begin(), mapping.fields.end(), [](const auto& f) { return f.has_value(); });
  const std::string seen = joined(mapping.headers);
  if (is_evidence_only(mapping.format)) {
    fail(DiagnosticCode::evidence_as_export, file, file, {std::string(to_code(mapping.format))});
  }
  if (used < 2 && missing.size() > 1) fail(DiagnosticCode::header_unrecognized, file, {}, {seen});
  std::vector<std::string> needed;
  needed.reserve(missing.size());
  for (const Alternatives need : missing) {
    needed.push_back(std::string(to_code(need[0])) + '/' + std::string(to_code(need[1])));
  }
  fail(DiagnosticCode::columns_missing, file, {}, {joined(needed), seen, nearest_unused_header(mapping, missing)});
}

}  // namespace nceplan
