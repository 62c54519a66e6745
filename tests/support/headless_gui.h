// HeadlessGui: a Dear ImGui context without window or GPU, with the theme set and our input queue in front, so that tests can
// draw frames, move the mouse and press keys. One at a time.
#pragma once

#include <functional>

#include "app/platform/input.h"
#include "imgui.h"

namespace forkscope::test {

class HeadlessGui {
 public:
  explicit HeadlessGui(float width = 1600, float height = 900, float scale = 1);
  ~HeadlessGui();
  HeadlessGui(const HeadlessGui&) = delete;
  HeadlessGui& operator=(const HeadlessGui&) = delete;

  // Draws frames until no input waits any more, but at least one.
  void frame(const std::function<void()>& draw);
  int vertices() const;  // of the last frame

  void move(float x, float y);
  void button(bool down, int which = 0);
  void wheel(float amount, bool shift = false);

 private:
  void set_shift(bool down);

  ImGuiContext* context_;
  app::InputQueue input_;
};

}  // namespace forkscope::test
