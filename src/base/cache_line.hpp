// Keeps what two threads write apart.
#pragma once

#include <cstddef>

namespace nceplan {

/// Alignment of state that one thread writes while another writes its neighbour: two lines of 64 bytes, since
/// processors fetch them in pairs. Without it, writing a million rows on two threads takes as long as on one.
inline constexpr std::size_t thread_alignment = 128;

}  // namespace nceplan
