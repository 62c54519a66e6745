#include "app/stage/pen.h"

#include <algorithm>
#include <cmath>

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kDash = 5, kBetweenDashes = 4;

}  // namespace

StagePen::StagePen(ImVec2 origin, float scale)
    : origin_(origin), scale_(scale), list_(ImGui::GetWindowDrawList()) {}

Area StagePen::area(const StageRect& rect) const {
  return {point({rect.x, rect.y}), point({rect.right(), rect.bottom()})};
}

ImVec2 StagePen::point(const StagePoint& point) const {
  return {origin_.x + point.x * scale_, origin_.y + point.y * scale_};
}

bool StagePen::is_visible(const StageRect& rect) const {
  const Area area = this->area(rect);
  return ImGui::IsRectVisible(area.min, area.max);
}

void StagePen::box(const StageRect& rect, const BoxLook& look) const {
  const Area area = this->area(rect);
  if (look.fill != 0) list_->AddRectFilled(area.min, area.max, look.fill, look.rounding * scale_);
  if (look.edge != 0)
    add_rect(list_, area.min, area.max, look.edge, look.rounding * scale_, look.thickness * scale_);
}

void StagePen::line(ImVec2 from, ImVec2 to, ImU32 colour, bool dashed) const {
  if (!dashed) return list_->AddLine(from, to, colour, 1.5f * scale_);
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (length <= 0) return;
  const ImVec2 way((to.x - from.x) / length, (to.y - from.y) / length);
  const float pitch = (kDash + kBetweenDashes) * scale_;
  for (float at = 0; at < length; at += pitch) {
    const float end = std::min(length, at + kDash * scale_);
    list_->AddLine({from.x + way.x * at, from.y + way.y * at}, {from.x + way.x * end, from.y + way.y * end},
                   colour, 1.2f * scale_);
  }
}

void StagePen::dashed_box(const StageRect& rect, ImU32 colour) const {
  const Area area = this->area(rect);
  const ImVec2 upper_right(area.max.x, area.min.y), lower_left(area.min.x, area.max.y);
  line(area.min, upper_right, colour, true);
  line(upper_right, area.max, colour, true);
  line(lower_left, area.max, colour, true);
  line(area.min, lower_left, colour, true);
}

void StagePen::arrow(const StageWay& way, ImU32 colour, bool dashed) const {
  if (way.points.size() < 2) return;
  for (std::size_t i = 0; i + 1 < way.points.size(); ++i)
    line(point(way.points[i]), point(way.points[i + 1]), colour, dashed);
  const ImVec2 end = point(way.points.back()), before = point(way.points[way.points.size() - 2]);
  const float length = std::max(1.0f, std::hypot(end.x - before.x, end.y - before.y));
  const ImVec2 along((end.x - before.x) / length, (end.y - before.y) / length);
  const float head = 8 * scale_, half = 4.5f * scale_;
  const ImVec2 base(end.x - along.x * head, end.y - along.y * head);
  list_->AddTriangleFilled(end, {base.x - along.y * half, base.y + along.x * half},
                           {base.x + along.y * half, base.y - along.x * half}, colour);
}

float StagePen::text_length(ImFont* font, std::string_view text) const {
  return text_width(font, text) / scale_;
}

float StagePen::text(const StageRect& rect, ImFont* font, ImU32 colour, std::string_view text,
                     float align) const {
  const Area area = this->area(rect);
  const std::string shown = shortened(font, text, area.width());
  const float width = text_width(font, shown);
  const float x = area.min.x + (area.width() - width) * align;
  draw_text(list_, font, {x, area.min.y + (area.height() - text_height(font)) / 2}, colour, shown);
  if (shown.size() != text.size() && ImGui::IsWindowHovered() &&
      ImGui::IsMouseHoveringRect(area.min, area.max))
    tooltip(text);
  return (x + width - origin_.x) / scale_;
}

}  // namespace forkscope::app
