// A run without a window or a human, for one picture of one moment: forkscope --screenshot. Blocks until the
// program has ended or the moment is reached.
#pragma once

#include "app/app.h"

namespace forkscope::app {

[[nodiscard]] base::Status take_picture(App& app, Session& session, Surface& surface, const Options& options);

}  // namespace forkscope::app
