#include "app/model/new_file.h"

#include <fmt/format.h>

#include <filesystem>

namespace forkscope::app {

std::string new_file(const std::string& program, const char* ending) {
  const std::string stem = std::filesystem::path(program).stem().string();
  std::error_code code;
  for (int number = 1;; ++number) {
    const std::string name = number == 1 ? fmt::format("forkscope-{}{}", stem, ending)
                                         : fmt::format("forkscope-{}-{}{}", stem, number, ending);
    if (!std::filesystem::exists(name, code)) return name;
  }
}

}  // namespace forkscope::app
