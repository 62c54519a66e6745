#include "app/platform/gl_strips.h"

#include <glad/gl.h>

namespace forkscope::app {

GlStrips::~GlStrips() {
  set_strip_textures(nullptr);
  for (const auto& [key, texture] : textures_) glDeleteTextures(1, &texture.name);
}

ImTextureID GlStrips::upload(std::uint64_t key, const std::vector<ImU32>& colours) {
  Texture& texture = textures_[key];
  if (texture.name == 0) {
    glGenTextures(1, &texture.name);
    glBindTexture(GL_TEXTURE_2D, texture.name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  }
  if (texture.colours != colours) {
    const auto width = static_cast<GLsizei>(colours.size());
    glBindTexture(GL_TEXTURE_2D, texture.name);
    if (texture.colours.size() == colours.size())
      glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width, 1, GL_RGBA, GL_UNSIGNED_BYTE, colours.data());
    else
      glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, 1, 0, GL_RGBA, GL_UNSIGNED_BYTE, colours.data());
    texture.colours = colours;
  }
  return reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture.name));
}

}  // namespace forkscope::app
