// Colours of a terminal (ECMA-48 SGR). They only repeat what words and marks say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace nceplan {

enum class Style : std::uint8_t { plain, bold, dim, urgent, notice };

/// `text` in a style; unchanged without colour. Pad and wrap before: the escapes have no width.
std::string styled(std::string_view text, Style style, bool color);

}  // namespace nceplan
