// A lesson's notes.
#pragma once

#include "app/model/frame.h"

namespace forkscope::app {

void draw_notes(const Frame& frame);

}  // namespace forkscope::app
