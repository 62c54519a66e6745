#include "app/platform/input.h"

#include <gtest/gtest.h>

#include "imgui.h"

namespace forkscope::app {
namespace {

class InputTest : public testing::Test {
 protected:
  void SetUp() override { context_ = ImGui::CreateContext(); }
  void TearDown() override { ImGui::DestroyContext(context_); }

  static InputEvent key(Key which, int code, bool down) {
    InputEvent event;
    event.kind = InputEvent::Kind::key;
    event.key = which;
    event.code = code;
    event.down = down;
    return event;
  }
  static InputEvent move(float x, float y) {
    InputEvent event;
    event.x = x;
    event.y = y;
    return event;
  }
  static InputEvent button(bool down) {
    InputEvent event;
    event.kind = InputEvent::Kind::button;
    event.down = down;
    return event;
  }
  int frames_until_empty() {
    int frames = 0;
    for (; !queue_.empty(); ++frames) queue_.apply();
    return frames;
  }

  ImGuiContext* context_ = nullptr;
  InputQueue queue_;
};

TEST_F(InputTest, NoPressIsLostWhenFramesAreSlow) {
  for (int i = 0; i < 50; ++i) {
    queue_.push(key(Key::space, 32, true));
    queue_.push(key(Key::space, 32, false));
  }
  std::size_t presses = 0;
  while (!queue_.empty()) {
    const std::size_t in_frame = queue_.apply().size();
    EXPECT_LE(in_frame, 1u);
    presses += in_frame;
  }
  EXPECT_EQ(presses, 50u);
}

TEST_F(InputTest, DifferentKeysShareAFrame) {
  queue_.push(key(letter('A'), 65, true));
  queue_.push(key(letter('B'), 66, true));
  EXPECT_EQ(queue_.apply().size(), 2u);
}

TEST_F(InputTest, AClickIsSeenInTwoFrames) {
  queue_.push(move(10, 20));
  queue_.push(button(true));
  queue_.push(button(false));
  EXPECT_EQ(frames_until_empty(), 2);
}

TEST_F(InputTest, TheEndOfAQuickDragIsSeenBeforeTheButtonGoesUp) {
  queue_.push(move(10, 20));
  queue_.push(button(true));
  queue_.push(move(90, 20));
  queue_.push(button(false));
  queue_.apply();
  queue_.apply();
  EXPECT_FALSE(queue_.empty()) << "the button is still down at the end of the way";
  EXPECT_EQ(frames_until_empty(), 1);
}

TEST_F(InputTest, MovesInARowAreOne) {
  for (int i = 0; i < 100; ++i) queue_.push(move(static_cast<float>(i), 0));
  EXPECT_EQ(frames_until_empty(), 1);
}

}  // namespace
}  // namespace forkscope::app
