#include <gtest/gtest.h>

#include <set>

#include "app/theme/theme.h"
#include "app/widgets/strip.h"
#include "app/widgets/time_axis.h"
#include "tests/support/chart_scene.h"
#include "tests/support/headless_gui.h"
#include "tests/support/sample_trace.h"

namespace forkscope::test {
namespace {

using app::Command;
using app::MoveCursor;
using app::SetWindow;

class CountedStrips : public app::StripTextures {
 public:
  CountedStrips() { app::set_strip_textures(this); }
  ~CountedStrips() override { app::set_strip_textures(nullptr); }
  ImTextureID upload(std::uint64_t key, const std::vector<ImU32>& colours) override {
    keys.insert(key);
    width = colours.size();
    return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(key + 2));
  }
  std::set<std::uint64_t> keys;
  std::size_t width = 0;
};

class ChartsTest : public ::testing::Test {
 protected:
  static constexpr float kWidth = 1600, kHeight = 900;

  void draw() {
    gui_.frame([this] { scene_.draw(kWidth, kHeight); });
  }
  void draw_settled() {
    draw();
    draw();
    scene_.commands.take();
  }
  void show_lesson() {
    TraceScript script;
    lying_queue(script);
    scene_.show(script);
  }
  template <typename T>
  std::vector<T> commands() {
    std::vector<T> found;
    for (const Command& command : scene_.commands.take())
      if (const T* wanted = std::get_if<T>(&command)) found.push_back(*wanted);
    return found;
  }
  // The charts' axis, as the panels lay it out on this page.
  app::TimeAxis axis() const {
    const app::Metrics& metrics = app::theme().metrics;
    const float inset = metrics.gap + metrics.padding;
    return app::chart_axis(const_cast<ChartScene&>(scene_).frame(), inset, kWidth - 2 * inset);
  }

