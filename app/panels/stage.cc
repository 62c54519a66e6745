#include "app/panels/stage.h"

namespace forkscope::app {

void draw_stage(const Frame&, CommandQueue&) {}

}  // namespace forkscope::app
