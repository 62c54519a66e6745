#include "app/platform/paths.h"

#include <filesystem>

namespace forkscope::app {

namespace {

std::filesystem::path share_folder() {
  std::error_code code;
  const auto program = std::filesystem::read_symlink("/proc/self/exe", code);
  return program.parent_path().parent_path() / "share";
}

}  // namespace

std::string lessons_folder() {
  return (share_folder() / "forkscope" / "lessons").string();
}
std::string locale_folder() {
  return (share_folder() / "locale").string();
}

}  // namespace forkscope::app
