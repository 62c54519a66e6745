// Random programs: texts of a few operations on what processes and threads share, of which each actor prints
// what it got, so that whatever can be told apart is.
#pragma once

#include <cstdint>
#include <string>

namespace forkscope::explore {

// The same text for the same number, on every machine.
std::string random_program(std::uint32_t seed);

}  // namespace forkscope::explore
