// Bad data is a value: place, what was seen, and a code from which i18n derives what was expected and how to fix it.
#pragma once

#include <array>
#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace nceplan {

enum class Severity : std::uint8_t { info, warning, error };

/// Stable codes; their texts are in src/i18n, a reproducer of each in tests/errors/<code>/.
/// `{0}`, `{1}` in the comments are `Diagnostic::details`.
enum class DiagnosticCode : std::uint8_t {
  // Errors that reject one row.
  date_invalid,       ///< not a date, or a day that the calendar does not have
  date_ambiguous,     ///< day and month can be swapped and no row of the column decides; {0} {1} both readings, ISO
  date_mixed,         ///< the column holds month-first and day-first dates; {0} {1} a cell of each kind
  date_swapped,       ///< a spreadsheet turned part of the column around; {0} a cell that it left alone
  seats_invalid,      ///< negative, not a whole number, or beyond ten million
  term_invalid,       ///< not a term
  boolean_invalid,    ///< neither yes nor no
  product_missing,    ///< neither product name nor offer id
  end_date_missing,   ///< neither term end nor renewal date
  customer_missing,   ///< neither customer id nor name
  parent_cycle,       ///< add-ons that name each other as base; {0} the base id
  fields_too_few,     ///< {0} fields expected, {1} seen
  fields_too_many,    ///< {0} fields expected, {1} seen
  quote_unclosed,     ///< a quoted field that never ends
  line_too_long,      ///< one record beyond the limit; {0} the limit in bytes
  object_expected,    ///< a JSON element that is not an object
  value_type,         ///< a JSON value of a type the field cannot have; {0} what was expected
  json_line_invalid,  ///< a line of an NDJSON file that is not JSON; {0} the parser's reason
  waiver_incomplete,  ///< a row of a waivers file that lacks something; it waives nothing
  // Errors that reject one row of an evidence file.
  evidence_id_missing,      ///< it names no legacy subscription
  evidence_status_unknown,  ///< a migration status that is not known
  // Errors that keep one subscription out of a batch.
  combination_unsupported,  ///< no such term with such a billing plan; {0} the term, {1} the plans it has
  end_date_unsupported,     ///< --align-end finds no end date; {0} {1} first and last day of the first term, ISO
  seats_over_cap,           ///< --seats-from lifts a pool over its cap; {0} the cap, {1} the sum
  // Warnings; the row is planned.
  status_unknown,  ///< planned as active
  billing_plan_unknown,
  parent_missing,         ///< the base is not in the export: planned alone; {0} the base id
  duplicate_conflict,     ///< {0} file:line of the row that lost
  text_not_utf8,          ///< a field that is not valid in the file's encoding, read as Windows-1252
  header_duplicate,       ///< two columns for one field; {0} the field, {1} the header that is used
  variable_unknown,       ///< an environment variable that is nearly one of ours; {0} the nearest
  date_serial,            ///< Excel serial numbers read as dates; info, once per column
  sheets_several,         ///< more than one sheet of a workbook maps; {0} the one that is read, {1} the others
  no_legacy_rows,         ///< the export has rows, but none is legacy; info
  waiver_expired,         ///< seen is what it waived; {0} its last day, ISO; {1} its owner
  waiver_unused,          ///< matches no planned subscription; seen is what it names
  reference_unused,       ///< a seat or schedule file names a subscription that no export has
  holiday_unsupported,    ///< a calendar repeats a day in a way that is not understood; taken once
  collection_incomplete,  ///< a JSON document says that it is a part; {0} its rows, {1} those it says there are, or
                          ///< empty
  plan_in_words,          ///< the columns are those of a workbook that nceplan wrote; seen is the one that says so
  // Warnings and notes about evidence.
  migration_failed,    ///< {0} product, {1} customer, {2} the tool's error, may be empty
  migration_running,   ///< {0} product, {1} customer; info
  evidence_unmatched,  ///< {0} statements of the file that are about no planned subscription, {1} all of them
  evidence_conflict,   ///< {0} the state it says, {1} the one that counts, {2} file:line of that
  evidence_unused,     ///< an evidence file read as an export: its statuses are left alone; info; {0} the format
  // Failures: the file, or the run, cannot go on.
  file_unreadable,  ///< {0} the system's reason
  file_empty,
  not_text,             ///< binary data
  xlsx_unsupported,     ///< a workbook of a kind that is not read: .xls, .xlsb, with a password; or no reader is built
  workbook_invalid,     ///< {0} what is wrong
  workbook_too_large,   ///< an archive that unpacks to more than its size allows; {0} the limit in MiB
  sheet_unknown,        ///< --sheet names a sheet that does not exist; {0} those that do, {1} the nearest or empty
  header_unrecognized,  ///< no header row maps; {0} the headers seen
  columns_missing,      ///< {0} what is needed, {1} the headers seen, {2} the nearest header or empty
  evidence_as_export,   ///< evidence that cannot be planned was given as an export; {0} the format
  evidence_expected,    ///< an export, or any other file, was given as evidence; {0} the format or the headers seen
  json_invalid,         ///< {0} the parser's reason
  json_shape_unknown,   ///< valid JSON, but no known export; {0} the keys seen
  json_too_large,       ///< a single document over 4 GB
  matrix_columns_missing,  ///< {0} the headers seen
  waiver_columns_missing,  ///< {0} what has no column, {1} the headers seen
  calendar_cut_off,        ///< a calendar without END:VCALENDAR
  list_columns_missing,    ///< a seat or schedule file; {0} the columns needed, {1} the headers seen
  edition_invalid,         ///< {0} what is wrong; field is a JSON pointer
  edition_unknown,         ///< {0} the known ids, {1} the nearest or empty
  catalog_invalid,         ///< {0} what is wrong
  config_invalid,          ///< {0} the parser's reason
  config_key_unknown,      ///< {0} the nearest or empty
  config_value_invalid,    ///< of a type that no flag takes
  output_failed,           ///< {0} the system's reason
  sheet_full,              ///< more rows than a sheet of a workbook holds; {0} the rows, {1} what it holds
  mapping_unknown,         ///< --map names a field or header that does not exist; {0} nearest
  count_                   ///< number of codes, not a code
};

