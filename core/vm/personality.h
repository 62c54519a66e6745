// Personality: which CPython and which system a program is shown. A plain value, given once when a process
// starts; children of every start method get their parent's. What follows from it is written down in
// core/library/_personality.py.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace forkscope::vm {

inline constexpr std::array<std::string_view, 4> kPythonVersions = {"3.11", "3.12", "3.13", "3.14"};
inline constexpr std::array<std::string_view, 3> kPersonalities = {"linux", "macos", "windows"};

struct Personality {
  std::string python_version = "3.11";  // one of kPythonVersions
  std::string system = "linux";         // one of kPersonalities
  bool empty_by_semaphore = false;  // Queue.empty() asks the semaphore, as proposed for CPython (gh-142837)

  bool operator==(const Personality&) const = default;

  int minor_version() const;          // 13 of 3.13
  std::string_view platform() const;  // sys.platform
  std::vector<std::string> flags()
      const;  // the command line's options that say the same; none for the default
};

bool is_python_version(std::string_view text);
bool is_personality(std::string_view text);

}  // namespace forkscope::vm
