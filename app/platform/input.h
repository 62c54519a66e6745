// InputQueue: what the user did, in order, between the window system and ImGui. ImGui 1.86 loses a key that
// is pressed and released within one slow frame, so events wait here and each frame takes at most one change
// of the same key or button. Tests feed it without a window. Window thread only.
#pragma once

#include <cstdint>
#include <deque>
#include <set>
#include <utility>
#include <vector>

#include "app/model/keys.h"

namespace forkscope::app {

struct InputEvent {
  enum class Kind : std::uint8_t { key, button, move, wheel, character } kind = Kind::move;
  int code = 0;  // key: the window system's number; button: 0 left, 1 right, 2 middle; character: Unicode
  bool down = false;
  bool repeated = false;
  bool control = false, shift = false, alt = false;
  Key key = Key::none;
  float x = 0, y = 0;  // move: position; wheel: amount
};

class InputQueue {
 public:
  void push(const InputEvent& event);
  bool empty() const { return events_.empty(); }

  // Gives ImGui this frame's share; to be called right before ImGui::NewFrame(). Returns the keys pressed in
  // it.
  std::vector<KeyPress> apply();

 private:
  bool dragging() const;
  bool must_wait(const InputEvent& event) const;
  void apply_one(const InputEvent& event);

  std::deque<InputEvent> events_;
  std::set<std::pair<InputEvent::Kind, int>> changed_;  // in this frame
  float x_ = -1, y_ = -1;
  bool buttons_[3] = {};
};

}  // namespace forkscope::app
