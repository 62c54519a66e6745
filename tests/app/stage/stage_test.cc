#include <gtest/gtest.h>

#include "app/stage/motion.h"
#include "tests/support/headless_gui.h"
#include "tests/support/stage_scene.h"

namespace forkscope::test {
namespace {

using app::ItemKey;
using app::StageMotion;
using app::StageRect;

constexpr ItemKey kItem{1, 1, 1};
constexpr StageRect kHere{0, 0, 50, 30}, kThere{100, 40, 50, 30};

TEST(StageMotion, AnItemGoesToItsNewPlaceInATime) {
  StageMotion motion;
  motion.begin(1, 700, true);
  EXPECT_EQ(motion.place(kItem, kHere).x, 0);
  EXPECT_FALSE(motion.end());
  motion.begin(2, 700, true);
  EXPECT_EQ(motion.place(kItem, kThere).x, 0);
  EXPECT_TRUE(motion.end());
  motion.begin(2 + app::kMotionSeconds / 2, 700, true);
  const float between = motion.place(kItem, kThere).x;
  EXPECT_GT(between, 0);
  EXPECT_LT(between, kThere.x);
  EXPECT_TRUE(motion.end());
  motion.begin(2.01 + app::kMotionSeconds, 700, true);
  EXPECT_EQ(motion.place(kItem, kThere).x, kThere.x);
  EXPECT_FALSE(motion.end());
}

TEST(StageMotion, ANewItemComesFromWhereItWasMade) {
  StageMotion motion;
  motion.begin(1, 700, true);
  EXPECT_EQ(motion.place({1, 1, 2}, kThere, &kHere).x, kThere.x) << "the first frame shows what is there";
  motion.end();
  motion.begin(2, 700, true);
  EXPECT_EQ(motion.place(kItem, kThere, &kHere).x, 0);
  EXPECT_TRUE(motion.end());
}

TEST(StageMotion, NothingMovesWhenItIsOffOrTheStageChangesItsWidth) {
  StageMotion motion;
  motion.begin(1, 700, true);
  motion.place(kItem, kHere);
  motion.end();
  motion.begin(2, 700, false);
  EXPECT_EQ(motion.place(kItem, kThere).x, kThere.x);
  EXPECT_FALSE(motion.end());
  motion.begin(3, 700, true);
  motion.place(kItem, kHere);
  motion.end();
  motion.begin(4, 900, true);
  EXPECT_EQ(motion.place(kItem, kThere).x, kThere.x);
  EXPECT_FALSE(motion.end());
}

// ImGui's asserts are live: a wrong call ends the test.
TEST(Stage, EveryMomentIsDrawnAtEverySize) {
  for (const char* name : {"begin", "lie", "crowd", "killed", "pool", "values", "stuck"}) {
    StageScene scene(name);
    for (const float scale : {1.0f, 2.0f})
      for (const float width : {500.0f, 1100.0f, 1900.0f}) {
        HeadlessGui gui(width, 500, scale);
        gui.frame([&] { scene.draw(width, 500); });
        EXPECT_GT(gui.vertices(), 100) << name;
      }
  }
}

TEST(Stage, AClickOnAThreadChoosesIt) {
  StageScene scene("lie");
  HeadlessGui gui(1100, 420);
  const auto draw = [&] { scene.draw(1100, 420); };
  gui.frame(draw);
  gui.move(60, 100);
  gui.frame(draw);
  gui.button(true);
  gui.frame(draw);
  const auto commands = scene.commands().take();
  ASSERT_EQ(commands.size(), 1u);
  EXPECT_EQ(std::get<app::Select>(commands[0]).selection.thread, 1u);
}

TEST(Stage, TheWindowGoesOnDrawingOnlyWhileSomethingMoves) {
  StageScene scene("crowd");
  HeadlessGui gui(1100, 420);
  for (const double seconds : {1.0, 1.02, 1.04}) gui.frame([&] { scene.draw(1100, 420, seconds); });
  EXPECT_TRUE(scene.commands().take().empty());
}

}  // namespace
}  // namespace forkscope::test
