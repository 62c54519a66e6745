// A strip: one row of pixels, drawn as tall as a lane, for lanes that are too dense for rectangles (a million
// events stay one picture a lane). The platform turns rows into textures; without one (tests without a GPU)
// runs of equal colour are drawn.
#pragma once

#include <cstdint>
#include <vector>

#include "imgui.h"

namespace forkscope::app {

// Implemented by platform/. Window thread only.
class StripTextures {
 public:
  virtual ~StripTextures() = default;
  // The texture that holds `colours` (left to right) for lane `key`; the same key reuses its texture.
  virtual ImTextureID upload(std::uint64_t key, const std::vector<ImU32>& colours) = 0;
};
// Not owned; null = draw runs.
void set_strip_textures(StripTextures* textures);

// Draws `colours`, one a pixel column from `begin.x` on, between the two heights.
void draw_strip(ImDrawList& draw, std::uint64_t key, const std::vector<ImU32>& colours, ImVec2 begin,
                float bottom);

}  // namespace forkscope::app
