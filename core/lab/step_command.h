// `forkscope-lab step FILE`: runs a program move by move, by a schedule, and says what happened. Called by
// main() in a process of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/vm/personality.h"

namespace forkscope::lab {

struct StepOptions {
  std::string file;
  std::vector<std::string> arguments;  // sys.argv[1:]
  std::string start_method;            // "" = the program's own choice
  vm::Personality personality;
  std::string schedule;
  std::optional<std::uint64_t> seed;
  std::uint64_t most_steps = 1'000'000;
  std::uint64_t entropy = 1;  // what the program's random numbers begin with
  std::uint32_t repeat = 1;   // runs, which must all be the same
  bool stops = false;         // at the schedule's end
  bool json = false;
  bool quiet = false;  // no events: nobody looks
};

// Returns the exit code: 0 the program has ended with 0, 1 with another or by a signal, 2 nonsense in the
// schedule or a difference between two runs, 3 stuck, 4 more steps than allowed or stopped.
int step_command(const StepOptions& options);

}  // namespace forkscope::lab
