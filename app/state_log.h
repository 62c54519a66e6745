// StateLog: one line of JSON whenever what is shown has changed, so that tests wait for facts instead of
// sleeping: the run's state, cursor, settings, counts, and where the buttons lie. Window thread only; writes
// a file.
#pragma once

#include <cstdio>
#include <string>

#include "app/model/frame.h"

namespace forkscope::app {

class StateLog {
 public:
  explicit StateLog(const std::string& path);  // "" = writes nothing
  ~StateLog();
  StateLog(const StateLog&) = delete;
  StateLog& operator=(const StateLog&) = delete;

  void write(const Frame& frame);

 private:
  std::FILE* file_ = nullptr;
  std::string last_;
};

}  // namespace forkscope::app
