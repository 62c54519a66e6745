// The files of /dev/shm, where semaphores with names are, and those of them that sem_open has left half made.
// Any thread; reads files of the system.
#pragma once

#include <ctime>
#include <string>
#include <vector>

namespace forkscope::lab {

// Their names, in no order.
std::vector<std::string> shared_memory_files();
// Where the one with this name is.
std::string shared_memory_path(const std::string& file);

// Removes what a killed process has left of sem_open, newer than `since`. The same of a process that lives,
// whoever's it is, stays.
void remove_half_made(std::time_t since);

}  // namespace forkscope::lab
