// Personality: which CPython and which system the lab shows to the program. The window's own plain value;
// what follows from it is the lab's business.
#pragma once

#include <string>
#include <vector>

namespace forkscope::app {

struct Personality {
  std::string python_version = "3.11";  // one of python_versions()
  std::string system = "linux";         // one of systems()
  bool empty_by_semaphore = false;      // Queue.empty() asks the semaphore

  bool operator==(const Personality&) const = default;
  // True if something else is shown than what the engine is: Python 3.11 on Linux.
  bool imitates() const { return *this != Personality(); }
};

const std::vector<std::string>& python_versions();
const std::vector<std::string>& systems();
std::string system_name(const std::string& system);  // "macOS" of "macos"

// The start methods that `personality` knows, its usual one first.
std::vector<std::string> start_methods(const Personality& personality);
// `wanted` if it is known there, else the usual one; "fork", the usual one of Linux so far, means the usual
// one.
std::string start_method_for(const Personality& personality, const std::string& wanted);

// The one behind `current` in `values`, or the first one.
std::string next_of(const std::vector<std::string>& values, const std::string& current);

}  // namespace forkscope::app
