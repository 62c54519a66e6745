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

// A child of the lab's that is no program's: the sessions leave it alone, and it is not among what descends.
// Of the main thread.
void leave_out(pid_t pid);
// It is one again; false: it has been reaped.
bool take_in_again(pid_t pid);
bool leaves_any_out();

// Everything that descends from `ancestor`, without it, ordered by pid.
std::vector<ProcessRow> descendants_of(pid_t ancestor);

// The same as lines for people: command lines as ps shows them, and roles.
std::vector<ProcessLine> lines_of(const std::vector<ProcessRow>& rows);

}  // namespace forkscope::lab
