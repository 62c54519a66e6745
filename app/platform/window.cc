#include "app/platform/window.h"

#include <GLFW/glfw3.h>
#include <glad/gl.h>

#include <cctype>
#include <utility>

#include "app/platform/glfw.h"
#include "app/platform/input.h"
#include "backends/imgui_impl_glfw.h"
#include "backends/imgui_impl_opengl3.h"

namespace forkscope::app {

struct Window::Impl {
  GLFWwindow* window = nullptr;
  std::unique_ptr<GuiContext> gui;
  InputQueue input;
  std::vector<std::string> dropped;
  bool dirty = true;
  int width = 0, height = 0;  // of the framebuffer
  ImU32 background = 0;
};

namespace {

Key key_of(int code, int scancode) {
  switch (code) {
    case GLFW_KEY_SPACE:
      return Key::space;
    case GLFW_KEY_LEFT:
      return Key::left;
    case GLFW_KEY_RIGHT:
      return Key::right;
    case GLFW_KEY_UP:
      return Key::up;
    case GLFW_KEY_DOWN:
      return Key::down;
    case GLFW_KEY_HOME:
      return Key::home;
    case GLFW_KEY_END:
      return Key::end;
    case GLFW_KEY_EQUAL:
    case GLFW_KEY_KP_ADD:
      return Key::plus;
    case GLFW_KEY_MINUS:
    case GLFW_KEY_KP_SUBTRACT:
      return Key::minus;
    case GLFW_KEY_COMMA:
      return Key::comma;
    case GLFW_KEY_PERIOD:
      return Key::period;
    case GLFW_KEY_TAB:
      return Key::tab;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return Key::enter;
    case GLFW_KEY_BACKSPACE:
      return Key::backspace;
    case GLFW_KEY_ESCAPE:
      return Key::escape;
    case GLFW_KEY_F1:
      return Key::f1;
    case GLFW_KEY_F7:
      return Key::f7;
    case GLFW_KEY_PAGE_UP:
      return Key::page_up;
    case GLFW_KEY_PAGE_DOWN:
      return Key::page_down;
    default:
      break;
  }
  if (code >= GLFW_KEY_KP_0 && code <= GLFW_KEY_KP_9)
    return letter(static_cast<char>('0' + code - GLFW_KEY_KP_0));
  // The name follows the keyboard's layout; the code is the place of the key on an American one.
  const char* name = glfwGetKeyName(code, scancode);
  if (name != nullptr && name[0] == '+' && name[1] == 0) return Key::plus;
  if (name != nullptr && std::isalnum(static_cast<unsigned char>(name[0])) != 0 && name[1] == 0)
    return letter(static_cast<char>(std::toupper(static_cast<unsigned char>(name[0]))));
  const bool plain = (code >= GLFW_KEY_A && code <= GLFW_KEY_Z) || (code >= GLFW_KEY_0 && code <= GLFW_KEY_9);
  return plain ? letter(static_cast<char>(code)) : Key::none;
}

InputEvent with_modifiers(InputEvent::Kind kind, int code, int action, int modifiers) {
  InputEvent event;
  event.kind = kind;
  event.code = code;
  event.down = action != GLFW_RELEASE;
  event.repeated = action == GLFW_REPEAT;
  event.control = (modifiers & GLFW_MOD_CONTROL) != 0;
  event.shift = (modifiers & GLFW_MOD_SHIFT) != 0;
  event.alt = (modifiers & GLFW_MOD_ALT) != 0;
  return event;
}

InputEvent plain_event(InputEvent::Kind kind, double x, double y) {
  InputEvent event;
  event.kind = kind;
  event.x = static_cast<float>(x);
  event.y = static_cast<float>(y);
  return event;
}

template <typename Impl>
Impl& of(GLFWwindow* window) {
  return *static_cast<Impl*>(glfwGetWindowUserPointer(window));
}

template <typename Impl>
void take_input(GLFWwindow* window) {
  glfwSetKeyCallback(window, [](GLFWwindow* from, int code, int scancode, int action, int modifiers) {
    InputEvent event = with_modifiers(InputEvent::Kind::key, code, action, modifiers);
    event.key = key_of(code, scancode);
    of<Impl>(from).input.push(event);
  });
  glfwSetCharCallback(window, [](GLFWwindow* from, unsigned character) {
    InputEvent event = plain_event(InputEvent::Kind::character, 0, 0);
    event.code = static_cast<int>(character);
    of<Impl>(from).input.push(event);
  });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* from, int button, int action, int modifiers) {
    of<Impl>(from).input.push(with_modifiers(InputEvent::Kind::button, button, action, modifiers));
  });
  glfwSetCursorPosCallback(window, [](GLFWwindow* from, double x, double y) {
    of<Impl>(from).input.push(plain_event(InputEvent::Kind::move, x, y));
  });
  glfwSetScrollCallback(window, [](GLFWwindow* from, double x, double y) {
    of<Impl>(from).input.push(plain_event(InputEvent::Kind::wheel, x, y));
  });
  glfwSetDropCallback(window, [](GLFWwindow* from, int count, const char** paths) {
    of<Impl>(from).dropped.assign(paths, paths + count);
    of<Impl>(from).dirty = true;
  });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* from) { of<Impl>(from).dirty = true; });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* from, int, int) { of<Impl>(from).dirty = true; });
}

}  // namespace

