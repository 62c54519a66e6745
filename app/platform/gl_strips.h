// GlStrips: StripTextures on OpenGL: one W x 1 texture a lane, nearest filtering. Made after the GL context,
// destroyed before it.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "app/widgets/strip.h"

namespace forkscope::app {

class GlStrips final : public StripTextures {
 public:
  GlStrips() { set_strip_textures(this); }
  ~GlStrips() override;
  GlStrips(const GlStrips&) = delete;
  GlStrips& operator=(const GlStrips&) = delete;

  ImTextureID upload(std::uint64_t key, const std::vector<ImU32>& colours) override;

 private:
  struct Texture {
    unsigned name = 0;
    std::vector<ImU32> colours;
  };
  std::unordered_map<std::uint64_t, Texture> textures_;
};

}  // namespace forkscope::app
