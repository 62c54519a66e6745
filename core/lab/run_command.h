// `forkscope-lab run FILE` and `-c TEXT`: behaves like python3. Called by main() in a process of its own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/vm/personality.h"
#include "core/vm/process.h"

namespace forkscope::lab {

struct RunOptions {
  std::vector<std::string> command_line;  // of this process, as ps shows it
  std::string file;                       // or
  std::string text;                       // -c
  bool is_text = false;
  std::vector<std::string> arguments;  // sys.argv[1:]
  std::string start_method;            // "" = the program's own choice
  vm::Personality personality;
  std::string trace_file;  // "" = no trace
  bool stats = false;
  std::uint64_t memory_limit_mb = 0;  // of each process; 0 = what FORKSCOPE_MEMORY_LIMIT_MB says, or 1024
};

// What the engine is to run.
vm::ProgramSpec program_of(const RunOptions& options);

// A process of a session runs the program itself; any other supervises a session that does. Returns the exit
// code where the process does not end like the program (by the same signal).
int run_command(const RunOptions& options);

}  // namespace forkscope::lab
