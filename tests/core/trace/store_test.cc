#include "core/trace/store.h"

#include <gtest/gtest.h>

#include <random>

#include "tests/core/trace/fold_fixture.h"
#include "tests/support/sample_trace.h"

namespace forkscope::test {
namespace {

using trace::Event;
using trace::EventKind;
using trace::Question;
using trace::Span;
using trace::SpanKind;
using trace::Store;
using trace::World;

World world_from_start(const std::vector<Event>& events, std::int64_t time_ns) {
  World world;
  for (const Event& event : events) {
    if (event.time_ns <= time_ns) trace::fold(world, event);
  }
  return world;
}

TEST(StoreTest, WorldAtAnyTimeIsTheFoldFromTheStart) {
  TraceScript script;
  crowd(script, CrowdShape{.producers = 3, .consumers = 3, .events = 30'000});
  Store store;
  script.fill(store);
  EXPECT_EQ(store.now(), fold_all(script.events()));
  std::mt19937_64 random(7);
  for (int i = 0; i < 40; ++i) {
    const auto time_ns =
        static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(store.end_ns() + 10));
    ASSERT_EQ(store.world_at(time_ns), world_from_start(script.events(), time_ns)) << "at " << time_ns;
  }
  for (std::int64_t time_ns = store.end_ns() - 30'000; time_ns <= store.end_ns(); time_ns += 5'000) {
    ASSERT_EQ(store.world_at(time_ns), world_from_start(script.events(), time_ns))
        << "forwards to " << time_ns;
  }
  EXPECT_EQ(store.world_at(-1), World{});
}

TEST(StoreTest, LostEventsShowFromTheMomentTheyWereMissed) {
  TraceScript script;
  script.process("MainProcess");
  Store store;
  script.fill(store);
  const std::int64_t before = store.end_ns();
  store.add_lost(5);
  Event later;
  later.time_ns = before + 10;
  later.kind = EventKind::paused;
  store.append(&later, 1);
  EXPECT_EQ(store.lost(), 5u);
  EXPECT_EQ(store.now().lost, 5u);
  EXPECT_EQ(store.world_at(before - 1).lost, 0u);
  EXPECT_EQ(store.world_at(before + 10).lost, 5u);
}

TEST(StoreTest, AStragglerIsMovedUp) {
  Store store;
  Event event;
  event.time_ns = 100;
  store.append(&event, 1);
  event.time_ns = 50;
  event.began_ns = 40;
  store.append(&event, 1);
  EXPECT_EQ(store.event(1).time_ns, 100);
  EXPECT_EQ(store.event(1).began_ns, 40);
  EXPECT_EQ(store.index_at(99), 0u);
  EXPECT_EQ(store.index_at(100), 2u);
}

void expect_spans_sorted(const std::vector<Span>& spans) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].end_ns < 0) {
      ASSERT_EQ(i, spans.size() - 1);
    } else {
      ASSERT_LE(spans[i].begin_ns, spans[i].end_ns);
    }
    if (i > 0) {
      ASSERT_LE(spans[i - 1].end_ns, spans[i].begin_ns);
    }
  }
}

