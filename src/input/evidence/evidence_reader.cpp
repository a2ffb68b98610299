#include "nceplan/input/evidence_reader.hpp"

#include "evidence_csv.hpp"
#include "evidence_json.hpp"
#include "input/json/json_reader.hpp"
#include "nceplan/input/encoding.hpp"

namespace nceplan {
namespace {

constexpr std::string_view zip_magic = "PK\x03\x04";
constexpr std::size_t sample_size = 65536;

[[noreturn]] void refuse(DiagnosticCode code, const InputFile& file) {
  throw Failure({.code = code, .where = {.file = file.name}});
}

void read_file(const InputFile& file, const ReadOptions& options, Evidence& evidence, Diagnostics& diagnostics) {
  const std::string bytes = read_all(file);
  if (bytes.empty()) refuse(DiagnosticCode::file_empty, file);
  if (bytes.compare(0, zip_magic.size(), zip_magic) == 0) refuse(DiagnosticCode::xlsx_unsupported, file);
  const std::string_view sample = std::string_view(bytes).substr(0, sample_size);
  const Encoding encoding = detect_encoding(sample);
  if (looks_binary(to_utf8(sample, encoding))) refuse(DiagnosticCode::not_text, file);

  EvidenceSource& added = evidence.sources.emplace_back();
  added.source.path = file.name;
  added.source.encoding = encoding;
  const std::string text = to_utf8(bytes, encoding);
  if (looks_like_json(text)) {
    read_evidence_json(text, evidence, diagnostics);
  } else {
    read_evidence_csv(text, options, evidence, diagnostics);
  }
}

}  // namespace

Evidence read_evidence(std::span<const InputFile> files, const ReadOptions& options, Diagnostics& diagnostics) {
  Evidence evidence;
  for (const InputFile& file : files) read_file(file, options, evidence, diagnostics);
  return evidence;
}

}  // namespace nceplan
