#include "app/widgets/strip.h"

namespace forkscope::app {

namespace {

StripTextures* strip_textures = nullptr;

void draw_runs(ImDrawList& draw, const std::vector<ImU32>& colours, ImVec2 begin, float bottom) {
  for (std::size_t at = 0; at < colours.size();) {
    std::size_t end = at + 1;
    while (end < colours.size() && colours[end] == colours[at]) ++end;
    if ((colours[at] & IM_COL32_A_MASK) != 0)
      draw.AddRectFilled(ImVec2(begin.x + static_cast<float>(at), begin.y),
                         ImVec2(begin.x + static_cast<float>(end), bottom), colours[at]);
    at = end;
  }
}

}  // namespace

void set_strip_textures(StripTextures* textures) {
  strip_textures = textures;
}

void draw_strip(ImDrawList& draw, std::uint64_t key, const std::vector<ImU32>& colours, ImVec2 begin,
                float bottom) {
  if (colours.empty()) return;
  if (strip_textures == nullptr) {
    draw_runs(draw, colours, begin, bottom);
    return;
  }
  draw.AddImage(strip_textures->upload(key, colours), begin,
                ImVec2(begin.x + static_cast<float>(colours.size()), bottom));
}

}  // namespace forkscope::app
