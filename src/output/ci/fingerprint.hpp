// A short name for a finding that stays the same from run to run and from build to build.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace nceplan {

/// 32 hexadecimal digits that depend on nothing but the parts and their borders. Not for secrets.
std::string fingerprint_of(std::span<const std::string_view> parts);

}  // namespace nceplan
