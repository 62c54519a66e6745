#include "app/model/personality.h"

#include <algorithm>

namespace forkscope::app {

const std::vector<std::string>& python_versions() {
  static const std::vector<std::string> versions = {"3.11", "3.12", "3.13", "3.14"};
  return versions;
}

const std::vector<std::string>& systems() {
  static const std::vector<std::string> names = {"linux", "macos", "windows"};
  return names;
}

std::string system_name(const std::string& system) {
  return system == "macos" ? "macOS" : system == "windows" ? "Windows" : "Linux";
}

std::vector<std::string> start_methods(const Personality& personality) {
  if (personality.system == "windows") return {"spawn"};
  if (personality.system == "macos") return {"spawn", "fork", "forkserver"};
  if (personality.python_version == "3.14") return {"forkserver", "fork", "spawn"};
  return {"fork", "spawn", "forkserver"};
}

std::string start_method_for(const Personality& personality, const std::string& wanted) {
  const std::vector<std::string> known = start_methods(personality);
  const bool is_known = std::find(known.begin(), known.end(), wanted) != known.end();
  return wanted == "fork" || !is_known ? known.front() : wanted;
}

std::string next_of(const std::vector<std::string>& values, const std::string& current) {
  const auto found = std::find(values.begin(), values.end(), current);
  return found == values.end() || found + 1 == values.end() ? values.front() : *(found + 1);
}

}  // namespace forkscope::app
