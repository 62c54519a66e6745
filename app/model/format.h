// Numbers as people read them. Pure; the same in every language.
#pragma once

#include <cstdint>
#include <string>

namespace forkscope::app {

std::string count_text(std::uint64_t number);  // "12,034"
std::string count_text(std::string digits);    // of a number of any length, in decimal digits
std::string duration_text(
    std::int64_t ns);  // "950 ns", "141 µs", "3.46 ms", "12.0 s": three digits that count

// A moment to the given resolution: "12.345678 s" at 1,000 ns, "110 µs" at 1,000 ns.
std::string moment_text(std::int64_t ns, std::int64_t resolution_ns);
// A tick of an axis that ends at `end_ns` and has a tick every `step_ns`: all in the same unit, with the
// decimals that the step needs.
std::string tick_text(std::int64_t ns, std::int64_t step_ns, std::int64_t end_ns);

// A command line without the folders of its programs and files: "forkscope-lab run program.py" of
// "/usr/bin/forkscope-lab run /home/me/program.py".
std::string without_folders(const std::string& command_line);

}  // namespace forkscope::app
