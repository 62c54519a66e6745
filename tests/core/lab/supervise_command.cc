// For tests: supervises any command as `forkscope-lab run` supervises a program.
#include <poll.h>
#include <signal.h>

#include <cstdio>
#include <string>
#include <vector>

#include "core/lab/guard.h"
#include "core/lab/session.h"
#include "core/lab/signals.h"

using namespace forkscope::lab;

int main(int argument_count, char** arguments) {
  SessionPlan plan;
  plan.arguments.assign(arguments + 1, arguments + argument_count);
  if (plan.arguments.empty()) return 2;
  plan.executable = plan.arguments.front();
  auto guarded = begin_guarded(-1);
  if (!guarded.ok()) return 3;
  plan.names = guarded.value().names;
  plan.group = guarded.value().group;
  SignalQueue signals;
  auto session = Session::start(plan);
  if (!session.ok()) return 4;
  std::printf("%s %d\n", plan.names.prefix.c_str(), session.value()->pid());
  std::fflush(stdout);
  while (!session.value()->over()) {
    pollfd descriptors[] = {{signals.descriptor(), POLLIN, 0}, {guarded.value().guard_handle, POLLIN, 0}};
    ::poll(descriptors, 2, 50);
    if (descriptors[1].revents != 0) session.value()->stop("");
    signals.take([&](int signal) {
      if (signal != SIGCHLD) session.value()->send_signal(signal);
    });
    session.value()->turn();
  }
  end_like(session.value()->wait_status());
}
