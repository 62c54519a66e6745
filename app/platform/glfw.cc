#include "app/platform/glfw.h"

#include <GLFW/glfw3.h>
#include <fmt/format.h>
#include <glad/gl.h>

#include <cstdlib>

namespace forkscope::app {

namespace {

std::string last_refusal;

std::string seen(const char* variable) {
  const char* value = std::getenv(variable);
  return value == nullptr ? fmt::format("{} is not set", variable) : fmt::format("{}={}", variable, value);
}

}  // namespace

base::Status Glfw::begin() {
  glfwSetErrorCallback([](int, const char* text) { last_refusal = text; });
  if (glfwInit() == GLFW_TRUE) return base::Done{};
  return base::Error{
      fmt::format("there is no display to open a window on ({}, {}; {}): start it in a desktop session, or "
                  "take a picture with "
                  "`forkscope --lesson 1 --screenshot picture.png`, which needs none.",
                  seen("DISPLAY"), seen("WAYLAND_DISPLAY"), last_refusal)};
}

void Glfw::end() {
  glfwTerminate();
}

base::Result<GLFWwindow*> Glfw::open(int width, int height, const std::string& title, bool visible) {
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_VISIBLE, visible ? GLFW_TRUE : GLFW_FALSE);
  GLFWwindow* window = glfwCreateWindow(width, height, title.c_str(), nullptr, nullptr);
  if (window == nullptr)
    return base::Error{"the display has no OpenGL 3.3 (" + last_refusal +
                       "): install the package libgl1-mesa-dri, which draws in software."};
  glfwMakeContextCurrent(window);
  if (gladLoadGL(glfwGetProcAddress) == 0)
    return base::Error{"the functions of OpenGL 3.3 cannot be loaded."};
  return window;
}

}  // namespace forkscope::app
