#include "app/model/format.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdlib>

namespace forkscope::app {

std::string count_text(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, 1, ',');
  return digits;
}

std::string duration_text(std::int64_t ns) {
  struct Unit {
    std::int64_t ns;
    const char* name;
  };
  static constexpr std::array<Unit, 3> kUnits = {{{1'000'000'000, "s"}, {1'000'000, "ms"}, {1'000, "µs"}}};
  for (const Unit& unit : kUnits) {
    if (std::llabs(ns) < unit.ns) continue;
    const double value = static_cast<double>(ns) / static_cast<double>(unit.ns);
    const int decimals = std::fabs(value) >= 100 ? 0 : std::fabs(value) >= 10 ? 1 : 2;
    return fmt::format("{:.{}f} {}", value, decimals, unit.name);
  }
  return fmt::format("{} ns", ns);
}

}  // namespace forkscope::app
