// Translated sentences with values in them. Depends on the current language; window thread only.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <string>
#include <utility>

#include "app/model/format.h"
#include "app/widgets/i18n.h"

namespace forkscope::app {

// The translated sentence with values for its {0}, {1} ...
template <typename... Values>
std::string tr_format(const char* english, const Values&... values) {
  return fmt::format(fmt::runtime(tr(english)), values...);
}
// As tr_format, but one / many by `count`, which is {0}.
template <typename... Values>
std::string tr_format_plural(const char* one, const char* many, std::uint64_t count,
                             const Values&... values) {
  return fmt::format(fmt::runtime(tr_plural(one, many, static_cast<unsigned long>(count))), count_text(count),
                     values...);
}

}  // namespace forkscope::app
