// The popup "Python and system": which CPython and which system the lab imitates, and what that copies. Its
// button stands in the top bar.
#pragma once

#include "app/model/frame.h"
#include "app/widgets/area.h"

namespace forkscope::app {

// Below `button`, inside `page`.
void draw_personality(const Frame& frame, const Area& button, const Area& page, CommandQueue& commands);

}  // namespace forkscope::app
