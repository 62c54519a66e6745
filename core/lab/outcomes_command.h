// `forkscope-lab outcomes FILE`: everything that a program can do. Called by main() in a process of its own;
// SIGINT ends the search early and keeps what was found.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/vm/personality.h"

namespace forkscope::lab {

struct OutcomesOptions {
  std::string file;
  std::vector<std::string> arguments;  // sys.argv[1:]
  std::string start_method;            // "" = the program's own choice
  vm::Personality personality;
  std::uint64_t most_states = 1'000'000;
  std::uint64_t most_megabytes = 2048;
  bool kills = false;
  bool every_bytecode = false;  // threads of one process may change places before each bytecode
  bool json = false;
  bool stats = false;     // say on stderr what work it was
  bool messages = false;  // for the lab: progress and the report as messages, a line each
  bool stays = false;     // for the lab: it answers FindRemaining, a line each on stdin, until that ends
};

// Once in a process, which ends next: the search and what it needs are left to that. Returns the exit code: 0
// everything has been seen, 1 the program cannot be explored, 3 stopped before.
int outcomes_command(const OutcomesOptions& options);

}  // namespace forkscope::lab