  HeadlessGui gui_{kWidth, kHeight};
  ChartScene scene_;
};

TEST_F(ChartsTest, NothingToShowIsSaidAndDrawn) {
  draw_settled();
  EXPECT_GT(gui_.vertices(), 100);
}

TEST_F(ChartsTest, VerticesStayBoundedHoweverManyEventsThereAre) {
  const CountedStrips strips;
  TraceScript script;
  crowd(script, CrowdShape{.producers = 6, .consumers = 6, .events = 300'000});
  scene_.show(script);
  const std::int64_t end = scene_.store.end_ns();
  for (const std::int64_t part : {1, 3, 10, 30, 100, 300, 1000, 10'000}) {
    scene_.window = {end / 2, end / 2 + end / part, false};
    draw_settled();
    EXPECT_LT(gui_.vertices(), 60'000) << "one part in " << part;
  }
}

TEST_F(ChartsTest, ADenseLaneIsOneStripAsWideAsTheAxis) {
  const CountedStrips strips;
  TraceScript script;
  crowd(script, CrowdShape{.producers = 2, .consumers = 2, .events = 200'000});
  scene_.show(script);
  draw_settled();
  EXPECT_GE(strips.keys.size(), 6u);
  EXPECT_LE(strips.keys.size(), 2 * scene_.store.threads().size());
  EXPECT_EQ(strips.width, static_cast<std::size_t>(axis().right() - axis().left()));
}

TEST_F(ChartsTest, AClickMovesTheCursor) {
  show_lesson();
  draw_settled();
  const float x = 700;
  gui_.move(x, 200);
  draw();
  gui_.button(true);
  gui_.button(false);
  draw();
  const auto moves = commands<MoveCursor>();
  ASSERT_EQ(moves.size(), 1u);
  EXPECT_NEAR(static_cast<double>(moves[0].time_ns), static_cast<double>(axis().time_at(x)),
              axis().ns_per_pixel());
}

TEST_F(ChartsTest, TheCursorCanBeDraggedOnBothCharts) {
  show_lesson();
  for (const float y : {200.0f, 800.0f}) {
    draw_settled();
    const float from = axis().x_of(scene_.cursor_ns), to = from - 300;
    gui_.move(from, y);
    draw();
    gui_.button(true);
    draw();
    gui_.move(to, y);
    draw();
    const auto moves = commands<MoveCursor>();
    ASSERT_FALSE(moves.empty()) << "at height " << y;
    EXPECT_NEAR(static_cast<double>(moves.back().time_ns), static_cast<double>(axis().time_at(to)),
                axis().ns_per_pixel());
    EXPECT_TRUE(commands<SetWindow>().empty());
    gui_.button(false);
    draw();
  }
}

TEST_F(ChartsTest, DraggingElsewherePansAndDoesNotMoveTheCursor) {
  show_lesson();
  draw_settled();
  gui_.move(900, 300);
  draw();
  gui_.button(true);
  draw();
  gui_.move(850, 300);
  draw();
  const std::int64_t before = scene_.window.begin_ns;
  std::int64_t begin = before;
  bool moved = false;
  for (const Command& command : scene_.commands.take()) {
    if (const auto* window = std::get_if<SetWindow>(&command)) begin = window->window.begin_ns;
    moved = moved || std::holds_alternative<MoveCursor>(command);
  }
  gui_.button(false);
  draw();
  EXPECT_GT(begin, before);
  EXPECT_FALSE(moved);
  EXPECT_TRUE(commands<MoveCursor>().empty());
}

TEST_F(ChartsTest, TheWheelZoomsAroundTheMouse) {
  show_lesson();
  draw_settled();
  const float x = 640;
  const std::int64_t under_mouse = axis().time_at(x);
  gui_.move(x, 300);
  draw();
  gui_.wheel(2);
  draw();
  const auto windows = commands<SetWindow>();
  ASSERT_EQ(windows.size(), 1u);
  const double span_before = static_cast<double>(scene_.window.end_ns - scene_.window.begin_ns);
  scene_.window = windows[0].window;
  EXPECT_LT(static_cast<double>(scene_.window.end_ns - scene_.window.begin_ns), 0.7 * span_before);
  EXPECT_NEAR(axis().x_of(under_mouse), x, 1.0);
}

TEST_F(ChartsTest, ShiftAndWheelPan) {
  show_lesson();
  draw_settled();
  gui_.move(640, 300);
  draw();
  gui_.wheel(-1, true);
  draw();
  const auto windows = commands<SetWindow>();
  ASSERT_FALSE(windows.empty());
  const app::TimeWindow& window = windows.back().window;
  EXPECT_EQ(window.end_ns - window.begin_ns, scene_.window.end_ns - scene_.window.begin_ns);
  EXPECT_GT(window.begin_ns, scene_.window.begin_ns);
}

TEST_F(ChartsTest, ADoubleClickShowsEverything) {
  show_lesson();
  scene_.window = {40'000, 50'000, false};
  draw_settled();
  gui_.move(900, 300);
  draw();
  for (const bool down : {true, false, true, false}) {
    gui_.button(down);
    draw();
  }
  const auto windows = commands<SetWindow>();
  ASSERT_FALSE(windows.empty());
  EXPECT_LE(windows.back().window.begin_ns, scene_.store.begin_ns());
  EXPECT_GE(windows.back().window.end_ns, scene_.store.end_ns());
}

TEST_F(ChartsTest, AWrongAnswerCanBeSelected) {
  show_lesson();
  draw_settled();
  const trace::Answer& wrong = scene_.store.queues()[0].wrong.at(0);
  gui_.move(axis().x_of(wrong.time_ns), 46);
  for (float y = 40; y < 120; y += 4) {
    gui_.move(axis().x_of(wrong.time_ns), y);
    draw();
    gui_.button(true);
    gui_.button(false);
    draw();
  }
  const auto selected = commands<app::Select>();
  ASSERT_FALSE(selected.empty());
  EXPECT_EQ(selected.back().selection.answer_ns, wrong.time_ns);
}

TEST_F(ChartsTest, HoveringALaneShowsAHint) {
  show_lesson();
  draw_settled();
  gui_.move(5, 5);
  draw();
  draw();
  const int without = gui_.vertices();
  int most = 0;
  for (float y = 40; y < 90; y += 5) {
    gui_.move(axis().x_of(40'000), y);
    for (int frame = 0; frame < 3; ++frame) draw();
    most = std::max(most, gui_.vertices());
  }
  EXPECT_GT(most, without + 100);
}

TEST_F(ChartsTest, AnySizeScaleAndMomentCanBeDrawn) {
  TraceScript script;
  crowd(script, CrowdShape{.producers = 10, .consumers = 20, .events = 4'000});
  scene_.show(script);
  scene_.live = false;
  for (const float scale : {1.0f, 1.7f, 3.0f}) {
    for (const float size : {120.0f, 500.0f, 1600.0f}) {
      for (const std::int64_t moment : {std::int64_t{0}, scene_.store.end_ns() / 2, scene_.store.end_ns()}) {
        HeadlessGui gui(size, size * 0.6f, scale);
        scene_.cursor_ns = moment;
        gui.frame([&] { scene_.draw(size, size * 0.6f); });
        gui.frame([&] { scene_.draw(size, size * 0.6f); });
        EXPECT_GT(gui.vertices(), 0);
      }
    }
  }
}

}  // namespace
}  // namespace forkscope::test
