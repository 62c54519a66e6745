#include "core/explore/left_movers.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <tuple>

#include "tests/core/explore/random_programs.h"
#include "tests/core/explore/search_fixture.h"

namespace forkscope::explore {
namespace {

// Of the random programs; the environment may ask for others, and more of them.
std::uint32_t number_from(const char* variable, std::uint32_t otherwise) {
  const char* const text = std::getenv(variable);
  return text == nullptr ? otherwise : static_cast<std::uint32_t>(std::strtoul(text, nullptr, 10));
}

class LeftMoversTest : public SearchTest {
 protected:
  static std::set<std::string> ends_of(const Graph& graph) {
    EXPECT_EQ(fault_of(graph), "");
    EXPECT_TRUE(graph.complete);
    const Unfolding unfolding = unfold(graph);
    std::set<std::string> names;
    for (const Outcome& each : outcomes_of(graph, unfolding).list) {
      const End end{.state = 0, .kind = each.end, .exit_codes = each.exit_codes, .waits = {}};
      names.insert(text_of_end(end, each.output.bytes));
    }
    return names;
  }
  // Which state leads to which, and by what.
  static std::vector<std::tuple<StateId, StateId, std::string, std::string, std::uint32_t>> shape_of(
      const Graph& graph) {
    std::vector<std::tuple<StateId, StateId, std::string, std::string, std::uint32_t>> shape;
    for (const Edge& edge : graph.edges) {
      shape.emplace_back(edge.from, edge.to, graph.movers[edge.mover].name, graph.outputs[edge.output],
                         edge.steps);
    }
    return shape;
  }
};

// Each with something that others see in between: which ends that makes.
struct Seen {
  const char* name;
  const char* text;
  std::set<std::string> ends;
};

const Seen kSeen[] = {
    {"TriedLock",
     R"(import _thread, os
lock, done = _thread.allocate_lock(), _thread.allocate_lock()
done.acquire()
def other():
    lock.acquire()
    lock.release()
    done.release()
_thread.start_new_thread(other, ())
print(lock.acquire(False), flush=True)
os._exit(0)
)",
     {"ok main=0 \"True\n\"", "ok main=0 \"False\n\""}},
    {"LockedBetweenTwoLeftMovers",
     R"(import _thread, os
lock, done = _thread.allocate_lock(), _thread.allocate_lock()
done.acquire()
r, w = os.pipe()
def other():
    lock.acquire()
    os.close(w)
    lock.release()
    done.release()
_thread.start_new_thread(other, ())
print(lock.locked(), flush=True)
os._exit(0)
)",
     {"ok main=0 \"True\n\"", "ok main=0 \"False\n\""}},
    {"ReleaseOfWhatAnotherHolds",
     R"(import _thread, os
lock = _thread.allocate_lock()
def other():
    lock.acquire(False)
_thread.start_new_thread(other, ())
os.getpid()
for _ in range(2):
    try:
        lock.release()
        print("released", flush=True)
    except RuntimeError:
        print("refused", flush=True)
os._exit(0)
)",
     {"ok main=0 \"refused\nrefused\n\"", "ok main=0 \"released\nrefused\n\"",
      "ok main=0 \"refused\nreleased\n\""}},
    {"LastWritingEnd",
     R"(import os
from multiprocessing import Pipe
receiver, sender = Pipe(False)
if os.fork() == 0:
    sender.close()
    print(receiver.poll(), flush=True)
    os._exit(0)
sender.close()
os._exit(0)
)",
     {"ok Process=0 main=0 \"True\n\"", "ok Process=0 main=0 \"False\n\""}},
    {"KilledBeforeItGivesBack",
     R"(import os, signal
from multiprocessing import Lock
lock = Lock()
child = os.fork()
if child == 0:
    lock.acquire()
    lock.release()
    os._exit(0)
os.kill(child, signal.SIGKILL)
lock.acquire()
print("taken", flush=True)
os._exit(0)
)",
     {"error Process=-9 main=0 \"taken\n\"", "ok Process=0 main=0 \"taken\n\"", "stuck Process=-9 \"\""}},
    {"CopiedInBetween",
     R"(import _thread, os
lock, done = _thread.allocate_lock(), _thread.allocate_lock()
done.acquire()
seen = []
def other():
    lock.acquire()
    seen.append(1)
    lock.release()
    seen.append(2)
    done.release()
_thread.start_new_thread(other, ())
if os.fork() == 0:
    print(seen, lock.acquire(False), flush=True)
    os._exit(0)
done.acquire()
os._exit(0)
)",
     {"ok Process=0 main=0 \"[] True\n\"", "ok Process=0 main=0 \"[] False\n\"",
      "ok Process=0 main=0 \"[1] False\n\"", "ok Process=0 main=0 \"[1] True\n\"",
      "ok Process=0 main=0 \"[1, 2] True\n\""}},
    {"NumberOfWhatWasClosed",
     R"(import _thread, os
r, w = os.pipe()
def other():
    try:
        os.read(r, 1)
    except OSError:
        print("closed", flush=True)
    os._exit(0)
_thread.start_new_thread(other, ())
os.close(r)
os.pipe()
lock = _thread.allocate_lock()
lock.acquire()
lock.acquire()
)",
     {"ok main=0 \"closed\n\"", "stuck \"\""}},
    {"MemoryThatIsWritten",
     R"(import _thread, os
from multiprocessing import RawValue
value = RawValue('i')
never = _thread.allocate_lock()
never.acquire()
_thread.start_new_thread(never.acquire, ())
if os.fork() == 0:
    value.value = 1
    os._exit(0)
first = value.value
print(first, value.value, flush=True)
os._exit(0)
)",
     {"ok Process=0 main=0 \"0 0\n\"", "ok Process=0 main=0 \"0 1\n\"", "ok Process=0 main=0 \"1 1\n\""}},
    {"NextDescriptor",
     R"(import _thread, os
r, w = os.pipe()
def other():
    os.close(r)
_thread.start_new_thread(other, ())
print(min(os.pipe()) == r, flush=True)
os._exit(0)
)",
     {"ok main=0 \"True\n\"", "ok main=0 \"False\n\""}},
};

