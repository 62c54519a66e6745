// Who holds what a thread waits for, and the circle of those who wait for each other. Pure.
#pragma once

#include <vector>

#include "app/model/step_view.h"
#include "core/trace/world.h"

namespace forkscope::app {

// Of a thread that cannot move: whom it waits for; 0 = nobody that is known.
base::ThreadId holder(const NextMove& move, const std::vector<NextMove>& moves, const trace::World& world);

// Of a program in which nobody can move: those who wait for each other, each for the next and the last for
// the first; where there is no such circle, all who wait.
std::vector<WaitLink> waiting_circle(const std::vector<NextMove>& moves, const trace::World& world);

}  // namespace forkscope::app
