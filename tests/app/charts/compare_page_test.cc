#include "app/pages/compare_page.h"

#include <gtest/gtest.h>

#include "app/widgets/hit_map.h"
#include "tests/support/chart_scene.h"
#include "tests/support/headless_gui.h"
#include "tests/support/sample_compare.h"

namespace forkscope::test {
namespace {

using namespace app;

class ComparePageTest : public ::testing::Test {
 protected:
  static constexpr float kWidth = 1600, kHeight = 860;

  ComparePageTest() {
    scene_.settings.mode = Mode::compare;
    scene_.compare.order.workers = {1, 2, 4};
  }
  void measure() {
    scene_.compare.known = sample_compare(scene_.compare.order);
    scene_.compare.timelines = sample_timelines();
  }
  void draw(float width = kWidth, float height = kHeight) {
    gui_.frame([&] {
      clear_hits();
      ImGui::SetNextWindowPos(ImVec2(0, 0));
      ImGui::SetNextWindowSize(ImVec2(width, height));
      ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
      draw_compare_page(scene_.frame(), {{0, 0}, {width, height}}, tab_, scene_.commands);
      ImGui::End();
    });
  }
  void draw_settled() {
    draw();
    draw();
    scene_.commands.take();
  }
  void click(const std::string& name) {
    ASSERT_TRUE(hits().count(name) > 0) << name;
    const HitRectangle hit = hits().at(name);
    gui_.move((hit.min.x + hit.max.x) / 2, (hit.min.y + hit.max.y) / 2);
    draw();
    gui_.button(true);
    gui_.button(false);
    draw();
  }
  template <typename T>
  std::optional<T> last_command() {
    std::optional<T> found;
    for (const Command& command : scene_.commands.take())
      if (const T* wanted = std::get_if<T>(&command)) found = *wanted;
    return found;
  }

  HeadlessGui gui_{kWidth, kHeight};
  ChartScene scene_;
  int tab_ = 0;
};

TEST_F(ComparePageTest, WithoutAMeasurementItSaysWhatToDo) {
  draw_settled();
  EXPECT_GT(gui_.vertices(), 100);
  EXPECT_EQ(hits().count("chart"), 0u);
}

TEST_F(ComparePageTest, AClickOnAPointChoosesItsRun) {
  measure();
  draw_settled();
  click("chart.spawn.4");
  const auto shown = last_command<ShowCompareRun>();
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->run, (CompareRun{"spawn", 4}));
}

TEST_F(ComparePageTest, AClickOnABarChoosesItsRun) {
  measure();
  draw_settled();
  click("bar.threads + GIL");
  const auto shown = last_command<ShowCompareRun>();
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->run, (CompareRun{"threads", 2}));
}

TEST_F(ComparePageTest, WaysWorkAndNumbersAreOrdered) {
  draw_settled();
  click("way.forkserver");
  const auto ways = last_command<SetCompareOrder>();
  ASSERT_TRUE(ways);
  EXPECT_TRUE(has_way(ways->order, "forkserver"));
  click("work.1");
  const auto work = last_command<SetCompareOrder>();
  ASSERT_TRUE(work);
  EXPECT_EQ(work->order.work, "io");
  click("compare.tasks.less");
  const auto tasks = last_command<SetCompareOrder>();
  ASSERT_TRUE(tasks);
  EXPECT_EQ(tasks->order.tasks, 100);
}

TEST_F(ComparePageTest, OneAfterAnotherCannotBeLeftOut) {
  draw_settled();
  click("way.serial");
  EXPECT_FALSE(last_command<SetCompareOrder>());
}

TEST_F(ComparePageTest, TheOppositeIsOneClickAway) {
  measure();
  draw_settled();
  click("other.threads_did_not_help");
  bool measures = false;
  std::string work;
  for (const Command& command : scene_.commands.take()) {
    if (const auto* order = std::get_if<SetCompareOrder>(&command)) work = order->order.work;
    measures = measures || std::holds_alternative<MeasureCompare>(command);
  }
  EXPECT_TRUE(measures);
  EXPECT_EQ(work, "io");
}

TEST_F(ComparePageTest, ManyWorkersAndBlocksStayDrawable) {
  scene_.compare.order.workers = {1, 2, 4, 8, 16, 32, 64};
  measure();
  lab::CompareTimeline& timeline = scene_.compare.timelines.front();
  const lab::CompareWorker worker = timeline.rows.back();
  for (int row = 0; row < 64; ++row) timeline.rows.push_back(worker);
  draw_settled();
  EXPECT_LT(gui_.vertices(), 65'000);
}

TEST_F(ComparePageTest, ANarrowWindowShowsOneCardAtATime) {
  measure();
  for (tab_ = 0; tab_ < 5; ++tab_) {
    draw(800, 420);
    draw(800, 420);
    EXPECT_EQ(hits().count("chart"), tab_ == 0 ? 1u : 0u) << tab_;
    EXPECT_EQ(hits().count("way.fork"), tab_ == 1 ? 1u : 0u) << tab_;
  }
}

TEST_F(ComparePageTest, ThePoolLabSaysThatNothingHasBegun) {
  scene_.compare.tab = CompareTab::pool;
  draw_settled();
  EXPECT_GT(gui_.vertices(), 100);
}

}  // namespace
}  // namespace forkscope::test
