// TimeCursor: which moment is shown, and which part of time is in view. Owned by App; pure arithmetic over a
// store's bounds, no drawing. The cursor follows the newest event ("live") until the user moves it.
#pragma once

#include <cstdint>

#include "app/model/selection.h"
#include "core/trace/store.h"

namespace forkscope::app {

class TimeCursor {
 public:
  void reset();  // a new run begins

  bool live() const { return live_; }
  std::int64_t time_ns() const { return time_ns_; }
  const TimeWindow& window() const { return window_; }

  // Called each frame: a live cursor goes to the newest event, a following window keeps it in view.
  void follow(const trace::Store& store, bool running);

  void move(std::int64_t time_ns, const trace::Store& store);
  void to_now(const trace::Store& store);
  // By `steps` events (negative: back). Events at the same instant count as one.
  void step(int steps, const trace::Store& store);
  // By a part of what is in view.
  void shift(double part_of_view, const trace::Store& store);

  void set_window(TimeWindow window);
  void zoom(double factor);  // < 1 = closer; around the cursor if it is in view, else around the middle
  void fit(const trace::Store& store);

 private:
  void bring_into_view();

  bool live_ = true;
  std::int64_t time_ns_ = 0;
  TimeWindow window_;
};

}  // namespace forkscope::app
