// A program before it runs: its text, and whether it can run. Any thread; reading may wait for the disk.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "core/base/result.h"
#include "core/lab/protocol.h"
#include "core/vm/check.h"

namespace forkscope::lab {

// The bytes of the file. An error has the message python3 gives, without the name of the program, and
// as its code python3's exit code.
base::Result<std::string> read_program(const std::string& path);

// Reads and checks: a Refused says what the window shows.
struct ProgramText {
  std::string source;
  std::vector<vm::KnobDeclaration> knobs;
};
std::variant<ProgramText, Refused> load_program(const std::string& path);

// What `check` prints of a program's source; "" if it can run.
std::string report_of(const std::string& source, const std::string& path);

// `forkscope-lab check FILE`: what is wrong on stderr; returns the exit code.
int check_command(const std::string& path);

}  // namespace forkscope::lab
