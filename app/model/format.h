// Numbers as people read them. Pure; the same in every language.
#pragma once

#include <cstdint>
#include <string>

namespace forkscope::app {

std::string count_text(std::uint64_t number);  // "12,034"
std::string duration_text(
    std::int64_t ns);  // "950 ns", "141 µs", "3.46 ms", "12.0 s": three digits that count

}  // namespace forkscope::app
