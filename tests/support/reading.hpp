// What reading gave, as text: for comparing ways of reading that must give the same.
#pragma once

#include <cstdint>
#include <string>

#include "nceplan/base/diagnostic.hpp"
#include "nceplan/model/portfolio.hpp"

namespace nceplan::test {

struct Reading {
  std::string rows;      ///< a line for each, with all that was read of it
  std::string problems;  ///< a line for each that is kept: place, code, what was seen
  std::uint64_t read = 0;
  std::uint64_t rejected = 0;

  friend bool operator==(const Reading&, const Reading&) = default;
};

Reading reading_of(const Portfolio& portfolio, const Diagnostics& diagnostics);

}  // namespace nceplan::test
