// Reads exports of any known format into one portfolio.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/input/header_mapping.hpp"
#include "nceplan/input/input_file.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan {

struct ReadOptions {
  std::optional<Encoding> encoding;               ///< instead of detecting it
  std::optional<char> delimiter;                  ///< instead of detecting it
  std::optional<DateOrder> date_order;            ///< dmy, mdy or ymd: instead of deciding it per column
  FieldOverrides field_map;                       ///< `--map`
  std::string sheet = {};                         ///< `--sheet`: of workbooks; empty: the first one whose header maps
  std::string customer;                           ///< `--customer`: for rows without a customer of their own
  bool takeover = false;                          ///< all rows are held at another provider (R12)
  unsigned jobs = 1;                              ///< worker threads, at least 1
  std::size_t block_size = std::size_t{8} << 20;  ///< bytes of a block; results do not depend on it
};

/// Reads all files, in order. Bad rows are skipped, counted in their source and reported in `diagnostics`.
/// Throws Failure for a file that cannot be read at all.
Portfolio read_portfolio(std::span<const InputFile> files, const ReadOptions& options, Diagnostics& diagnostics);

}  // namespace nceplan
