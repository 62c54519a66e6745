// What the system says about one process at this moment, read from /proc and never concluded from how it was
// started. What cannot be read says why, and the rest goes on. Takes a few milliseconds; any thread.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "core/lab/proc_file.h"
#include "core/lab/starts_report.h"

namespace forkscope::lab {

// Everything but the names, the end, and the memory after the target.
ChildEvidence read_child(pid_t pid, const std::string& proc = kProc);

// Of one that nobody looked at while it lived.
ChildEvidence unseen_child(pid_t pid);

// A failure goes to `not_readable` as `field`.
ChildMemory read_memory(pid_t pid, const std::string& field, std::vector<NotReadable>& not_readable,
                        const std::string& proc = kProc);

// True while a signal keeps it stopped.
bool is_stopped(pid_t pid, const std::string& proc = kProc);

// What is below `ancestor` now, with roles.
std::vector<ProcessLine> read_process_tree(pid_t ancestor);

}  // namespace forkscope::lab
