// How a command ends that cannot do what it was asked to. Any thread; writing may wait for who reads stderr.
#pragma once

#include <cstdio>
#include <string>

namespace forkscope::lab {

// Says on stderr what is wrong, and returns `code`, the exit code.
inline int fail(const std::string& message, int code = 1) {
  std::fprintf(stderr, "forkscope-lab: %s\n", message.c_str());
  return code;
}

}  // namespace forkscope::lab
