#include "app/panels/moves.h"

namespace forkscope::app {

void draw_moves(const Frame&, CommandQueue&) {}

float moves_height(const Frame&, float) {
  return 0;
}

}  // namespace forkscope::app
