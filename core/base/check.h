// CHECK: a broken promise of ours ends the process with file, line and the values involved, in release too.
// Never for what the system, a user or a program can cause: that is a Result.
#pragma once

namespace forkscope::base {

// Prints "file:line: CHECK failed: expression (message)" to stderr and aborts.
[[noreturn]] void check_failed(const char* file, int line, const char* expression, const char* message);

}  // namespace forkscope::base

#define FORKSCOPE_CHECK(condition, message)                                                   \
  do {                                                                                        \
    if (!(condition)) [[unlikely]]                                                            \
      ::forkscope::base::check_failed(__FILE__, __LINE__, #condition, message);               \
  } while (false)
