// The descriptors a process has open, in words, and which of them its parent has too. Read from /proc; any
// thread.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "core/lab/starts_report.h"

namespace forkscope::lab {

struct OpenDescriptors {
  std::vector<OpenDescriptor> descriptors;  // by number
  std::string failed;                       // "" or why they could not be read
};

// `parent` <= 0: nothing is compared.
OpenDescriptors read_descriptors(pid_t pid, pid_t parent, const std::string& proc);

}  // namespace forkscope::lab
