// StagePen: draws in the stage's unscaled units into the current region. A plain value, made anew each frame.
// Window thread only.
#pragma once

#include <string>
#include <string_view>

#include "app/model/stage_layout.h"
#include "app/widgets/area.h"
#include "imgui.h"

namespace forkscope::app {

// How a box is drawn; 0 = not at all.
struct BoxLook {
  ImU32 fill = 0, edge = 0;
  float rounding = 6, thickness = 1.5f;
};

class StagePen {
 public:
  // `origin`: the screen's place of the stage's 0, 0.
  StagePen(ImVec2 origin, float scale);

  Area area(const StageRect& rect) const;
  ImVec2 point(const StagePoint& point) const;
  bool is_visible(const StageRect& rect) const;

  void box(const StageRect& rect, const BoxLook& look) const;
  void dashed_box(const StageRect& rect, ImU32 colour) const;
  // Along the way's points, with a head at its end.
  void arrow(const StageWay& way, ImU32 colour, bool dashed = false) const;

  // One line, in the middle of `rect`'s height, shortened where it does not fit; the mouse then shows all of
  // it. `align` 0 = at the left, 0.5 = in the middle, 1 = at the right. Returns where it ends, in stage
  // units.
  float text(const StageRect& rect, ImFont* font, ImU32 colour, std::string_view text, float align = 0) const;
  float text_length(ImFont* font, std::string_view text) const;

 private:
  void line(ImVec2 from, ImVec2 to, ImU32 colour, bool dashed) const;

  ImVec2 origin_;
  float scale_;
  ImDrawList* list_;
};

}  // namespace forkscope::app
