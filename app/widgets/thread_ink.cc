#include "app/widgets/thread_ink.h"

#include "app/theme/theme.h"

namespace forkscope::app {

ImU32 thread_ink(const trace::World& world, base::ThreadId thread) {
  const auto found = world.threads.find(thread);
  if (found == world.threads.end()) return theme().palette.text_dim;
  const base::ProcessId process = found->second.process;
  int shade = 0;
  for (auto before = world.threads.begin(); before != found; ++before)
    if (before->second.process == process) ++shade;
  return thread_colour(process, shade);
}

}  // namespace forkscope::app
