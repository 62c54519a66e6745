#include "core/explore/remains.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <random>

#include "core/explore/examples.h"
#include "core/library/library_images.h"
#include "core/vm/library_texts.h"
#include "tests/core/explore/small_programs.h"

namespace forkscope::explore {
namespace {

constexpr const char* kPrintsForEver = R"(import os
r, w = os.pipe()
if os.fork() == 0:
    os.write(w, b"a")
    os._exit(0)
print("begins", flush=True)
while True:
    print("x", flush=True)
)";

std::string text_of(const Remaining& remaining) {
  static constexpr const char* kEnds[] = {"ok", "error", "stuck", "endless"};
  std::string text;
  for (const Outcome& outcome : remaining.outcomes) {
    text += std::string(kEnds[static_cast<int>(outcome.end)]) + " \"" + outcome.output.bytes + "\"";
    for (const ExitCode& exit : outcome.exit_codes)
      text += " " + exit.process + "=" + std::to_string(exit.code);
    text += "; ";
  }
  return text + (remaining.complete ? "" : "and perhaps others");
}

std::string text_of(const Remains& remains) {
  std::string text = "now " + text_of(remains.now) + "\n";
  std::map<std::string, std::string> after;
  for (const Remains::After& each : remains.after) after[word_of_mover(each.mover)] = text_of(each.remaining);
  for (const auto& [word, remaining] : after) text += word + ": " + remaining + "\n";
  return text;
}

std::string program(const std::string& name) {
  std::ifstream file(std::string(FORKSCOPE_PROGRAMS) + "/" + name + ".py", std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

class RemainsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() { vm::use_library_images(library::images()); }

  RemainsTest() : arena_(std::move(trace::Arena::create()).value()) { arena_.header().tracing = 0; }

  SearchOptions options(const std::string& text) const {
    SearchOptions options;
    options.program.is_text = true;
    options.program.text = text;
    return options;
  }
  Remains find(RemainsFinder& finder, const std::vector<Mover>& steps) {
    auto remains = finder.find(steps);
    EXPECT_TRUE(remains.ok()) << remains.error().message;
    return remains.ok() ? std::move(remains.value()) : Remains{};
  }
  // Of every position on some ways through the program: what is found in the search that does some Requests
  // along with others is what is found where each is a state of its own.
  void compare_on_the_way(const std::string& text, int ways,
                          trace::SwitchAt switch_at = trace::SwitchAt::calls_and_jumps) {
    SearchOptions few = options(text);
    few.switch_at = switch_at;
    SearchOptions whole = few;
    whole.every_request = true;
    Search reduced(arena_, few), every(arena_, whole);
    ASSERT_TRUE(reduced.search().ok());
    ASSERT_TRUE(every.search().ok());
    ASSERT_TRUE(every.graph().complete);
    RemainsFinder finder(reduced, Search::Limit{}), reference(every);
    std::mt19937 random(7);
    for (int way = 0; way < ways; ++way) {
      std::vector<Mover> steps;
      for (;;) {
        const Remains remains = find(finder, steps);
        ASSERT_EQ(text_of(remains), text_of(find(reference, steps))) << steps.size() << " steps";
        ASSERT_TRUE(remains.now.complete);
        if (remains.after.empty() || steps.size() > 400) break;
        // Mostly the same goes on, so that others come at any place.
        const auto same = std::ranges::find_if(
            remains.after, [&](const auto& each) { return !steps.empty() && each.mover == steps.back(); });
        const bool stays = same != remains.after.end() && random() % 4 != 0;
        steps.push_back(stays ? same->mover : remains.after[random() % remains.after.size()].mover);
      }
    }
  }

  trace::Arena arena_;
};

TEST_F(RemainsTest, IsWhatTheUnreducedGraphSays) {
  for (const char* text : {kTwoWriters, kTwoLocks, kSleeper}) compare_on_the_way(text, 12);
}

TEST_F(RemainsTest, OfProgramsWithProcessesQueuesAndLocks) {
  for (const char* name : {"lost_update_once", "lock_order_opposite", "empty_after_one_put", "pipe_poll"}) {
    SCOPED_TRACE(name);
    compare_on_the_way(program(name), 3);
  }
}

TEST_F(RemainsTest, OfThreadsThatAreStoppedBetweenRequests) {
  for (const char* name : {"threads_check_then_append", "put_then_change"}) {
    SCOPED_TRACE(name);
    compare_on_the_way(program(name), 3);
  }
}

TEST_F(RemainsTest, OfThreadsThatAreStoppedBetweenBytecodes) {
  compare_on_the_way(program("threads_look_then_act"), 3, trace::SwitchAt::every_bytecode);
}

TEST_F(RemainsTest, ALockThatClosesTheCircleLeavesNothingElse) {
  Search search(arena_, options(kTwoLocks));
  ASSERT_TRUE(search.search().ok());
  RemainsFinder finder(search);
  std::vector<Mover> steps;
  const auto go_on = [&](const std::string& name) {
    steps.push_back({Mover::Kind::thread, name});
    return find(finder, steps);
  };
  // Until each has one lock; who takes the second one first makes that certain.
  Remains remains = find(finder, steps);
  EXPECT_EQ(remains.now.outcomes.size(), 2u);
  bool was_a_choice = false;
  for (int step = 0; step < 200 && remains.now.outcomes.size() == 2; ++step) {
    const Remains::After* stuck = nullptr;
    for (const Remains::After& each : remains.after) {
      const bool is_certain = each.remaining.outcomes.size() == 1;
      if (is_certain && each.remaining.outcomes.front().end == EndKind::stuck) stuck = &each;
    }
    was_a_choice = was_a_choice || stuck != nullptr;
    if (stuck != nullptr) {
      remains = go_on(stuck->mover.name);
      break;
    }
    // The one that leaves most.
    const auto most = std::ranges::max_element(
        remains.after, {}, [](const auto& each) { return each.remaining.outcomes.size(); });
    remains = go_on(most->mover.name);
  }
  EXPECT_TRUE(was_a_choice);
  ASSERT_EQ(remains.now.outcomes.size(), 1u);
  EXPECT_EQ(remains.now.outcomes.front().end, EndKind::stuck);
}

// Nothing is excluded where not everything has been seen; near the end it is.
TEST_F(RemainsTest, OfASearchThatWasStopped) {
  SearchOptions little = options(program("lost_update_once"));
  little.most_states = 5;
  Search stopped(arena_, little), whole(arena_, options(program("lost_update_once")));
  ASSERT_TRUE(stopped.search().ok());
  ASSERT_TRUE(whole.search().ok());
  ASSERT_FALSE(stopped.graph().complete);
  // As long as it takes, on a slow machine too.
  RemainsFinder without(stopped, Search::Limit{}), with(stopped, {1000, std::chrono::minutes(5)}),
      reference(whole);
  EXPECT_FALSE(find(without, {}).now.complete);
  EXPECT_EQ(text_of(find(with, {})), text_of(find(reference, {})));
  // What was looked at for one question is known for the next.
  EXPECT_TRUE(find(without, {}).now.complete);
}

TEST_F(RemainsTest, AfterAKillThatWasNotSearched) {
  Search search(arena_, options(program("lost_update_once")));
  ASSERT_TRUE(search.search().ok());
  RemainsFinder finder(search);
  std::vector<Mover> steps;
  const auto is_there = [](const Remains& remains, const std::string& name) {
    return std::ranges::any_of(remains.after, [&](const auto& each) { return each.mover.name == name; });
  };
  while (!is_there(find(finder, steps), "Process-1")) steps.push_back({Mover::Kind::thread, "main"});
  steps.push_back({Mover::Kind::kill, "Process-1"});
  const Remains remains = find(finder, steps);
  EXPECT_TRUE(remains.now.complete);
  EXPECT_EQ(text_of(remains.now), "error \"1\n\" Process-1=-9 Process-2=0 main=0; ");
}

TEST_F(RemainsTest, InALoopThatPrints) {
  Search search(arena_, options(kPrintsForEver));
  ASSERT_TRUE(search.search().ok());
  RemainsFinder finder(search);
  std::vector<Mover> steps(400, {Mover::Kind::thread, "main"});
  const Remains remains = find(finder, steps);
  ASSERT_FALSE(remains.now.outcomes.empty());
  EXPECT_EQ(remains.now.outcomes.front().end, EndKind::endless);
  EXPECT_TRUE(remains.now.outcomes.front().output.goes_on);
}

TEST_F(RemainsTest, WhatCannotBeFollowedIsSaid) {
  Search search(arena_, options(kTwoWriters));
  ASSERT_TRUE(search.search().ok());
  RemainsFinder finder(search);
  const auto wrong = finder.find({{Mover::Kind::thread, "main"}, {Mover::Kind::thread, "nobody"}});
  ASSERT_FALSE(wrong.ok());
  EXPECT_EQ(wrong.error().message, "Step 2, nobody, cannot be followed.");
  EXPECT_TRUE(finder.find({}).ok());
}

}  // namespace
}  // namespace forkscope::explore
