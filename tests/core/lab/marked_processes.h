// Finds the processes a test has started, whoever their parent is by now: they carry a mark in their
// environment.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <functional>
#include <string>
#include <vector>

namespace forkscope::lab {

// Puts a mark into this process' environment that what it starts inherits.
class Mark {
 public:
  Mark();
  ~Mark();
  Mark(const Mark&) = delete;
  Mark& operator=(const Mark&) = delete;

  // Living processes with the mark, without zombies, that were started from here.
  std::vector<pid_t> processes() const;
  // Waits until there are none; false after ten seconds.
  bool all_gone() const;

 private:
  std::string value_;
};

// What can still be read from the descriptor, which is closed then.
std::string read_to_end(int descriptor);

// Polls until `condition` holds; false after ten seconds.
bool comes_true(const std::function<bool()>& condition);

}  // namespace forkscope::lab