class SeenTest : public LeftMoversTest, public testing::WithParamInterface<Seen> {};

TEST_P(SeenTest, IsNoLeftMover) {
  EXPECT_EQ(ends_of(search(options(GetParam().text))), GetParam().ends);
}

INSTANTIATE_TEST_SUITE_P(LeftMovers, SeenTest, testing::ValuesIn(kSeen),
                         [](const auto& tested) { return std::string(tested.param.name); });

// `reads` loads from memory that a child wrote, which has ended; another thread is there.
std::string reads_of_memory(int reads) {
  std::string text = R"(import _thread, os
from multiprocessing import RawValue
value = RawValue('i')
lock = _thread.allocate_lock()
child = os.fork()
if child == 0:
    value.value = 1
    os._exit(0)
_thread.start_new_thread(lambda: [lock.acquire() for _ in range(2)], ())
os.waitpid(child, 0)
)";
  for (; reads > 0; --reads) text += "value.value\n";
  return text + "print(value.value, flush=True)\nos._exit(0)\n";
}

TEST_F(LeftMoversTest, WhatTheEndedHaveDoneIsNoMoreInBetween) {
  const std::string one = reads_of_memory(1), four = reads_of_memory(4);
  const Graph few = search(options(one.c_str())), many = search(options(four.c_str()));
  EXPECT_EQ(ends_of(few), (std::set<std::string>{"ok Process=0 main=0 \"1\n\""}));
  EXPECT_EQ(ends_of(many), ends_of(few));
  EXPECT_EQ(many.states, few.states);
}

TEST_F(LeftMoversTest, LeaveNoEndOut) {
  const std::uint32_t first = number_from("FORKSCOPE_FIRST_PROGRAM", 0);
  const std::uint32_t count = number_from("FORKSCOPE_PROGRAMS_TRIED", 40);
  std::uint64_t states = 0, all_states = 0;
  for (std::uint32_t seed = first; seed < first + count; ++seed) {
    const std::string text = random_program(seed);
    SCOPED_TRACE(std::to_string(seed) + ":\n" + text);
    SearchOptions every = options(text.c_str());
    every.every_request = true;
    SearchOptions anew = options(text.c_str());
    anew.moves_anew = true;
    const Graph reduced = search(options(text.c_str())), whole = search(every), done_anew = search(anew);
    EXPECT_EQ(ends_of(reduced), ends_of(whole));
    EXPECT_EQ(shape_of(reduced), shape_of(done_anew));
    states += reduced.states;
    all_states += whole.states;
    if (HasFailure()) return;
  }
  EXPECT_LT(states, all_states);
}

}  // namespace
}  // namespace forkscope::explore
