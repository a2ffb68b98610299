#include "fuzz/structured_input.hpp"

#include <fuzzer/FuzzedDataProvider.h>

namespace nceplan::fuzz {
namespace {

constexpr std::size_t most_rows = 40;
constexpr std::size_t longest_value = 24;

struct Column {
  std::string header;
  std::vector<std::string> usual;
};

const std::vector<Column>& columns() {
  static const std::vector<std::string> dates = {
      "2023-12-30", "2023-12-31", "2024-01-01", "2024-01-10", "2024-01-31", "2024-02-29", "2024-06-30",
      "2025-02-28", "8999-12-31", "9000-01-01", "9999-12-31", "0000-01-01", "0001-01-01", ""};
  static const std::vector<std::string> ids = {"a", "b", "c", "d", "A", "5a000000-0000-4000-8000-000000000001", ""};
  static const std::vector<std::string> flags = {"True", "False", "", "yes", "0"};
  static const std::vector<Column> made = {
      {"Customer", {"Contoso", "contoso", "Fabrikam", ""}},
      {"Product",
       {"Office 365 E3", "Microsoft 365 Business Premium", "Office 365 A3 for faculty", "Visio Trial",
        "Dynamics 365 (36 mo)", "Power BI Promo", "Office 365 G3 GCC", "E1 (Nonprofit Staff Pricing)", ""}},
      {"Subscription ID", ids},
      {"Base subscription ID", ids},
      {"Offer ID", {"", "ms-azr-0145p", "CFQ7TTC0LH18:0001", "91fd106f-4b2c-4938-95ac-f54f74e9a239"}},
      {"Term end", dates},
      {"Renewal date", dates},
      {"Start date", dates},
      {"Term", {"P1Y", "P1M", "P3Y", "", "P6M", "1 Jahr"}},
      {"Seats", {"1", "299", "300", "301", "0", "", "10000000", "10000001", "-1"}},
      {"Auto renew", flags},
      {"Status", {"active", "suspended", "deleted", "", "?"}},
      {"Migration eligible", flags},
  };
  return made;
}

std::string value_for(const Column& column, FuzzedDataProvider& bytes) {
  const auto choice = bytes.ConsumeIntegralInRange<std::size_t>(0, column.usual.size());
  if (choice < column.usual.size()) return column.usual[choice];
  std::string text = bytes.ConsumeRandomLengthString(longest_value);
  for (char& c : text) c = static_cast<char>(' ' + static_cast<unsigned char>(c) % 95);
  return text;
}

std::string quoted(const std::string& text, const char* quote) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"') {
      result += quote;
    } else if (c == '\\' && quote[0] == '\\') {
      result += "\\\\";
    } else {
      result += c;
    }
  }
  return result + '"';
}

}  // namespace

const std::vector<std::string>& structured_headers() {
  static const std::vector<std::string> headers = [] {
    std::vector<std::string> names;
    for (const Column& column : columns()) names.push_back(column.header);
    return names;
  }();
  return headers;
}

std::vector<StructuredRow> structured_rows(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider bytes(data, size);
  std::vector<StructuredRow> rows;
  while (bytes.remaining_bytes() > 0 && rows.size() < most_rows) {
    StructuredRow row;
    for (const Column& column : columns()) row.push_back(value_for(column, bytes));
    rows.push_back(std::move(row));
  }
  return rows;
}

Date structured_day(const std::uint8_t* data) {
  return *parse_iso_date("2023-07-01") + (data[0] + 256 * data[1]) % 1100;
}

std::string as_csv(const std::vector<StructuredRow>& rows) {
  std::string text;
  for (const std::string& header : structured_headers()) text += (text.empty() ? "" : ",") + header;
  for (const StructuredRow& row : rows) {
    std::string line;
    for (const std::string& value : row) line += ',' + quoted(value, "\"\"");
    text += '\n' + line.substr(1);
  }
  return text + '\n';
}

std::string as_ndjson(const std::vector<StructuredRow>& rows) {
  std::string text = "\n";
  for (const StructuredRow& row : rows) {
    std::string object;
    for (std::size_t i = 0; i < row.size(); ++i) {
      object += ',' + quoted(structured_headers()[i], "\\\"") + ':' + quoted(row[i], "\\\"");
    }
    text += '{' + object.substr(1) + "}\n";
  }
  return text;
}

}  // namespace nceplan::fuzz
