#include "app/platform/picture.h"

#include <glad/gl.h>
#include <png.h>

#include <cerrno>
#include <cstdio>

namespace forkscope::app {

Picture read_pixels(int width, int height) {
  Picture picture{width, height, {}};
  const std::size_t row = static_cast<std::size_t>(width) * 3;
  std::vector<std::uint8_t> upwards(row * static_cast<std::size_t>(height));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, width, height, GL_RGB, GL_UNSIGNED_BYTE, upwards.data());
  picture.rgb.reserve(upwards.size());
  for (auto at = static_cast<std::ptrdiff_t>(upwards.size()); at > 0; at -= static_cast<std::ptrdiff_t>(row))
    picture.rgb.insert(picture.rgb.end(), upwards.begin() + at - static_cast<std::ptrdiff_t>(row),
                       upwards.begin() + at);
  return picture;
}

base::Status write_png(const Picture& picture, const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "wb");
  if (file == nullptr) return base::system_error("cannot write " + path, errno);
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  image.width = static_cast<png_uint_32>(picture.width);
  image.height = static_cast<png_uint_32>(picture.height);
  image.format = PNG_FORMAT_RGB;
  const bool written = png_image_write_to_stdio(&image, file, 0, picture.rgb.data(), 0, nullptr) != 0;
  const bool closed = std::fclose(file) == 0;
  if (!written) return base::Error{"cannot write " + path + ": " + image.message};
  if (!closed) return base::system_error("cannot write " + path, errno);
  return base::Done{};
}

}  // namespace forkscope::app
