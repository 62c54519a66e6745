#include "app/platform/offscreen.h"

#include <GLFW/glfw3.h>
#include <glad/gl.h>

#include <utility>

#include "app/platform/egl.h"
#include "app/platform/glfw.h"
#include "backends/imgui_impl_opengl3.h"

namespace forkscope::app {

struct Offscreen::Impl {
  int width = 0, height = 0;
  std::unique_ptr<EglContext> egl;
  GLFWwindow* hidden = nullptr;
  unsigned framebuffer = 0, colours = 0;
  std::unique_ptr<GuiContext> gui;
};

namespace {

template <typename Impl>
base::Status make_context(Impl& impl) {
  impl.egl = std::make_unique<EglContext>();
  if (impl.egl->open()) return base::Done{};
  impl.egl.reset();
  const auto begun = Glfw::begin();
  if (!begun)
    return base::Error{
        "a picture without a display needs EGL (package libegl1), which does not work here: start it under "
        "`xvfb-run -a`."};
  auto window = Glfw::open(64, 64, "Forkscope", false);
  if (!window) {
    Glfw::end();
    return window.error();
  }
  impl.hidden = window.value();
  return base::Done{};
}

template <typename Impl>
bool make_framebuffer(Impl& impl) {
  glGenTextures(1, &impl.colours);
  glBindTexture(GL_TEXTURE_2D, impl.colours);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, impl.width, impl.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glGenFramebuffers(1, &impl.framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, impl.framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, impl.colours, 0);
  return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

}  // namespace

Offscreen::Offscreen(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

base::Result<std::unique_ptr<Offscreen>> Offscreen::open(int width, int height) {
  std::unique_ptr<Offscreen> surface(new Offscreen(std::make_unique<Impl>()));
  Impl& impl = *surface->impl_;
  impl.width = width;
  impl.height = height;
  if (auto made = make_context(impl); !made) return made.error();
  if (!make_framebuffer(impl)) return base::Error{"this OpenGL cannot draw a picture of that size."};
  impl.gui = std::make_unique<GuiContext>();
  return surface;
}

Offscreen::~Offscreen() {
  impl_->gui.reset();
  if (impl_->hidden != nullptr) {
    glfwDestroyWindow(impl_->hidden);
    Glfw::end();
  }
}

GuiContext& Offscreen::gui() {
  return *impl_->gui;
}

std::vector<KeyPress> Offscreen::begin_frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = ImVec2(static_cast<float>(impl_->width), static_cast<float>(impl_->height));
  io.DeltaTime = 1.0f / 60;
  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  return {};
}

void Offscreen::end_frame(ImU32 background) {
  ImGui::Render();
  glBindFramebuffer(GL_FRAMEBUFFER, impl_->framebuffer);
  impl_->gui->draw(impl_->width, impl_->height, background);
}

Picture Offscreen::picture() {
  return read_pixels(impl_->width, impl_->height);
}

}  // namespace forkscope::app
