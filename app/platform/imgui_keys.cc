#include "app/platform/imgui_keys.h"

#include <GLFW/glfw3.h>

#include "imgui.h"

namespace forkscope::app {

#if IMGUI_VERSION_NUM >= 18700

namespace {

ImGuiKey imgui_key_of(int code) {
  switch (code) {
    case GLFW_KEY_TAB:
      return ImGuiKey_Tab;
    case GLFW_KEY_LEFT:
      return ImGuiKey_LeftArrow;
    case GLFW_KEY_RIGHT:
      return ImGuiKey_RightArrow;
    case GLFW_KEY_UP:
      return ImGuiKey_UpArrow;
    case GLFW_KEY_DOWN:
      return ImGuiKey_DownArrow;
    case GLFW_KEY_HOME:
      return ImGuiKey_Home;
    case GLFW_KEY_END:
      return ImGuiKey_End;
    case GLFW_KEY_DELETE:
      return ImGuiKey_Delete;
    case GLFW_KEY_BACKSPACE:
      return ImGuiKey_Backspace;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return ImGuiKey_Enter;
    case GLFW_KEY_ESCAPE:
      return ImGuiKey_Escape;
    case GLFW_KEY_A:
      return ImGuiKey_A;
    case GLFW_KEY_C:
      return ImGuiKey_C;
    case GLFW_KEY_V:
      return ImGuiKey_V;
    case GLFW_KEY_X:
      return ImGuiKey_X;
    case GLFW_KEY_Y:
      return ImGuiKey_Y;
    case GLFW_KEY_Z:
      return ImGuiKey_Z;
    default:
      return ImGuiKey_None;
  }
}

}  // namespace

void imgui_key(const InputEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, event.control);
  io.AddKeyEvent(ImGuiMod_Shift, event.shift);
  io.AddKeyEvent(ImGuiMod_Alt, event.alt);
  const ImGuiKey key = imgui_key_of(event.code);
  if (key != ImGuiKey_None && !event.repeated) io.AddKeyEvent(key, event.down);
}

#else

// The backend has set io.KeyMap so that GLFW's own numbers index io.KeysDown.
void imgui_key(const InputEvent& event) {
  if (event.code >= 0 && event.code < 512) ImGui::GetIO().KeysDown[event.code] = event.down;
}

#endif

}  // namespace forkscope::app
