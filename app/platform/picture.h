// Pictures: pixels out of OpenGL, and PNG files. The file is written at once and may block on the disk.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace forkscope::app {

struct Picture {
  int width = 0, height = 0;
  std::vector<std::uint8_t> rgb;  // rows from the top
};

// Reads the bound framebuffer.
Picture read_pixels(int width, int height);
[[nodiscard]] base::Status write_png(const Picture& picture, const std::string& path);

}  // namespace forkscope::app
