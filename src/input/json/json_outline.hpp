// The outline of a JSON document: where its rows are, found without parsing them, so that a document of any size is
// read in blocks by several threads and never held whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "json_customer.hpp"
#include "json_problem.hpp"
#include "nceplan/input/input_file.hpp"

namespace nceplan {

/// An array of the document whose elements are rows, or objects around rows.
struct JsonCollection {
  std::string pointer;  ///< JSON pointer of the array (`/items`); empty for an array that is the document
  JsonCustomer customer;
  bool is_row = false;  ///< no array: the document is one row
};

/// Consecutive elements of one collection.
struct JsonElements {
  std::uint64_t begin = 0;  ///< offset of the first one
  std::uint64_t end = 0;    ///< offset behind the last one
  std::uint64_t first = 0;  ///< its index in the array
  std::uint32_t collection = 0;
};

/// What a document says of the whole that its rows are a part of.
struct JsonPaging {
  std::uint64_t total = 0;  ///< rows of the collection as Partner Center's `totalCount` has them; 0 when not said
  bool goes_on = false;     ///< it names a next page
};

struct JsonOutline {
  std::vector<JsonCollection> collections;
  std::vector<JsonElements> blocks;
  JsonPaging paging;
  std::vector<std::string> keys;          ///< of the document, when it is an object
  std::vector<std::string> other_arrays;  ///< those of them that hold arrays of objects, but are not known to be rows
  std::uint64_t begin = 0;                ///< offset of the document
  std::uint64_t end = 0;                  ///< offset behind it
  char next = '\0';                       ///< what follows behind it, '\0' for nothing
};

/// True for the keys that exports use for their rows: items, value, entries, subscriptions, ...
bool is_rows_key(std::string_view key);

/// Outlines the first JSON value of a UTF-8 file. A block ends with the element that reaches `block_size` bytes.
/// `rows_key` is taken for a key of rows, too. Throws JsonMalformed, and Failure `json_too_large` for an element of
/// 4 GB or more.
JsonOutline outline_json(const InputFile& file, std::uint64_t block_size, std::string_view rows_key = {});

}  // namespace nceplan
