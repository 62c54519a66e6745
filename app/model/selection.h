// What the user points at. A plain value inside Settings/Frame; changed only by commands.
#pragma once

#include <cstdint>

#include "core/base/ids.h"

namespace forkscope::app {

// What part of time the timeline and the depth chart show, in session ns.
struct TimeWindow {
  std::int64_t begin_ns = 0;
  std::int64_t end_ns = 50'000'000;
  bool follow = true;  // keeps the newest event in view while the program runs
};

struct Selection {
  base::ThreadId thread = 0;
  base::ObjectId queue = 0;     // 0 = the first queue that has items
  std::int64_t answer_ns = -1;  // the answer whose sentence is shown, by its time; -1 = the latest wrong one
};

}  // namespace forkscope::app
