#include "document.hpp"

#include "input/date_problem.hpp"
#include "nceplan/input/encoding.hpp"

namespace nceplan {
namespace {

[[noreturn]] void fail(DiagnosticCode code, const std::string& file) {
  throw Failure({code, Severity::error, {.file = file, .field = {}}, {}, {}});
}

}  // namespace

std::string document_text(const InputFile& file, std::optional<Encoding> encoding) {
  constexpr std::string_view zip_signature = "PK\x03\x04";
  constexpr std::size_t sample_size = 4096;
  const std::string bytes = read_all(file);
  if (bytes.empty()) fail(DiagnosticCode::file_empty, file.name);
  if (bytes.compare(0, zip_signature.size(), zip_signature) == 0) fail(DiagnosticCode::xlsx_unsupported, file.name);
  if (looks_binary(std::string_view(bytes).substr(0, sample_size))) fail(DiagnosticCode::not_text, file.name);
  return decode_text(bytes, encoding);
}

void DateColumn::decide_with_fallback(std::optional<DateOrder> fallback) {
  decide(std::nullopt);
  if (order_ == CellOrder::refuse_ambiguous && fallback) decide(fallback);
}

Result<Date, Diagnostic> DateColumn::read(std::string_view text) const {
  const DateCell cell = parse_date_cell(text);
  if (const OptionalDate date = date_of(cell, order_)) return *date;
  return failure(date_problem(cell, text, order_, evidence_));
}

}  // namespace nceplan
