#include "app/platform/input.h"

#include <algorithm>
#include <iterator>

#include "app/platform/imgui_keys.h"
#include "imgui.h"

namespace forkscope::app {

void InputQueue::push(const InputEvent& event) {
  const bool moves_on = event.kind == InputEvent::Kind::move && !events_.empty() &&
                        events_.back().kind == InputEvent::Kind::move;
  if (moves_on) {
    events_.back() = event;
  } else {
    events_.push_back(event);
  }
}

bool InputQueue::must_wait(const InputEvent& event) const {
  const auto any_button = changed_.lower_bound({InputEvent::Kind::button, 0});
  const bool button_changed = any_button != changed_.end() && any_button->first == InputEvent::Kind::button;
  switch (event.kind) {
    case InputEvent::Kind::key:
      return changed_.contains({event.kind, event.code});
    // The end of a quick drag must be seen before the button goes up.
    case InputEvent::Kind::button:
      return button_changed || (changed_.contains({InputEvent::Kind::move, 0}) && dragging());
    case InputEvent::Kind::move:
      return button_changed;
    case InputEvent::Kind::wheel:
      return button_changed;
    case InputEvent::Kind::character:
      return false;
  }
  return false;
}

bool InputQueue::dragging() const {
  return std::any_of(std::begin(buttons_), std::end(buttons_), [](bool down) { return down; });
}

std::vector<KeyPress> InputQueue::apply() {
  std::vector<KeyPress> pressed;
  changed_.clear();
  while (!events_.empty() && !must_wait(events_.front())) {
    const InputEvent event = events_.front();
    events_.pop_front();
    if (!event.repeated) changed_.insert({event.kind, event.code});
    apply_one(event);
    if (event.kind == InputEvent::Kind::key && event.down && event.key != Key::none)
      pressed.push_back(KeyPress{event.key, event.control, event.shift});
  }
#if IMGUI_VERSION_NUM < 18700
  // The backend has just polled the mouse by itself; what was polled may be ahead of the queue.
  ImGuiIO& io = ImGui::GetIO();
  io.MousePos = ImVec2(x_, y_);
  for (int button = 0; button < 3; ++button) io.MouseDown[button] = buttons_[button];
#endif
  return pressed;
}

void InputQueue::apply_one(const InputEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  switch (event.kind) {
    case InputEvent::Kind::move:
      x_ = event.x;
      y_ = event.y;
#if IMGUI_VERSION_NUM >= 18700
      io.AddMousePosEvent(event.x, event.y);
#endif
      break;
    case InputEvent::Kind::button:
      if (event.code < 0 || event.code > 2) break;
      buttons_[event.code] = event.down;
#if IMGUI_VERSION_NUM >= 18700
      io.AddMouseButtonEvent(event.code, event.down);
#endif
      break;
    case InputEvent::Kind::wheel:
#if IMGUI_VERSION_NUM >= 18700
      io.AddMouseWheelEvent(event.x, event.y);
#else
      io.MouseWheelH += event.x;
      io.MouseWheel += event.y;
#endif
      break;
    case InputEvent::Kind::character:
      io.AddInputCharacter(static_cast<unsigned>(event.code));
      break;
    case InputEvent::Kind::key:
      imgui_key(event);
      break;
  }
#if IMGUI_VERSION_NUM < 18700
  io.KeyCtrl = event.kind == InputEvent::Kind::key || event.kind == InputEvent::Kind::button ? event.control
                                                                                             : io.KeyCtrl;
  io.KeyShift = event.kind == InputEvent::Kind::key || event.kind == InputEvent::Kind::button ? event.shift
                                                                                              : io.KeyShift;
#endif
}

}  // namespace forkscope::app
