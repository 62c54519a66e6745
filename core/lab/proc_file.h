// Reading the files of /proc/PID, which may go away at any moment, and what a folder holds. Any thread; does
// not wait.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace forkscope::lab {

// Where /proc is; another folder in tests.
inline constexpr char kProc[] = "/proc";

struct ProcFile {
  std::string text;
  std::string failed;  // "" or the system's reason
};

// `proc`/PID/`file`.
ProcFile read_proc_file(const std::string& proc, pid_t pid, const std::string& file);

struct FolderNames {
  std::vector<std::string> names;  // those that begin with a dot left out; in no order
  std::string failed;              // "" or the system's reason
};

FolderNames names_in(const std::string& folder);

}  // namespace forkscope::lab
