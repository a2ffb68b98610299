#include "generate_writer.hpp"

#include <array>

namespace nceplan::bench {
namespace {

constexpr std::array<std::string_view, 22> column_names{"PartnerTenantId",
                                                        "IndirectResellerMpnId",
                                                        "CustomerName",
                                                        "CustomerTenantId",
                                                        "LegacySubscriptionId",
                                                        "LegacySubscriptionName",
                                                        "LegacyProductName",
                                                        "ExpirationDate",
                                                        "AutoRenewEnabled",
                                                        "MigrationEligible",
                                                        "NcePsa",
                                                        "CurrentTerm",
                                                        "CurrentBillingPlan",
                                                        "CurrentSeatCount",
                                                        "StartNewTermInNce",
                                                        "Term",
                                                        "BillingPlan",
                                                        "SeatCount",
                                                        "CustomTermEndDate",
                                                        "AddOn",
                                                        "BaseSubscriptionId",
                                                        "MigrationIneligibilityReason"};

void append_digits(unsigned value, unsigned width, std::string& out) {
  if (width > 1) append_digits(value / 10, width - 1, out);
  out += static_cast<char>('0' + value % 10);
}

void append_date(unsigned a, unsigned a_width, char separator, unsigned b, unsigned c, unsigned c_width,
                 std::string& out) {
  append_digits(a, a_width, out);
  out += separator;
  append_digits(b, 2, out);
  out += separator;
  append_digits(c, c_width, out);
}

void append_time(const Timestamp& time, std::string& out) {
  append_digits(time.hour, 2, out);
  out += ':';
  append_digits(time.minute, 2, out);
  out += ':';
  append_digits(time.second, 2, out);
}

/// The values of one row as CSV fields, in the order of the calls.
class CsvFields {
 public:
  CsvFields(char delimiter, std::string& out) : delimiter_(delimiter), out_(&out) {}

  /// Text without quotation marks, line breaks and delimiters.
  void plain(std::string_view text) {
    separate();
    *out_ += text;
  }

  /// Quoted where RFC 4180 asks for it.
  void text(std::string_view text) {
    const char special[] = {delimiter_, '"', '\n', '\r'};
    if (text.find_first_of(std::string_view(special, sizeof special)) == std::string_view::npos) return plain(text);
    separate();
    *out_ += '"';
    for (const char c : text) out_->append(c == '"' ? 2 : 1, c);
    *out_ += '"';
  }

  void boolean(bool value) { plain(value ? "True" : "False"); }
  void number(std::uint32_t value) { plain(std::to_string(value)); }

  void timestamp(const Timestamp& time) {
    separate();
    append_date(time.month, 2, '/', time.day, static_cast<unsigned>(time.year), 4, *out_);
    *out_ += ' ';
    append_time(time, *out_);
  }

 private:
  void separate() {
    if (!first_) *out_ += delimiter_;
    first_ = false;
  }

  char delimiter_;
  std::string* out_;
  bool first_ = true;
};

/// The values of one row as members of a JSON object, in the order of `column_names`.
class JsonMembers {
 public:
  explicit JsonMembers(std::string& out) : out_(&out) {}

  /// Text that needs no escapes; null when empty.
  void plain(std::string_view text) {
    if (text.empty()) return literal("null");
    name();
    out_->append(1, '"').append(text).append(1, '"');
  }

  /// Null when empty.
  void text(std::string_view text) {
    if (text.empty()) return literal("null");
    name();
    *out_ += '"';
    for (const char c : text) append_escaped(c);
    *out_ += '"';
  }

  void boolean(bool value) { literal(value ? "true" : "false"); }
  void number(std::uint32_t value) { literal(std::to_string(value)); }

  void timestamp(const Timestamp& time) {
    name();
    *out_ += '"';
    append_date(static_cast<unsigned>(time.year), 4, '-', time.month, time.day, 2, *out_);
    *out_ += 'T';
    append_time(time, *out_);
    *out_ += "Z\"";
  }

 private:
  void name() {
    if (column_ != 0) *out_ += ',';
    out_->append(1, '"').append(column_names[column_++]).append("\":");
  }

  void literal(std::string_view text) {
    name();
    *out_ += text;
  }

  void append_escaped(char c) {
    switch (c) {
      case '"':
        *out_ += "\\\"";
        break;
      case '\\':
        *out_ += "\\\\";
        break;
      case '\n':
        *out_ += "\\n";
        break;
      case '\r':
        *out_ += "\\r";
        break;
      default:
        *out_ += c;
    }
  }

  std::string* out_;
  std::size_t column_ = 0;
};

/// Hands all values to `values`, in the order of `column_names`.
template <typename Values>
void write_values(const std::string& partner_tenant_id, const GeneratedRow& row, Values values) {
  values.plain(partner_tenant_id);
  values.plain(row.customer.reseller_mpn_id);
  values.text(row.customer.name);
  values.plain(row.customer.tenant_id);
  values.plain(row.subscription_id);
  values.text(row.subscription_name);
  values.text(row.product_name);
  values.timestamp(row.expiration);
  values.boolean(row.auto_renew);
  values.boolean(row.eligible());
  values.plain(row.nce_product);
  for (const bool current : {true, false}) {
    values.plain(row.term);
    values.plain(row.billing_plan);
    values.number(current ? row.seats : row.new_seats);
    if (current) values.boolean(row.start_new_term);
  }
  if (row.custom_term_end) {
    values.timestamp(*row.custom_term_end);
  } else {
    values.plain("");
  }
  values.boolean(row.is_addon());
  values.plain(row.base_subscription_id);
  values.text(row.ineligibility_reason);
}

}  // namespace

void write_head(const WriterOptions& options, std::uint64_t row_count, std::string& out) {
  if (options.byte_order_mark) out += "\xef\xbb\xbf";
  if (options.format == GeneratedFormat::csv) {
    CsvFields fields(options.delimiter, out);
    for (const std::string_view name : column_names) fields.plain(name);
    out += options.line_break;
  } else if (options.format == GeneratedFormat::json) {
    out.append("{\"totalCount\":").append(std::to_string(row_count)).append(",\"items\":[");
  }
}

void write_row(const WriterOptions& options, const RowGenerator& generator, const GeneratedRow& row,
               std::uint64_t number, std::string& out) {
  if (options.format == GeneratedFormat::csv) {
    write_values(generator.partner_tenant_id(), row, CsvFields(options.delimiter, out));
    out += options.line_break;
    return;
  }
  const bool collection = options.format == GeneratedFormat::json;
  if (collection && number != 0) out += ',';
  out += '{';
  write_values(generator.partner_tenant_id(), row, JsonMembers(out));
  out += collection ? "}" : "}\n";
}

void write_tail(const WriterOptions& options, std::string& out) {
  if (options.format == GeneratedFormat::json) out += "]}\n";
}

std::string generate_export(const WriterOptions& options, std::uint64_t row_count, std::uint64_t seed) {
  std::string out;
  RowGenerator generator(seed);
  write_head(options, row_count, out);
  for (std::uint64_t number = 0; number < row_count; ++number) {
    write_row(options, generator, generator.next(), number, out);
  }
  write_tail(options, out);
  return out;
}

}  // namespace nceplan::bench
