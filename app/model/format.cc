#include "app/model/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <sstream>

namespace forkscope::app {

std::string count_text(std::uint64_t number) {
  return count_text(std::to_string(number));
}

std::string count_text(std::string digits) {
  for (std::size_t place = digits.size(); place > 3; place -= 3) digits.insert(place - 3, 1, ',');
  return digits;
}

namespace {

struct Unit {
  std::int64_t ns;
  const char* name;
};
constexpr std::array<Unit, 4> kUnits = {{{1'000'000'000, "s"}, {1'000'000, "ms"}, {1'000, "µs"}, {1, "ns"}}};

const Unit& unit_of(std::int64_t ns) {
  for (const Unit& unit : kUnits)
    if (std::llabs(ns) >= unit.ns) return unit;
  return kUnits.back();
}

// With as many decimals as steps of `resolution_ns` need.
std::string text_in(const Unit& unit, std::int64_t ns, std::int64_t resolution_ns) {
  int decimals = 0;
  for (std::int64_t part = unit.ns; part > 1 && resolution_ns % part != 0; part /= 10) ++decimals;
  return fmt::format("{:.{}f} {}", static_cast<double>(ns) / static_cast<double>(unit.ns), decimals,
                     unit.name);
}

}  // namespace

std::string duration_text(std::int64_t ns) {
  const Unit& unit = unit_of(ns);
  if (unit.ns == 1) return fmt::format("{} ns", ns);
  const double value = static_cast<double>(ns) / static_cast<double>(unit.ns);
  const int decimals = std::fabs(value) >= 100 ? 0 : std::fabs(value) >= 10 ? 1 : 2;
  return fmt::format("{:.{}f} {}", value, decimals, unit.name);
}

std::string moment_text(std::int64_t ns, std::int64_t resolution_ns) {
  return text_in(unit_of(std::max<std::int64_t>(std::llabs(ns), resolution_ns)), ns, resolution_ns);
}

std::string tick_text(std::int64_t ns, std::int64_t step_ns, std::int64_t end_ns) {
  const Unit& unit = unit_of(std::max<std::int64_t>(std::llabs(end_ns), step_ns));
  return ns == 0 ? std::string("0 ") + unit.name : text_in(unit, ns, step_ns);
}

std::string without_folders(const std::string& command_line) {
  std::string text;
  std::istringstream words(command_line);
  for (std::string word; words >> word;)
    text += (text.empty() ? "" : " ") + (word.starts_with('/') ? word.substr(word.rfind('/') + 1) : word);
  return text;
}

}  // namespace forkscope::app
