// How much of something long is done. Window thread only.
#pragma once

#include "app/widgets/area.h"

namespace forkscope::app {

// A thin bar across the middle of `area`: `done` of `all`, none of it while `all` is not known (0).
void progress_bar(const Area& area, int done, int all);

}  // namespace forkscope::app
