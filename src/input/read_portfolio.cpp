#include "nceplan/input/read_portfolio.hpp"

#include <algorithm>

#include "input/csv/csv_reader.hpp"
#include "input/json/json_reader.hpp"
#include "input/workbook/workbook_reader.hpp"
#include "nceplan/input/encoding.hpp"
#include "source_customer.hpp"

namespace nceplan {
namespace {

constexpr std::uint64_t sample_size = 65536;

[[noreturn]] void refuse(DiagnosticCode code, const InputFile& file) {
  throw Failure({code, Severity::error, {file.name, 0, 0, {}, {}}, {}, {}});
}

/// Rows and texts take less than a quarter of the bytes that they are read from.
std::size_t room_for(std::span<const InputFile> files, unsigned shards) {
  std::uint64_t bytes = 0;
  for (const InputFile& file : files) bytes += file.size;
  return static_cast<std::size_t>(std::clamp<std::uint64_t>(bytes / shards / 4, small_room, large_room));
}

bool is_read_in_blocks(Encoding encoding) { return encoding == Encoding::utf8 || encoding == Encoding::utf8_bom; }

void read_source(const InputFile& file, const ReadOptions& options, Portfolio& portfolio, Diagnostics& diagnostics) {
  if (file.size == 0) refuse(DiagnosticCode::file_empty, file);
  std::string sample(std::min(sample_size, file.size), '\0');
  sample.resize(file.read_at(0, sample.data(), sample.size()));
  if (looks_like_workbook(sample)) return read_workbook_source(file, options, portfolio, diagnostics);
  const Encoding encoding = options.encoding ? *options.encoding : detect_encoding(sample);
  if (looks_binary(to_utf8(sample, encoding))) refuse(DiagnosticCode::not_text, file);
  if (looks_like_json(to_utf8(sample, encoding))) {
    read_json_source(file, encoding, options, portfolio, diagnostics);
  } else if (is_read_in_blocks(encoding)) {
    read_csv_source(file, encoding, options, portfolio, diagnostics);
  } else {
    const InputFile decoded = memory_file(file.name, to_utf8(read_all(file), encoding));
    read_csv_source(decoded, encoding, options, portfolio, diagnostics);
  }
}

/// The rows of such a file are planned like any others, but what it knows of migrations counts only as evidence.
void report_unused_evidence(const Source& source, Diagnostics& diagnostics) {
  if (source.format != ExportFormat::bam_status && source.format != ExportFormat::bam_scheduled) return;
  diagnostics.add({.code = DiagnosticCode::evidence_unused,
                   .severity = Severity::info,
                   .where = {.file = source.path},
                   .seen = source.path,
                   .details = {std::string(to_code(source.format))}});
}

}  // namespace

std::string default_customer(const std::string& file, const ReadOptions& options, bool source_has_customers) {
  if (!options.customer.empty() || source_has_customers || file == "-") return options.customer;
  const std::size_t folder = file.find_last_of("/\\");
  const std::string name = folder == std::string::npos ? file : file.substr(folder + 1);
  const std::size_t dot = name.find_last_of('.');
  return dot == std::string::npos || dot == 0 ? name : name.substr(0, dot);
}

Portfolio read_portfolio(std::span<const InputFile> files, const ReadOptions& options, Diagnostics& diagnostics) {
  Portfolio portfolio;
  const unsigned shards = std::clamp(options.jobs, 1U, unsigned{Handle::max_shards});
  const std::size_t room = room_for(files, shards);
  for (unsigned number = 0; number < shards; ++number) portfolio.shards.emplace_back(number, room);
  append_to_portfolio(portfolio, files, options, diagnostics);
  return portfolio;
}

void append_to_portfolio(Portfolio& portfolio, std::span<const InputFile> files, const ReadOptions& options,
                         Diagnostics& diagnostics) {
  for (const InputFile& file : files) {
    read_source(file, options, portfolio, diagnostics);
    if (file.require_unchanged) file.require_unchanged();
    Source& source = portfolio.sources.back();
    source.takeover = options.takeover;
    report_unused_evidence(source, diagnostics);
  }
  for (Shard& shard : portfolio.shards) shard.end_interning();
}

}  // namespace nceplan
