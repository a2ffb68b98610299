// Work cut into numbered chunks for several threads. What comes out never depends on how many there are.
#pragma once

#include <cstddef>
#include <functional>

#include "nceplan/output/report.hpp"
#include "output/buffer.hpp"

namespace nceplan {

/// Calls `work(worker, chunk)` once for each chunk below `chunks`, in any order, on up to `jobs` threads; `worker` <
/// `jobs`. Rethrows the first exception once all threads have ended.
void for_each_chunk(unsigned jobs, std::size_t chunks,
                    const std::function<void(unsigned worker, std::size_t chunk)>& work);

/// Calls `work(part, first, last)` for `parts` consecutive parts of [0, count), in the same way.
template <typename Work>
void for_each_part(unsigned jobs, std::size_t parts, std::size_t count, const Work& work) {
  for_each_chunk(jobs, parts,
                 [&](unsigned, std::size_t part) { work(part, count * part / parts, count * (part + 1) / parts); });
}

/// Formats chunks on up to `jobs` threads and gives their bytes to `sink`, from one of them at a time, in the order of
/// the chunks. Few chunks are in memory at a time. Exceptions as above; those of `sink` end the work early.
void write_in_order(unsigned jobs, std::size_t chunks,
                    const std::function<void(unsigned worker, std::size_t chunk, Buffer& out)>& format,
                    const Sink& sink);

}  // namespace nceplan
