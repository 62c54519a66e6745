// The colour that a thread has everywhere: the hue of its process, the shade of its place there. Window
// thread only.
#pragma once

#include "core/trace/world.h"
#include "imgui.h"

namespace forkscope::app {

ImU32 thread_ink(const trace::World& world, base::ThreadId thread);

}  // namespace forkscope::app
