#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "app/lanes/depth_curves.h"
#include "app/lanes/lane.h"
#include "app/lanes/overlay.h"
#include "app/model/format.h"
#include "app/widgets/answer_text.h"
#include "tests/support/chart_scene.h"
#include "tests/support/sample_trace.h"

namespace forkscope::test {
namespace {

using app::TimeAxis;
using app::TimeWindow;
using ::testing::HasSubstr;
using trace::Span;

TEST(TimeAxisTest, PixelsAndTimesAreInverse) {
  const TimeAxis axis(TimeWindow{1'000'000'000, 1'000'500'000, false}, 200, 1200);
  EXPECT_FLOAT_EQ(axis.x_of(1'000'000'000), 200);
  EXPECT_FLOAT_EQ(axis.x_of(1'000'250'000), 700);
  EXPECT_EQ(axis.time_at(700), 1'000'250'000);
}

TEST(TimeAxisTest, TicksAreRoundAndFarEnoughApart) {
  std::mt19937_64 random(4);
  for (int i = 0; i < 300; ++i) {
    const auto begin = static_cast<std::int64_t>(random() % 10'000'000'000);
    const auto span = static_cast<std::int64_t>(1000 + random() % (std::uint64_t{1} << (10 + i % 30)));
    const TimeAxis axis(TimeWindow{begin, begin + span, false}, 0, 1000);
    const auto ticks = axis.ticks(100);
    ASSERT_GE(ticks.size(), 2u);
    ASSERT_LE(ticks.size(), 11u);
    std::int64_t step = ticks[1].time_ns - ticks[0].time_ns;
    for (const app::Tick& tick : ticks) ASSERT_EQ(tick.time_ns % step, 0);
    while (step % 10 == 0) step /= 10;
    ASSERT_TRUE(step == 1 || step == 2 || step == 5) << step;
  }
}

TEST(TimeAxisTest, TickLabelsTellNeighboursApart) {
  for (const std::int64_t begin : {std::int64_t{0}, std::int64_t{123'456'789'012}}) {
    for (std::int64_t span = 1000; span < 100'000'000'000; span *= 7) {
      const auto ticks = TimeAxis(TimeWindow{begin, begin + span, false}, 0, 1000).ticks(100);
      for (std::size_t i = 1; i < ticks.size(); ++i) ASSERT_NE(ticks[i].label, ticks[i - 1].label);
    }
  }
}

TEST(TimeAxisTest, ZoomingKeepsTheTimeUnderTheMouse) {
  TimeWindow window{0, 1'000'000, true};
  for (int i = 0; i < 20; ++i) window = app::zoomed(window, 0.8, 300'000);
  EXPECT_FALSE(window.follow);
  EXPECT_NEAR(
      static_cast<double>(300'000 - window.begin_ns) / static_cast<double>(window.end_ns - window.begin_ns),
      0.3, 0.01);
  for (int i = 0; i < 200; ++i) window = app::zoomed(window, 0.5, 300'000);
  EXPECT_GE(window.end_ns - window.begin_ns, 100);
}

TEST(FormatTest, CountsOfAnyLengthHaveGroups) {
  EXPECT_EQ(app::count_text(7), "7");
  EXPECT_EQ(app::count_text(12'034), "12,034");
  EXPECT_EQ(app::count_text("123456789012345678901234"), "123,456,789,012,345,678,901,234");
}

TEST(FormatTest, MomentsAreAsExactAsAPixel) {
  EXPECT_EQ(app::moment_text(12'345'678'901, 1'000), "12.345679 s");
  EXPECT_EQ(app::moment_text(110'000, 1'000), "110 µs");
  EXPECT_EQ(app::moment_text(110'250, 10), "110.25 µs");
  EXPECT_EQ(app::moment_text(950, 1), "950 ns");
  EXPECT_EQ(app::tick_text(0, 50'000, 300'000), "0 µs");
  EXPECT_EQ(app::tick_text(500'000, 500'000, 3'000'000), "0.5 ms");
}

std::vector<Span> random_spans(unsigned seed) {
  std::mt19937_64 random(seed);
  std::vector<Span> spans;
  std::int64_t at = 0, before = 0;
  for (int i = 0; i < 500; ++i) {
    Span span;
    span.begin_ns = at + static_cast<std::int64_t>(random() % 300);
    span.end_ns = span.begin_ns + static_cast<std::int64_t>(random() % (i % 50 == 0 ? 20'000 : 200));
    span.before_ns = before;
    before += span.end_ns - span.begin_ns;
    at = span.end_ns;
    spans.push_back(span);
  }
  spans.back().end_ns = -1;
  return spans;
}

TEST(SpansTest, SharesAreWhatTheSpansFill) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    const std::vector<Span> spans = random_spans(seed);
    const std::int64_t open_end = spans.back().begin_ns + 5'000;
    const TimeAxis axis(TimeWindow{-1'000 + static_cast<std::int64_t>(seed) * 3'000, open_end + 2'000, false},
                        0, 160);
    std::vector<float> shares;
    app::fill_shares(spans, axis, open_end, shares);
    ASSERT_EQ(shares.size(), 160u);
    for (std::size_t column = 0; column < shares.size(); ++column) {
      const std::int64_t begin = axis.time_at(static_cast<float>(column)),
                         end = axis.time_at(static_cast<float>(column + 1));
      std::int64_t filled = 0;
      for (const Span& span : spans) {
        const std::int64_t span_end = span.end_ns < 0 ? open_end : span.end_ns;
        filled += std::max<std::int64_t>(0, std::min(end, span_end) - std::max(begin, span.begin_ns));
      }
      ASSERT_NEAR(shares[column], static_cast<double>(filled) / static_cast<double>(end - begin), 0.02)
          << seed << ' ' << column;
    }
  }
}

TEST(SpansTest, ASpanIsFoundUnderAndNearATime) {
  std::vector<Span> spans(2);
  spans[0].begin_ns = 100;
  spans[0].end_ns = 200;
  spans[1].begin_ns = 300;
  EXPECT_EQ(app::span_at(spans, 150), &spans[0]);
  EXPECT_EQ(app::span_at(spans, 250), nullptr);
  EXPECT_EQ(app::span_at(spans, 5'000), &spans[1]);
  EXPECT_EQ(app::span_near(spans, 290, 20), &spans[1]);
  EXPECT_EQ(app::span_near(spans, 215, 20), &spans[0]);
  EXPECT_EQ(app::span_near(spans, 250, 20), nullptr);
}

trace::QueueTrack spiky_track(trace::Store& store) {
  TraceScript script;
  script.step = 10;
  const ScriptThread main = script.process("MainProcess");
  const ScriptQueue queue = script.queue(main, "q");
  for (int i = 0; i < 3000; ++i) {
    const int height = i == 1500 ? 40 : 1;
    for (int put = 0; put < height; ++put) script.acquire(main, queue.slots);
    for (int put = 0; put < height; ++put) script.release(main, queue.slots);
  }
  script.fill(store);
  return store.queues()[0];
}

TEST(DepthCurvesTest, ASpikeNarrowerThanAPixelIsKept) {
  trace::Store store;
  const trace::QueueTrack track = spiky_track(store);
  const TimeAxis axis(TimeWindow{0, store.end_ns(), false}, 0, 100);
  const auto columns = app::depth_columns(track, axis);
  EXPECT_LE(columns.size(), 101u);
  int highest = 0;
  for (const app::DepthColumn& column : columns) highest = std::max(highest, column.extent.high.slots);
  EXPECT_EQ(highest, 40);
  EXPECT_EQ(app::highest_depth(track, axis), 40);
}

TEST(DepthCurvesTest, TheDepthBeforeTheViewIsKnownAtItsBeginning) {
  TraceScript script;
  const ScriptThread main = script.process("MainProcess");
  const ScriptQueue queue = script.queue(main, "q");
  script.buffer(main, queue, 1, "1");
  trace::Store store;
  script.fill(store);
  const TimeAxis axis(TimeWindow{store.end_ns() + 1'000, store.end_ns() + 2'000, false}, 50, 150);
  const auto columns = app::depth_columns(store.queues()[0], axis);
  ASSERT_EQ(columns.size(), 1u);
  EXPECT_EQ(columns[0].x, 50);
  EXPECT_EQ(columns[0].last.slots, 1);
}

TEST(AnswersInViewTest, OneWrongAnswerAmongManyRightOnesIsFound) {
  TraceScript script;
  const ScriptThread main = script.process("MainProcess");
  const ScriptQueue queue = script.queue(main, "q");
  for (int i = 0; i < 20'000; ++i) {
    if (i == 13'000) script.buffer(main, queue, 1, "1");
    script.ask_empty(main, queue, false);
    if (i == 13'000) script.process_ended(99, 0);
    if (i == 13'000) script.note(main, trace::EventKind::item_taken, queue.queue, 1);
    if (i == 13'000) script.fail(main, queue, 1);
  }
  trace::Store store;
  script.fill(store);
  const TimeAxis axis(TimeWindow{0, store.end_ns(), false}, 0, 1000);
  const auto chosen = app::visible_answers(store.queues()[0], axis, 5);
  ASSERT_EQ(chosen.size(), 1u);
  EXPECT_TRUE(chosen[0]->wrong);
}

TEST(AnswersInViewTest, MarksAreApartHoweverManyAnswersAreWrong) {
  TraceScript script;
  const ScriptThread main = script.process("MainProcess");
  const ScriptQueue queue = script.queue(main, "q");
  script.buffer(main, queue, 1, "1");
  for (int i = 0; i < 20'000; ++i) script.ask_empty(main, queue, false);
  trace::Store store;
  script.fill(store);
  const TimeAxis axis(TimeWindow{0, store.end_ns(), false}, 0, 1000);
  const auto chosen = app::visible_answers(store.queues()[0], axis, 5);
  EXPECT_GT(chosen.size(), 150u);
  EXPECT_LE(chosen.size(), 201u);
}

TEST(AnswerTextTest, AWrongAnswerIsOnePlainSentence) {
  TraceScript script;
  lying_queue(script);
  trace::Store store;
  script.fill(store);
  const app::AnswerText text = app::answer_text(store, store.queues()[0].wrong.at(0));
  EXPECT_EQ(text.title, "empty() said True. 2 items are in the queue.");
  EXPECT_THAT(text.sentence, HasSubstr("1 in the buffer, 1 in the feeder's hand, 0 in the pipe"));
  EXPECT_EQ(text.brief, "True, with 2 queued");
}

TEST(AnswerTextTest, WhoHeldTheReaderLockIsNamed) {
  TraceScript script;
  const ScriptThread main = script.process("MainProcess");
  const ScriptQueue queue = script.queue(main, "q");
  const ScriptThread worker = script.process("Process-1", 0, main);
  script.buffer(main, queue, 1, "1");
  script.acquire(worker, queue.reader_lock);
  script.get_refused_by_lock(main, queue);
  trace::Store store;
  script.fill(store);
  const app::AnswerText text = app::answer_text(store, store.queues()[0].wrong.at(0));
  EXPECT_THAT(text.sentence, HasSubstr("Process-1 held the reader lock"));
}

TEST(LaneHintTest, ACallAndAWaitAreToldWithTheirTimes) {
  ChartScene scene;
  TraceScript script;
  lying_queue(script);
  scene.show(script);
  const app::Frame frame = scene.frame();
  const trace::ThreadTrack& main = scene.store.threads()[0];
  const Span& put = main.calls[1];
  const auto call_hint = app::thread_lane_hint(frame, main, put.begin_ns + 1, 0);
  ASSERT_TRUE(call_hint.has_value());
  EXPECT_EQ(call_hint->title, "MainThread");
  EXPECT_EQ(call_hint->lines.at(0), "put('red') → None");
  EXPECT_THAT(call_hint->lines.at(1), HasSubstr(app::duration_text(put.end_ns - put.begin_ns)));
  const auto wait = std::find_if(main.waits.begin(), main.waits.end(),
                                 [](const Span& span) { return span.request == trace::EventKind::fd_read; });
  const auto wait_hint = app::thread_lane_hint(frame, main, wait->begin_ns + 1, 0);
  EXPECT_THAT(wait_hint->lines.back(), HasSubstr("waits: read bytes: the pipe of q"));
}

}  // namespace
}  // namespace forkscope::test
