// What /proc says about the processes below one of ours. Reading it takes a millisecond or so; any thread.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "core/lab/protocol.h"

namespace forkscope::lab {

struct ProcessRow {
  pid_t pid = 0, parent = 0;
  bool zombie = false;
  std::string name;  // as in /proc/PID/comm
};

// Everything that descends from `ancestor`, without it, ordered by pid.
std::vector<ProcessRow> descendants_of(pid_t ancestor);

// The same as lines for people: command lines as ps shows them, and roles.
std::vector<ProcessLine> lines_of(const std::vector<ProcessRow>& rows);

}  // namespace forkscope::lab
