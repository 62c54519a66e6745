#include "app/platform/gui_context.h"

#include <glad/gl.h>

#include <utility>

#include "app/theme/theme_setup.h"
#include "backends/imgui_impl_opengl3.h"

namespace forkscope::app {

GuiContext::GuiContext() {
  IMGUI_CHECKVERSION();
  context_ = ImGui::CreateContext();
  ImGui::GetIO().IniFilename = nullptr;
  ImGui_ImplOpenGL3_Init("#version 330 core");
}

GuiContext::~GuiContext() {
  ImGui_ImplOpenGL3_Shutdown();
  ImGui::DestroyContext(context_);
}

void GuiContext::rebuild_fonts(FontShelf& shelf, float scale) {
#if IMGUI_VERSION_NUM < 19200
  ImGui_ImplOpenGL3_DestroyFontsTexture();
#endif
  const Fonts fonts = shelf.build(scale);
  set_fonts(fonts);
  ImGui::GetIO().FontDefault = fonts.body;
#if IMGUI_VERSION_NUM < 19200
  // The first time this makes the shaders too; otherwise the first frame would, and rebuild the atlas without
  // its files.
  if (!std::exchange(has_objects_, true))
    ImGui_ImplOpenGL3_CreateDeviceObjects();
  else
    ImGui_ImplOpenGL3_CreateFontsTexture();
  ImGui::GetIO().Fonts->ClearTexData();
  ImGui::GetIO().Fonts->ClearInputData();
#endif
}

void GuiContext::draw(int width, int height, ImU32 background) {
  const ImVec4 clear = ImGui::ColorConvertU32ToFloat4(background);
  glViewport(0, 0, width, height);
  glClearColor(clear.x, clear.y, clear.z, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace forkscope::app
