// A value or the reason why there is none, without position: the caller that knows the place adds it.
#pragma once

#include <tl/expected.hpp>

namespace nceplan {

template <typename Value, typename Error>
using Result = tl::expected<Value, Error>;

template <typename Error>
auto failure(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace nceplan
