#include "core/explore/search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "core/vm/memory_limit.h"
#include "tests/core/explore/search_fixture.h"
#include "tests/core/explore/small_programs.h"

namespace forkscope::explore {
namespace {

constexpr const char* kThreads = R"(import _thread, os
seen = []
lock = _thread.allocate_lock()
def other():
    with lock:
        seen.append(1)
_thread.start_new_thread(other, ())
with lock:
    print(len(seen), flush=True)
os._exit(0)
)";

class SmallProgramTest : public SearchTest, public testing::WithParamInterface<const char*> {};

struct Race {
  const char* name;
  std::string text;
  std::set<std::string> outputs;
};

std::vector<Race> races() {
  return {
      {"Global",
       two_threads("count = 0\n", "    global count\n    count = one_more(count)\n", "count"),
       {"1", "2"}},
      {"NoCall", two_threads("count = 0\n", "    global count\n    count += 1\n", "count"), {"2"}},
      {"Attribute",
       two_threads("class Box:\n    count = 0\nbox = Box()\n", "    box.count = one_more(box.count)\n",
                   "box.count"),
       {"1", "2"}},
      {"Item", two_threads("items = [0]\n", "    items[0] = one_more(items[0])\n", "items[0]"), {"1", "2"}},
      {"Append", two_threads("items = []\n", "    items.append(len(items))\n", "sum(items)"), {"0", "1"}},
      {"ClassAttribute",
       two_threads("class Box:\n    count = 0\n", "    Box.count = one_more(Box.count)\n", "Box.count"),
       {"1", "2"}},
      {"Closure",
       two_threads("def make():\n    count = 0\n    def act():\n        nonlocal count\n"
                   "        count = one_more(count)\n    return act, lambda: count\nadd, read = make()\n",
                   "    add()\n", "read()"),
       {"1", "2"}},
      {"Key",
       two_threads("counts = {'a': 0}\n", "    counts['a'] = counts.get('a') + 1\n", "counts['a']"),
       {"1", "2"}},
      {"ByName",
       two_threads("class Box:\n    count = 0\nbox = Box()\n",
                   "    setattr(box, 'count', getattr(box, 'count') + 1)\n", "box.count"),
       {"1", "2"}},
      {"Own", two_threads("", "    own = [0]\n    own[0] = one_more(own[0])\n", "1"), {"1"}},
  };
}

TEST_P(SmallProgramTest, FindsWhatEveryOrderFinds) {
  const Counts all = EveryOrder(arena_).run(options(GetParam()).program);
  EXPECT_GE(all.size(), 1u);
  SearchOptions every_request = options(GetParam());
  every_request.every_request = true;
  EXPECT_EQ(counts_of(search(every_request)), all);
  // Fewer moves, the same ends.
  EXPECT_EQ(names_of(counts_of(search(options(GetParam())))), names_of(all));
}

INSTANTIATE_TEST_SUITE_P(Programs, SmallProgramTest,
                         testing::Values(kTwoWriters, kTwoLocks, kSleeper, kThreads));

TEST_F(SearchTest, OutcomesOfTwoWriters) {
  EXPECT_THAT(names_of(counts_of(search(options(kTwoWriters)))),
              testing::ElementsAre("ok Process=0 main=0 \"b'ab'\n\"", "ok Process=0 main=0 \"b'b'\n\"",
                                   "ok Process=0 main=0 \"b'ba'\n\""));
}

// Nobody can ask which thread had a semaphore last.
TEST_F(SearchTest, WhoHadASemaphoreLastIsNoPartOfAState) {
  const Graph graph = search(options(R"(import os, _thread
from multiprocessing import Lock
lock = Lock()
done = _thread.allocate_lock()
done.acquire()
def other():
    with lock:
        pass
    done.release()
_thread.start_new_thread(other, ())
with lock:
    pass
done.acquire()
os._exit(0)
)"));
  std::set<StateId> before_the_end;
  for (const Edge& edge : graph.edges) {
    if (graph.actions[edge.action].kind == static_cast<std::uint16_t>(trace::EventKind::process_exit))
      before_the_end.insert(edge.from);
  }
  // The other thread has come to its end, or not yet.
  EXPECT_EQ(before_the_end.size(), 2U);
}

// Two processes that close ends of their own: in whichever order, it is one state.
TEST_F(SearchTest, TwoWaysToTheSameAreOneState) {
  SearchOptions wanted = options(R"(import os
r, w = os.pipe()
for child in range(2):
    if os.fork() == 0:
        os.close(r)
        os.close(w)
        os._exit(0)
os._exit(0)
)");
  wanted.every_request = true;
  const Graph graph = search(wanted);
  const std::vector<EdgeId> first = first_edges(graph);
  const auto after = [&](StateId state, MoverId mover) -> const Edge* {
    for (EdgeId edge = first[state]; edge < first[state + 1]; ++edge) {
      if (graph.edges[edge].mover == mover) return &graph.edges[edge];
    }
    return nullptr;
  };
  const auto closes = [&](const Edge& edge) {
    return graph.actions[edge.action].kind == static_cast<std::uint16_t>(trace::EventKind::fd_close);
  };
  int found = 0;
  for (const Edge& one : graph.edges) {
    for (EdgeId other = first[one.from]; other < first[one.from + 1]; ++other) {
      const Edge& second = graph.edges[other];
      if (second.mover <= one.mover || !closes(one) || !closes(second)) continue;
      const Edge* then = after(one.to, second.mover);
      const Edge* before = after(second.to, one.mover);
      ASSERT_TRUE(then != nullptr && before != nullptr);
      EXPECT_EQ(then->to, before->to);
      ++found;
    }
  }
  EXPECT_GT(found, 0);
}

TEST_F(SearchTest, StopsAtTheCapAndSaysSo) {
  SearchOptions few = options(kTwoLocks);
  few.most_states = 10;
  const Graph graph = search(few);
  EXPECT_FALSE(graph.complete);
  EXPECT_NE(graph.stopped, "");
  EXPECT_EQ(fault_of(graph), "");
}

// A large search once made the programs that it runs raise MemoryError.
TEST_F(SearchTest, TheMemoryItTakesIsNotTheProgramsOwn) {
  vm::set_memory_limit(1);
  const Counts counts = counts_of(search(options(kTwoWriters)));
  vm::set_memory_limit(vm::kDefaultMemoryLimit);
  EXPECT_EQ(counts.size(), 3u);
  for (const auto& [name, count] : counts) EXPECT_TRUE(name.starts_with("ok")) << name;
}

TEST_F(SearchTest, CanBeCancelled) {
  SearchOptions cancelled = options(kTwoLocks);
  cancelled.goes_on = [](const SearchProgress&) { return false; };
  EXPECT_FALSE(search(cancelled).complete);
}

TEST_F(SearchTest, RefusesFilesWithTheLine) {
  const auto graph = Search(arena_, options("print(1)\nopen('/etc/hostname')\n")).run();
  ASSERT_FALSE(graph.ok());
  EXPECT_EQ(graph.error().message, "Line 2: files are not explored: /etc/hostname");
}

TEST_F(SearchTest, AnEndlessLoopIsACircle) {
  const Graph graph = search(options("while True:\n    pass\n"));
  EXPECT_TRUE(graph.complete);
  EXPECT_TRUE(graph.ends.empty());
}

class RaceTest : public SearchTest, public testing::WithParamInterface<Race> {
 protected:
  // How it can end, as the names of Counts.
  std::set<std::string> wanted() const {
    std::set<std::string> names;
    for (const std::string& output : GetParam().outputs) names.insert("ok main=0 \"" + output + "\n\"");
    return names;
  }
};

TEST_P(RaceTest, SwitchesWhereThreadsTouchTheSameAreEnough) {
  const SearchOptions program = options(GetParam().text.c_str());
  EXPECT_EQ(names_of(counts_of(search(program))), wanted());
  EXPECT_EQ(names_of(EveryOrder(arena_, EveryOrder::Places::all).run(program.program)), wanted());
}

// Too many orders to count them one by one.
// More than clocks can show, and more still.
TEST_F(SearchTest, ProgramsMayWaitForCenturies) {
  const SearchOptions wanted = options(R"(import os, time
time.sleep(8e9)
first = time.time()
time.sleep(8e9)
print(1e9 < first <= time.time(), flush=True)
os._exit(0)
)");
  EXPECT_THAT(names_of(counts_of(search(wanted))), testing::ElementsAre("ok main=0 \"True\n\""));
}

TEST_F(SearchTest, AGeneratorThatRunsCannotBeGoneOnWith) {
  const std::string text = two_threads("def numbers():\n    yield abs(1)\n    yield 2\ngiven = numbers()\n",
                                       "    next(given)\n", "1");
  const std::set<std::string> names = names_of(counts_of(search(options(text.c_str()))));
  EXPECT_THAT(names, testing::Contains("ok main=0 \"1\n\""));
  EXPECT_THAT(names, testing::Contains("error main=1 \"\""));
}

TEST_F(SearchTest, ALockKeepsThreadsApart) {
  const std::string text =
      two_threads("count = 0\nlock = _thread.allocate_lock()\n",
                  "    global count\n    with lock:\n        count = one_more(count)\n", "count");
  EXPECT_THAT(names_of(counts_of(search(options(text.c_str())))), testing::ElementsAre("ok main=0 \"2\n\""));
}

INSTANTIATE_TEST_SUITE_P(Races, RaceTest, testing::ValuesIn(races()),
                         [](const auto& tested) { return std::string(tested.param.name); });

}  // namespace
}  // namespace forkscope::explore
