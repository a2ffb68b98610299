// Output that several threads format and that leaves in its order.
#pragma once

#include <cstddef>
#include <functional>

#include "buffer.hpp"
#include "nceplan/output/report.hpp"

namespace nceplan {

/// Calls `format(worker, chunk, out)` once for each chunk below `chunks` on up to `jobs` threads (`worker` < `jobs`)
/// and gives the bytes to `sink`, from one thread at a time, in the order of the chunks. Few chunks are in memory at a
/// time. The first exception, of `format` or of `sink`, ends the work early and is thrown here once all threads have
/// ended.
void write_in_order(unsigned jobs, std::size_t chunks,
                    const std::function<void(unsigned worker, std::size_t chunk, Buffer& out)>& format,
                    const Sink& sink);

}  // namespace nceplan
