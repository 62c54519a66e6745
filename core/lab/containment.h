// Containment: how a session leaves nothing behind. The lab and its guard are subreapers, so whatever a
// program starts stays below them; these functions end all of it and remove its names. Main thread of the lab
// or the guard; they may wait for milliseconds.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <ctime>
#include <functional>
#include <string>

namespace forkscope::lab {

// From now on orphans below this process become its children.
void adopt_orphans();

using OnReaped = std::function<void(pid_t pid, int status)>;

// Reaps every child that has ended. False when there are no children any more, but those that are left out
// (process_table.h).
bool reap_children(const OnReaped& on_reaped);

// Kills every descendant of this process and reaps them, also those that go on starting others. False when
// some were still there after `patience` (a process inside the kernel can refuse to die).
bool end_descendants(std::chrono::milliseconds patience, const OnReaped& on_reaped);

// What a session may leave in the file system.
struct SessionNames {
  std::string prefix;           // of its semaphores: /dev/shm/sem.mp-PREFIX...
  std::time_t since = 0;        // when it began
  std::string unfinished_file;  // or empty
};
SessionNames new_session_names();
// Removes them. To be called when no process of the session is alive.
void remove_names(const SessionNames& names);

}  // namespace forkscope::lab