inline constexpr std::size_t diagnostic_code_count = static_cast<std::size_t>(DiagnosticCode::count_);

/// Kebab-case name as printed, for example `date-ambiguous`.
std::string_view to_code(DiagnosticCode code);

struct Location {
  std::string file;           ///< as the user named it; "-" is standard input
  std::uint64_t line = 0;     ///< 1-based; 0 when not known
  std::uint32_t column = 0;   ///< 1-based field number in tabular files, character in JSON; 0 when not known
  std::string field;          ///< header as written, or a JSON pointer; may be empty
  std::string sheet;          ///< of a workbook; line is its row then
  std::uint64_t element = 0;  ///< number of a row's element in a JSON document, where lines say nothing; from 1

  friend bool operator==(const Location&, const Location&) = default;
};

/// What names a place and users copy: `FILE:LINE`, with `:COLUMN` behind it where that is known, `FILE:ELEMENT` of a
/// JSON document, `FILE:SHEET!B17` of a workbook; the file alone when no more is known.
std::string to_text(const Location& where);

struct Diagnostic {
  DiagnosticCode code{};
  Severity severity = Severity::error;
  Location where;
  std::string seen;                  ///< the offending text, shortened by whoever prints it
  std::vector<std::string> details;  ///< further facts that the texts of this code use

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

/// Collects diagnostics in bounded memory: the first `kept_per_code` of each code, and the count of all.
class Diagnostics {
 public:
  static constexpr std::size_t kept_per_code = 20;

  void add(Diagnostic diagnostic);
  /// Whether the text of one more of `code` would be kept; lets hot loops skip building texts.
  bool wants(DiagnosticCode code) const { return counts_[static_cast<std::size_t>(code)] < kept_per_code; }
  void count_only(DiagnosticCode code, Severity severity);
  /// Appends what `later` holds, as if it had been added here.
  void append(const Diagnostics& later);

  /// Adds `by` to every line number, once the place of a block is known.
  void move_lines(std::uint64_t by);
  /// Says of all that is here that it was found in this sheet.
  void name_sheet(const std::string& sheet);

  const std::vector<Diagnostic>& kept() const { return kept_; }
  std::uint64_t count(DiagnosticCode code) const { return counts_[static_cast<std::size_t>(code)]; }
  std::uint64_t errors() const { return severities_[static_cast<std::size_t>(Severity::error)]; }
  std::uint64_t warnings() const { return severities_[static_cast<std::size_t>(Severity::warning)]; }
  bool empty() const { return kept_.empty(); }

 private:
  std::vector<Diagnostic> kept_;
  std::array<std::uint64_t, diagnostic_code_count> counts_{};
  std::array<std::uint64_t, 3> severities_{};
};

/// Thrown when a run cannot go on; carries what to tell the user.
class Failure : public std::exception {
 public:
  explicit Failure(Diagnostic diagnostic) : diagnostic_(std::move(diagnostic)) {}
  const Diagnostic& diagnostic() const { return diagnostic_; }
  const char* what() const noexcept override { return "nceplan: cannot go on"; }

 private:
  Diagnostic diagnostic_;
};

}  // namespace nceplan
