// What the tests of the search have in common: a search of a text, and its graph as EveryOrder says it.
#pragma once

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/explore/outcomes.h"
#include "core/explore/schedules.h"
#include "core/explore/search.h"
#include "core/library/library_images.h"
#include "core/vm/library_texts.h"
#include "tests/core/explore/every_order.h"

namespace forkscope::explore {

using Counts = EveryOrder::Counts;

// Two threads of one process, with what they do to `shared`; `after` says what main prints at the end.
inline std::string two_threads(const std::string& shared, const std::string& act, const std::string& after) {
  return "import _thread, os\n"
         "done = _thread.allocate_lock()\ndone.acquire()\n"
         "def one_more(number):\n    return number + 1\n" +
         shared + "def act():\n" + act +
         "def other():\n    act()\n    done.release()\n"
         "_thread.start_new_thread(other, ())\n"
         "act()\ndone.acquire()\nprint(" +
         after + ", flush=True)\nos._exit(0)\n";
}

class SearchTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { vm::use_library_images(library::images()); }

  SearchTest() : arena_(std::move(trace::Arena::create()).value()) { arena_.header().tracing = 0; }

  SearchOptions options(const char* text) const {
    SearchOptions options;
    options.program.is_text = true;
    options.program.text = text;
    return options;
  }
  Graph search(const SearchOptions& options) {
    auto graph = Search(arena_, options).run();
    EXPECT_TRUE(graph.ok()) << graph.error().message;
    return std::move(graph).value();
  }
  // As EveryOrder says it.
  static Counts counts_of(const Graph& graph) {
    EXPECT_EQ(fault_of(graph), "");
    const Unfolding unfolding = unfold(graph);
    const Outcomes outcomes = outcomes_of(graph, unfolding);
    const ScheduleCounts schedules = count_schedules(unfolding, outcomes);
    Counts counts;
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      const Outcome& each = outcomes.list[i];
      const End end{.state = 0, .kind = each.end, .exit_codes = each.exit_codes, .waits = {}};
      EXPECT_FALSE(schedules.per_outcome[i].unbounded);
      counts[text_of_end(end, each.output.bytes)] += schedules.per_outcome[i].number;
    }
    return counts;
  }
  static std::set<std::string> names_of(const Counts& counts) {
    std::set<std::string> names;
    for (const auto& [name, count] : counts) names.insert(name);
    return names;
  }

  trace::Arena arena_;
};

}  // namespace forkscope::explore
