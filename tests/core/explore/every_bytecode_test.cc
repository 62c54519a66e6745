// Threads that may change places at every bytecode: what then can happen besides, and that nothing is missed
// by stopping only where they touch the same.
#include <gmock/gmock.h>

#include "tests/core/explore/search_fixture.h"

namespace forkscope::explore {
namespace {

using trace::SwitchAt;

struct Race {
  const char* name;
  std::string text;
  std::set<std::string> at_calls_and_jumps, at_bytecodes;
};

// Two threads do the same. R and W: one reads, writes what they share; ' is the other's.
std::vector<Race> races() {
  return {
      // R W R' W' and R' W' R W, 2 of the 6 orders, give 2; in the other 4 both read 0.
      {"Global",
       two_threads("count = 0\n", "    global count\n    count += 1\n", "count"),
       {"2"},
       {"1", "2"}},
      // The last write of all is a second one of its thread. What that has read was written after the
      // thread's
      // own first write, or by it: 1 at least. So it ends with 2 at least, and with 3 where one is lost.
      {"GlobalTwice",
       two_threads("count = 0\n", "    global count\n    count += 1\n    count += 1\n", "count"),
       {"4"},
       {"2", "3", "4"}},
      {"Item",
       two_threads("counts = {'n': 0}\n", "    counts['n'] += 1\n", "counts['n']"),
       {"2"},
       {"1", "2"}},
      {"Attribute",
       two_threads("class Box:\n    pass\nbox = Box()\nbox.count = 0\n", "    box.count += 1\n", "box.count"),
       {"2"},
       {"1", "2"}},
      {"LocalNames",
       two_threads("class Box:\n    def __init__(self):\n        self.counts = [0]\nbox = Box()\n",
                   "    mine, at = box, 0\n    mine.counts[at] = mine.counts[at] + 1\n", "box.counts[0]"),
       {"2"},
       {"1", "2"}},
      {"Closure",
       two_threads("def make():\n    count = 0\n    def act():\n        nonlocal count\n        count += 1\n"
                   "    return act, lambda: count\nadd, read = make()\n",
                   "    add()\n", "read()"),
       {"2"},
       {"1", "2"}},
      // One bytecode, whoever is first: both are there.
      {"Append", two_threads("items = []\n", "    items.append(1)\n", "items"), {"[1, 1]"}, {"[1, 1]"}},
      // Where nobody can come between the look and the act, one comes too late. Otherwise both may act: 2, or
      // 1 where an update is lost, too.
      {"CheckThenAct",
       two_threads("done_once = False\ncount = 0\n",
                   "    global done_once, count\n    if not done_once:\n        done_once = True\n"
                   "        count += 1\n",
                   "count"),
       {"1"},
       {"1", "2"}},
      // Reads b, reads a, writes a, writes b. One after the other: as it was. Both read before either writes:
      // 2 1. One reads a after the other has written it, but b before: both are 2. If a ends as 1, its last
      // writer has read b = 1, which is the other's last step: they came one after the other, and b is 2.
      {"Swap",
       two_threads("a, b = 1, 2\n", "    global a, b\n    a, b = b, a\n", "a, b"),
       {"1 2"},
       {"1 2", "2 1", "2 2"}},
      // Also where nothing is written as a call CPython begins a function, which is where it may let go.
      {"Operator",
       two_threads("count = 0\nclass Box:\n    def __add__(self, other):\n        return self\nbox = Box()\n",
                   "    global count\n    mine = count\n    box + 1\n    count = mine + 1\n", "count"),
       {"1", "2"},
       {"1", "2"}},
      {"Property",
       two_threads("class Box:\n    size = property(lambda self: 1)\ncount, box = 0, Box()\n",
                   "    global count\n    mine = count\n    count = box.size + mine\n", "count"),
       {"1", "2"},
       {"1", "2"}},
      {"Keywords",
       two_threads("count = 0\n", "    global count\n    mine = count\n    count = dict(n=mine + 1)['n']\n",
                   "count"),
       {"1", "2"},
       {"1", "2"}},
      // CPython lets go of the GIL behind a built-in function, also behind those that are written in Python
      // here.
      {"BuiltInFunction",
       two_threads("count = 0\n",
                   "    global count\n    mine = count\n    sorted([2, 1], key=abs)\n    count = mine + 1\n",
                   "count"),
       {"1", "2"},
       {"1", "2"}},
      // The other's look comes before or behind the first one's push.
      {"LookThenPush",
       two_threads("import heapq\nitems = []\n", "    mine = len(items)\n    heapq.heappush(items, mine)\n",
                   "items"),
       {"[0, 0]", "[0, 1]"},
       {"[0, 0]", "[0, 1]"}},
      // One operation that Python's C code does at once.
      {"OperatorOfOurs",
       two_threads("count = 0\n",
                   "    global count\n    mine = count\n    '%s' % (mine,)\n    count = mine + 1\n", "count"),
       {"2"},
       {"1", "2"}},
      {"Own", two_threads("", "    own = [0]\n    own[0] += 1\n    total = own[0] + 1\n", "1"), {"1"}, {"1"}},
      // The lock's Requests are all that others can come between.
      {"Guarded",
       two_threads("count = 0\nlock = _thread.allocate_lock()\n",
                   "    global count\n    with lock:\n        count += 1\n", "count"),
       {"2"},
       {"2"}},
  };
}

std::set<std::string> ends_of(const std::set<std::string>& outputs) {
  std::set<std::string> ends;
  for (const std::string& output : outputs) ends.insert("ok main=0 \"" + output + "\n\"");
  return ends;
}

class BytecodeRaceTest : public SearchTest, public testing::WithParamInterface<Race> {};

TEST_P(BytecodeRaceTest, HasTheseEnds) {
  SearchOptions program = options(GetParam().text.c_str());
  EXPECT_EQ(names_of(counts_of(search(program))), ends_of(GetParam().at_calls_and_jumps));
  program.switch_at = SwitchAt::every_bytecode;
  EXPECT_EQ(names_of(counts_of(search(program))), ends_of(GetParam().at_bytecodes));
}

TEST_P(BytecodeRaceTest, HasNoOthersWhereThreadsStopBeforeEachBytecode) {
  const SearchOptions program = options(GetParam().text.c_str());
  EveryOrder all(arena_, EveryOrder::Places::all, SwitchAt::every_bytecode, EveryOrder::Equal::once);
  EXPECT_EQ(names_of(all.run(program.program)), ends_of(GetParam().at_bytecodes));
}

INSTANTIATE_TEST_SUITE_P(Races, BytecodeRaceTest, testing::ValuesIn(races()),
                         [](const auto& tested) { return std::string(tested.param.name); });

// The main thread's moves: reads count, writes it, reads it for print, writes, exits, which ends all. The
// other's: begins, reads, writes, ends.
constexpr const char* kNobodyWaits = R"(import _thread, os
count = 0
def other():
    global count
    count += 1
_thread.start_new_thread(other, ())
count += 1
print(count, flush=True)
os._exit(0)
)";

// k of the other's moves come among the main thread's four before its exit: C(4+0, 0) + ... + C(4+4, 4) = 126
// orders. 2 is printed if the other does its three first (its end then comes before one of five, or never: 6)
// or if both its read and its write come between the main thread's write and second read (it begins before
// one of two, or after them; its end comes before one of three, or never: 3 * 4). Without stops between
// bytecodes the main thread has two moves before its exit, and the other one, and its end: C(2+0, 0) + C(2+1,
// 1) + C(2+2, 2) = 10, and 2 is printed if the other is first: 4.
TEST_F(SearchTest, OrdersOfBytecodesAreCounted) {
  const std::string one = "ok main=0 \"1\n\"", two = "ok main=0 \"2\n\"";
  SearchOptions program = options(kNobodyWaits);
  program.every_request = true;
  EXPECT_EQ(counts_of(search(program)), (Counts{{one, 6}, {two, 4}}));
  program.switch_at = SwitchAt::every_bytecode;
  const Counts at_bytecodes{{one, 108}, {two, 18}};
  EXPECT_EQ(counts_of(search(program)), at_bytecodes);
  EveryOrder one_by_one(arena_, EveryOrder::Places::shared, SwitchAt::every_bytecode);
  EXPECT_EQ(one_by_one.run(program.program), at_bytecodes);
}

}  // namespace
}  // namespace forkscope::explore
