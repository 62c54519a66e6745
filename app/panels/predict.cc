#include "app/panels/predict.h"

namespace forkscope::app {

void draw_predict(const Frame&, CommandQueue&) {}

float predict_height(const Frame&, float) {
  return 0;
}

}  // namespace forkscope::app
