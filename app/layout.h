// Layout: where each panel lies, for any size of the window and any scale. Owned by App; window thread only.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

class Layout {
 public:
  void draw(const Frame& frame, CommandQueue& commands);
  // In a window too narrow for all cards side by side: shows the next one.
  void next_tab();

 private:
  int tab_ = 0;
};

}  // namespace forkscope::app
