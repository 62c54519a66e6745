// LibraryView: which source of our library is shown while a program is stepped, and who is where in it. Part
// of Frame. Pure; plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/model/selection.h"
#include "app/model/step_view.h"

namespace forkscope::app {

struct LibraryMark {
  base::ThreadId thread = 0;
  std::uint32_t line = 0;
  bool waits = false;  // it cannot move
};

struct LibraryView {
  base::ThreadId thread = 0;  // whose call it is; 0 = nobody is in the library
  std::string file;           // "multiprocessing/queues.py"
  std::string function;       // "Queue._feed"
  std::uint32_t line = 0;
  std::vector<LibraryMark> marks;  // all who are in this file
  // Its text; null until the lab has sent it.
  const std::vector<std::string>* lines = nullptr;
};

// The call of the selected thread, else of the one that moved last, else of the one that would move next,
// else of any. Without the text.
LibraryView library_view(const StepView& step, const Selection& selection);

}  // namespace forkscope::app