Window::Window(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

base::Result<std::unique_ptr<Window>> Window::open(int width, int height, const std::string& title) {
  if (auto begun = Glfw::begin(); !begun) return begun.error();
  auto window = Glfw::open(width, height, title, true);
  if (!window) {
    Glfw::end();
    return window.error();
  }
  auto impl = std::make_unique<Impl>();
  impl->window = window.value();
  glfwSetWindowUserPointer(impl->window, impl.get());
  glfwSetWindowSizeLimits(impl->window, 480, 320, GLFW_DONT_CARE, GLFW_DONT_CARE);
  glfwSwapInterval(1);
  impl->gui = std::make_unique<GuiContext>();
  ImGui_ImplGlfw_InitForOpenGL(impl->window, false);
  take_input<Impl>(impl->window);
  return std::unique_ptr<Window>(new Window(std::move(impl)));
}

Window::~Window() {
  ImGui_ImplGlfw_Shutdown();
  impl_->gui.reset();
  glfwDestroyWindow(impl_->window);
  Glfw::end();
}

bool Window::wait(double seconds) {
  if (seconds > 0 && impl_->input.empty() && !impl_->dirty) {
    glfwWaitEventsTimeout(seconds);
  } else {
    glfwPollEvents();
  }
  return std::exchange(impl_->dirty, false) || !impl_->input.empty();
}

bool Window::should_close() const {
  return glfwWindowShouldClose(impl_->window) == GLFW_TRUE;
}
std::vector<std::string> Window::take_dropped() {
  return std::exchange(impl_->dropped, {});
}
void Window::set_title(const std::string& title) {
  glfwSetWindowTitle(impl_->window, title.c_str());
}
double Window::seconds() const {
  return glfwGetTime();
}
GuiContext& Window::gui() {
  return *impl_->gui;
}

float Window::content_scale() const {
  float x = 1, y = 1;
  glfwGetWindowContentScale(impl_->window, &x, &y);
  return x;
}

std::vector<KeyPress> Window::begin_frame() {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  auto pressed = impl_->input.apply();
  ImGui::NewFrame();
  return pressed;
}

void Window::end_frame(ImU32 background) {
  ImGui::Render();
  glfwGetFramebufferSize(impl_->window, &impl_->width, &impl_->height);
  impl_->background = background;
  impl_->gui->draw(impl_->width, impl_->height, background);
  glfwSwapBuffers(impl_->window);
}

Picture Window::picture() {
  // The back buffer is undefined after the swap, so the frame is drawn into it once more.
  impl_->gui->draw(impl_->width, impl_->height, impl_->background);
  return read_pixels(impl_->width, impl_->height);
}

}  // namespace forkscope::app
