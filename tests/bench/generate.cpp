// Writes an invented export of any size to standard output, for benchmarks and checks. Equal options give equal bytes
// on every machine. Stands alone:  g++ -O2 -std=c++20 tests/bench/generate*.cpp -o generate
#include <charconv>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "generate_rows.hpp"
#include "generate_writer.hpp"

namespace {

using namespace nceplan::bench;

constexpr const char* usage =
    "usage: generate --rows N [--seed S] [--format csv|ndjson|json] [--eol crlf|lf] [--bom] [--delim C]\n"
    "                [--nl-permille K]\n"
    "  --nl-permille K   a line break in the names of K in 1000 customers\n";

constexpr std::size_t flush_size = std::size_t{1} << 20;

struct Options {
  std::uint64_t rows = 1000;
  std::uint64_t seed = 1;
  std::uint32_t line_break_permille = 0;
  WriterOptions writer;
};

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc{} && end == text.data() + text.size();
}

bool read_format(std::string_view text, GeneratedFormat& format) {
  if (text == "csv") return format = GeneratedFormat::csv, true;
  if (text == "ndjson") return format = GeneratedFormat::ndjson, true;
  if (text == "json") return format = GeneratedFormat::json, true;
  return false;
}

bool read_line_break(std::string_view text, std::string& line_break) {
  line_break = text == "lf" ? "\n" : "\r\n";
  return text == "lf" || text == "crlf";
}

bool read_delimiter(std::string_view text, char& delimiter) {
  if (text.size() == 1) delimiter = text.front();
  return text.size() == 1;
}

bool read_option(std::string_view name, std::string_view value, Options& options) {
  if (name == "--rows") return read_number(value, options.rows);
  if (name == "--seed") return read_number(value, options.seed);
  if (name == "--nl-permille") return read_number(value, options.line_break_permille);
  if (name == "--format") return read_format(value, options.writer.format);
  if (name == "--eol") return read_line_break(value, options.writer.line_break);
  if (name == "--delim") return read_delimiter(value, options.writer.delimiter);
  return false;
}

/// Nothing when the command line is wrong.
std::optional<Options> read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) == "--bom") {
      options.writer.byte_order_mark = true;
    } else if (i + 1 == argc || !read_option(argv[i], argv[i + 1], options)) {
      return std::nullopt;
    } else {
      ++i;
    }
  }
  return options;
}

bool flush(std::string& out) {
  const bool written = std::fwrite(out.data(), 1, out.size(), stdout) == out.size();
  out.clear();
  return written;
}

bool write_export(const Options& options) {
  std::string out;
  RowGenerator generator(options.seed, options.line_break_permille);
  write_head(options.writer, options.rows, out);
  for (std::uint64_t number = 0; number < options.rows; ++number) {
    write_row(options.writer, generator, generator.next(), number, out);
    if (out.size() > flush_size && !flush(out)) return false;
  }
  write_tail(options.writer, out);
  return flush(out) && std::fflush(stdout) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::optional<Options> options = read_options(argc, argv);
  if (!options) {
    std::fputs(usage, stderr);
    return 2;
  }
  return write_export(*options) ? 0 : 1;
}
