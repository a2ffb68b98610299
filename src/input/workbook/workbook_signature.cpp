// How files of spreadsheets begin.
#include "workbook_reader.hpp"

namespace nceplan {

bool looks_like_workbook(std::string_view start) {
  constexpr std::string_view zip = "PK\x03\x04";
  constexpr std::string_view compound_file = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";  // MS-CFB: .xls, or a password
  return start.substr(0, zip.size()) == zip || start.substr(0, compound_file.size()) == compound_file;
}

}  // namespace nceplan
