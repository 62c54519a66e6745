// GLFW's beginning and end, shared by the window and the hidden window of pictures, with its refusals in
// plain words.
#pragma once

#include <string>

#include "core/base/result.h"

struct GLFWwindow;

namespace forkscope::app {

class Glfw {
 public:
  static base::Status begin();
  static void end();
  // A window with an OpenGL 3.3 context that is current and loaded.
  static base::Result<GLFWwindow*> open(int width, int height, const std::string& title, bool visible);
};

}  // namespace forkscope::app
