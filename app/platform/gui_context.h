// GuiContext: one ImGui context with its OpenGL renderer, on whatever GL context is current. Owned by Window
// or Offscreen; window thread only.
#pragma once

#include "app/platform/fonts.h"
#include "imgui.h"

namespace forkscope::app {

class GuiContext {
 public:
  GuiContext();
  ~GuiContext();
  GuiContext(const GuiContext&) = delete;
  GuiContext& operator=(const GuiContext&) = delete;

  // Builds the fonts for `scale` and gives them to the theme; between frames only.
  void rebuild_fonts(FontShelf& shelf, float scale);
  // Draws what ImGui::Render() left into the bound framebuffer.
  void draw(int width, int height, ImU32 background);

 private:
  ImGuiContext* context_;
  bool has_objects_ = false;
};

}  // namespace forkscope::app
