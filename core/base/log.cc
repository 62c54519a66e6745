#include "core/base/log.h"

#include <cstdio>
#include <string>

namespace forkscope::base {

void log(std::string_view text) {
  std::string line = "forkscope: ";
  line.append(text);
  line.push_back('\n');
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace forkscope::base
