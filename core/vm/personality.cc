#include "core/vm/personality.h"

#include <algorithm>

namespace forkscope::vm {

int Personality::minor_version() const {
  const auto at = std::find(kPythonVersions.begin(), kPythonVersions.end(), python_version);
  return 11 + static_cast<int>(at - kPythonVersions.begin());
}

std::string_view Personality::platform() const {
  if (system == "macos") return "darwin";
  return system == "windows" ? "win32" : "linux";
}

std::vector<std::string> Personality::flags() const {
  const Personality usual;
  std::vector<std::string> result;
  if (python_version != usual.python_version)
    result.insert(result.end(), {"--python-version", python_version});
  if (system != usual.system) result.insert(result.end(), {"--personality", system});
  if (empty_by_semaphore) result.emplace_back("--empty-by-semaphore");
  return result;
}

bool is_python_version(std::string_view text) {
  return std::find(kPythonVersions.begin(), kPythonVersions.end(), text) != kPythonVersions.end();
}

bool is_personality(std::string_view text) {
  return std::find(kPersonalities.begin(), kPersonalities.end(), text) != kPersonalities.end();
}

}  // namespace forkscope::vm
