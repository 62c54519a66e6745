#include "tests/support/headless_gui.h"

#include "app/theme/theme_setup.h"

namespace forkscope::test {

namespace {

using app::InputEvent;

constexpr int kLeftShift = 340;  // GLFW's number

// Debian 12's ImGui wants the atlas to have pixels even if nobody draws them.
app::Fonts one_font_for_all() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  ImFont* font = atlas.AddFontDefault();
#if IMGUI_VERSION_NUM < 19200
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
#endif
  return app::Fonts{font, font, font, font, font, font};
}

}  // namespace

HeadlessGui::HeadlessGui(float width, float height, float scale) : context_(ImGui::CreateContext()) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = ImVec2(width, height);
  io.DeltaTime = 1.0f / 60;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  app::set_palette("dark");
  app::set_metrics(scale);
  app::set_fonts(one_font_for_all());
  app::apply_to_imgui();
}

HeadlessGui::~HeadlessGui() {
  app::set_fonts({});
  ImGui::DestroyContext(context_);
}

void HeadlessGui::frame(const std::function<void()>& draw) {
  do {
    input_.apply();
    ImGui::NewFrame();
    draw();
    ImGui::Render();
  } while (!input_.empty());
}

int HeadlessGui::vertices() const { return ImGui::GetDrawData()->TotalVtxCount; }

void HeadlessGui::move(float x, float y) {
  InputEvent event;
  event.kind = InputEvent::Kind::move;
  event.x = x;
  event.y = y;
  input_.push(event);
}

void HeadlessGui::button(bool down, int which) {
  InputEvent event;
  event.kind = InputEvent::Kind::button;
  event.code = which;
  event.down = down;
  input_.push(event);
}

void HeadlessGui::set_shift(bool down) {
  InputEvent event;
  event.kind = InputEvent::Kind::key;
  event.code = kLeftShift;
  event.down = down;
  event.shift = down;
  input_.push(event);
}

void HeadlessGui::wheel(float amount, bool shift) {
  if (shift) set_shift(true);
  InputEvent event;
  event.kind = InputEvent::Kind::wheel;
  event.y = amount;
  input_.push(event);
  if (shift) set_shift(false);
}

}  // namespace forkscope::test
