#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/conformance/traced_run.h"

namespace forkscope::conformance {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

// What the starting thread asks of the kernel between the first and the last stage of start(), by the
// method's number.
std::vector<std::string> steps_of_start(const TracedRun& run, std::int64_t method, std::int64_t last_stage) {
  const auto stage = [method](std::int64_t number) {
    return [method, number](const Event& event) {
      return event.kind == EventKind::start_stage && event.a == number && event.b == method;
    };
  };
  std::vector<std::string> steps;
  for (const Event& event : run.between(stage(1), stage(last_stage))) {
    const auto family = trace::info(event.kind).family;
    const bool counts = family == trace::Family::pipe || family == trace::Family::process;
    if (counts && event.kind != EventKind::process_identity) steps.emplace_back(trace::info(event.kind).name);
  }
  return steps;
}

// 10: fork = pipe, pipe, clone, close, close.
TEST(ProcessConformance, OrderOfAForkStart) {
  const TracedRun run(R"(
from multiprocessing import get_context
p = get_context("fork").Process(target=print, args=("hello",))
p.start()
p.join()
)");
  EXPECT_EQ(run.output(), "hello\n");
  EXPECT_THAT(steps_of_start(run, 0, 5),
              ElementsAre("pipe_create", "pipe_create", "process_fork", "fd_close", "fd_close"));
}

// 10: spawn = tracker, pickle, pipe, pipe, exec, write, close, close.
TEST(ProcessConformance, OrderOfASpawnStart) {
  const TracedRun run(R"(
from multiprocessing import get_context
if __name__ == "__main__":
    for word in ("hello", "again"):
        p = get_context("spawn").Process(target=print, args=(word,))
        p.start()
        p.join()
)");
  EXPECT_EQ(run.output(), "hello\nagain\n");
  EXPECT_THAT(steps_of_start(run, 1, 8),
              ElementsAre("pipe_create", "process_spawn", "fd_close",  // the tracker
                          "pipe_create", "pipe_create", "process_spawn", "fd_write", "fd_close", "fd_close"));
  std::vector<std::int64_t> stages;
  for (const Event& event : run.of_kind(EventKind::start_stage)) {
    if (event.process == run.events().front().process && stages.size() < 9) stages.push_back(event.a);
  }
  EXPECT_THAT(stages, ElementsAre(0, 1, 2, 3, 4, 5, 6, 7, 8));
}

// 10: forkserver = pickle, tracker, (server), connect, pipe, pipe, send descriptors, dup, write, read pid.
TEST(ProcessConformance, OrderOfAForkServerStart) {
  const TracedRun run(R"(
from multiprocessing import get_context
if __name__ == "__main__":
    p = get_context("forkserver").Process(target=print, args=("hello",))
    p.start()
    p.join()
)");
  EXPECT_EQ(run.output(), "hello\n");
  EXPECT_THAT(
      steps_of_start(run, 2, 6),
      ElementsAre("pipe_create", "process_spawn", "fd_close",                               // the tracker
                  "socket_listen", "pipe_create", "process_spawn", "fd_close", "fd_close",  // the server
                  "socket_connect", "pipe_create", "pipe_create",
                  "fd_write",                                     // does the tracker live?
                  "fd_send", "fd_close", "fd_close", "fd_close",  // the server has what it needs
                  "fd_duplicate", "fd_write", "fd_close", "fd_read"));
  const base::ProcessId first = run.events().front().process;
  const std::vector<Event> forks = run.of_kind(EventKind::process_fork);
  ASSERT_EQ(forks.size(), 1u);
  const base::ProcessId server = forks[0].process;
  std::vector<std::int64_t> of_starter, of_server, of_child;
  for (const Event& event : run.of_kind(EventKind::start_stage)) {
    EXPECT_EQ(event.b, event.a == 0 ? -1 : 2);
    auto& stages = event.process == first ? of_starter : event.process == server ? of_server : of_child;
    if (stages.empty() || stages.back() != event.a) stages.push_back(event.a);
  }
  EXPECT_THAT(of_starter, ElementsAre(0, 1, 2, 3, 4, 5, 6));
  EXPECT_THAT(of_server, ElementsAre(7));
  EXPECT_THAT(of_child, ElementsAre(8, 9));
}

// 11: a spawned child runs the file again as __mp_main__.
TEST(ProcessConformance, ASpawnedChildImportsMainAgain) {
  const TracedRun run(R"(
import sys
from multiprocessing import get_context
print("runs as", __name__, flush=True)
def child():
    print(__name__, sys.modules["__main__"] is sys.modules["__mp_main__"])
if __name__ == "__main__":
    p = get_context("spawn").Process(target=child)
    p.start()
    p.join()
)");
  EXPECT_EQ(run.output(), "runs as __main__\nruns as __mp_main__\n__mp_main__ True\n");
}

// 11: the RuntimeError depends on the flag _inheriting alone: a child that catches it goes on to its target.
TEST(ProcessConformance, TheRefusalDependsOnInheritingAlone) {
  const TracedRun caught(R"(
from multiprocessing import get_context
def child():
    print("target runs", flush=True)
try:
    p = get_context("spawn").Process(target=child)
    p.start()
    p.join()
    print("exit code", p.exitcode)
except RuntimeError:
    print("refused", flush=True)
)");
  EXPECT_EQ(caught.output(), "refused\ntarget runs\nexit code 0\n");

  const TracedRun by_hand(R"(
import multiprocessing
if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=print)
    multiprocessing.current_process()._inheriting = True
    try:
        process.start()
    except RuntimeError as error:
        print(str(error).split(".")[0].split())
    del multiprocessing.current_process()._inheriting
    multiprocessing.get_context("fork").Process(target=print, args=("fork needs no guard",)).start()
)");
  EXPECT_THAT(by_hand.output(), HasSubstr("['An', 'attempt', 'has', 'been', 'made'"));
  EXPECT_THAT(by_hand.output(), HasSubstr("fork needs no guard\n"));
}

}  // namespace
}  // namespace forkscope::conformance