TEST(StoreTest, SpansOfAThreadAreSortedAndApart) {
  TraceScript script;
  crowd(script, CrowdShape{.producers = 3, .consumers = 3, .events = 20'000});
  Store store;
  script.fill(store);
  EXPECT_EQ(store.threads().size(), 1u + 3 * 2 + 3);
  for (const trace::ThreadTrack& track : store.threads()) {
    expect_spans_sorted(track.calls);
    expect_spans_sorted(track.waits);
    expect_spans_sorted(track.gil);
    EXPECT_EQ(store.thread(track.thread), &track);
  }
}

TEST(StoreTest, LessonOneHasItsSpansDepthAnswersAndFlows) {
  TraceScript script;
  lying_queue(script);
  Store store;
  script.fill(store);
  ASSERT_EQ(store.threads().size(), 2u);
  const trace::ThreadTrack& main = store.threads()[0];
  std::vector<std::string> calls;
  for (const Span& span : main.calls) calls.push_back(store.string(span.label));
  EXPECT_EQ(calls, (std::vector<std::string>{"Queue()", "put('red')", "put('blue')", "empty()", "get()",
                                             "empty()"}));
  EXPECT_EQ(store.string(main.calls[3].outcome), "True");
  EXPECT_TRUE(std::any_of(main.waits.begin(), main.waits.end(),
                          [](const Span& span) { return span.request == EventKind::fd_read; }));
  ASSERT_EQ(store.queues().size(), 1u);
  const trace::QueueTrack& queue = store.queues()[0];
  ASSERT_EQ(queue.answers.size(), 2u);
  EXPECT_TRUE(queue.answers[0].wrong);
  EXPECT_EQ(queue.answers[0].queued, 2);
  EXPECT_GT(queue.answers[0].stayed_wrong_ns, 0);
  EXPECT_FALSE(queue.answers[1].wrong);
  ASSERT_EQ(queue.flows.size(), 1u);
  EXPECT_EQ(store.string(queue.flows[0].item.label), "'red'");
  EXPECT_EQ(queue.depth.back().slots, 1);
  EXPECT_EQ(queue.depth.back().pipe, 1);
}

TEST(StoreTest, TheDepthAgreesWithTheWorldEverywhere) {
  TraceScript script;
  crowd(script, CrowdShape{.events = 3'000});
  Store store;
  script.fill(store);
  const trace::QueueTrack& queue = store.queues()[0];
  for (std::size_t i = 0; i < queue.depth.size(); i += 7) {
    const trace::DepthPoint& point = queue.depth[i];
    const trace::QueueState& state = store.world_at(point.time_ns).queues.at(queue.queue);
    ASSERT_EQ(point.slots, state.slots_taken);
    ASSERT_EQ(point.pipe, static_cast<std::int32_t>(state.in_pipe.size()));
    ASSERT_EQ(point.buffer_and_hand + point.pipe, state.queued());
  }
}

TEST(StoreTest, WrongAnswersAreCountedAndSummedUp) {
  TraceScript script;
  const ScriptThread main = script.process("MainProcess");
  const ScriptQueue queue = script.queue(main, "q");
  const ScriptThread feeder = script.thread(main, "QueueFeederThread");
  std::vector<std::int64_t> waits;
  for (int number = 1; number <= 100; ++number) {
    script.buffer(main, queue, number, "x");
    script.ask_empty(main, queue, false);
    script.now += 1000 * number;
    script.take(feeder, queue, number);
    script.pickle(feeder, queue, number, 5);
    script.write(feeder, queue, number, 5);
    script.get(main, queue, 5);
    script.ask_empty(main, queue, false);
  }
  Store store;
  script.fill(store);
  const trace::WrongSummary all = store.wrong_summary(queue.queue, Question::empty, store.end_ns());
  EXPECT_EQ(all.asked, 200u);
  EXPECT_EQ(all.wrong, 100u);
  EXPECT_EQ(all.resolved, 100u);
  EXPECT_EQ(all.median_ns - all.min_ns, 49'000);
  EXPECT_EQ(all.p99_ns - all.min_ns, 98'000);
  const trace::Answer& tenth = store.queues()[0].answers[18];
  const trace::WrongSummary then = store.wrong_summary(queue.queue, Question::empty, tenth.time_ns);
  EXPECT_EQ(then.asked, 19u);
  EXPECT_EQ(then.wrong, 10u);
  EXPECT_EQ(then.resolved, 9u);
}

TEST(StoreTest, OldEventsAreLetGoButTheirWorldIsKept) {
  TraceScript script;
  crowd(script, CrowdShape{.events = 60'000});
  Store store;
  store.set_limit(20'000);
  for (std::size_t i = 0; i < script.events().size(); i += 1000) {
    store.append(&script.events()[i], std::min<std::size_t>(1000, script.events().size() - i));
  }
  EXPECT_GT(store.forgotten(), 30'000u);
  EXPECT_EQ(store.forgotten(), store.first_index());
  EXPECT_GE(store.size(), 20'000u);
  EXPECT_EQ(store.now(), fold_all(script.events()));
  const std::int64_t time_ns = store.begin_ns() + (store.end_ns() - store.begin_ns()) / 2;
  EXPECT_EQ(store.world_at(time_ns), world_from_start(script.events(), time_ns));
  for (const trace::ThreadTrack& track : store.threads()) expect_spans_sorted(track.calls);
}

TEST(StoreTest, TheExtentOfARunOfDepthIsThatOfItsPoints) {
  TraceScript script;
  crowd(script, CrowdShape{.events = 8'000});
  Store store;
  script.fill(store);
  const trace::QueueTrack& queue = store.queues()[0];
  std::mt19937_64 random(2);
  for (int i = 0; i < 200; ++i) {
    const std::size_t first = random() % (queue.depth.size() - 1);
    const std::size_t last = first + 1 + random() % (queue.depth.size() - first - 1);
    std::int32_t least = INT32_MAX, most = 0;
    for (std::size_t at = first; at < last; ++at) {
      least = std::min(least, queue.depth[at].pipe);
      most = std::max(most, queue.depth[at].slots);
    }
    ASSERT_EQ(queue.extent(first, last).low.pipe, least);
    ASSERT_EQ(queue.extent(first, last).high.slots, most);
  }
}

TEST(StoreTest, SpansKnowHowLongThoseBeforeThemLasted) {
  TraceScript script;
  crowd(script, CrowdShape{.events = 3'000});
  Store store;
  script.fill(store);
  for (const trace::ThreadTrack& track : store.threads()) {
    std::int64_t before = 0;
    for (const Span& span : track.gil) {
      ASSERT_EQ(span.before_ns, before);
      before += span.end_ns - span.begin_ns;
    }
  }
}

TEST(StoreTest, NumberLabelsNeedNoText) {
  const Store store;
  EXPECT_EQ(store.string(trace::number_label(-5)), "-5");
  EXPECT_EQ(store.string(12345), "");
}

}  // namespace
}  // namespace forkscope::test
