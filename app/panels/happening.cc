#include "app/panels/happening.h"

namespace forkscope::app {

void draw_happening(const Frame&, CommandQueue&) {}

}  // namespace forkscope::app
