#include <algorithm>
#include <cmath>

#include "app/lanes/lane.h"
#include "app/theme/theme.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

void hatch(const LaneArea& area, const Extent& part, ImU32 colour, float distance) {
  const float top = area.top + 1, bottom = area.bottom - 1, height = bottom - top;
  area.draw.PushClipRect(ImVec2(part.left, top), ImVec2(part.right, bottom), true);
  const float first = std::floor((part.left - height) / distance) * distance;
  for (float x = first; x < part.right; x += distance)
    area.draw.AddLine(ImVec2(x, bottom), ImVec2(x + height, top), colour,
                      std::max(1.0f, theme().metrics.scale));
  area.draw.PopClipRect();
}

void dashed_outline(const LaneArea& area, const Extent& part, ImU32 colour) {
  const float dash = scaled(4), gap = scaled(3), line = std::max(1.0f, std::floor(theme().metrics.scale));
  for (float x = part.left; x < part.right; x += dash + gap) {
    const float end = std::min(part.right, x + dash);
    area.draw.AddRectFilled(ImVec2(x, area.top), ImVec2(end, area.top + line), colour);
    area.draw.AddRectFilled(ImVec2(x, area.bottom - line), ImVec2(end, area.bottom), colour);
  }
  for (float y = area.top; y < area.bottom; y += dash + gap) {
    const float end = std::min(area.bottom, y + dash);
    area.draw.AddRectFilled(ImVec2(part.left, y), ImVec2(part.left + line, end), colour);
    area.draw.AddRectFilled(ImVec2(part.right - line, y), ImVec2(part.right, end), colour);
  }
}

}  // namespace

Extent extent_of(const trace::Span& span, const TimeAxis& axis, std::int64_t open_end_ns) {
  const std::int64_t end = span.end_ns < 0 ? std::max(span.begin_ns, open_end_ns) : span.end_ns;
  const float left = axis.x_of(span.begin_ns);
  return Extent{std::max(axis.left(), left), std::min(axis.right(), std::max(axis.x_of(end), left + 1))};
}

void draw_block(const LaneArea& area, const Extent& part, ImU32 colour) {
  // Corners cost ten times the vertices, and are not seen on what is narrow.
  const bool wide = part.width() > scaled(8);
  area.draw.AddRectFilled(ImVec2(part.left, area.top), ImVec2(part.right - (wide ? 1.0f : 0.0f), area.bottom),
                          colour, wide ? scaled(3) : 0.0f);
}

void draw_waiting(const LaneArea& area, const Extent& part, ImU32 colour, bool for_gil) {
  const ImU32 line = for_gil ? theme().palette.gil_wait : colour;
  if (part.width() < scaled(6)) {
    area.draw.AddRectFilled(ImVec2(part.left, area.top), ImVec2(part.right, area.bottom),
                            theme().palette.panel);
    area.draw.AddRectFilled(ImVec2(part.left, area.top), ImVec2(part.right, area.bottom),
                            with_alpha(line, 0.3f));
    return;
  }
  area.draw.AddRectFilled(ImVec2(part.left, area.top), ImVec2(part.right, area.bottom),
                          theme().palette.panel);
  hatch(area, part, with_alpha(line, for_gil ? 0.55f : 0.3f), scaled(for_gil ? 5 : 10));
  dashed_outline(area, part, with_alpha(line, 0.75f));
}

bool draw_block_label(const LaneArea& area, const Extent& part, ImU32 colour, const std::string& text) {
  const float pad = scaled(6), room = part.width() - 2 * pad;
  ImFont* font = theme().fonts.small;
  const float wanted = text_width(font, text);
  if (text.empty() || (room < wanted && room < scaled(30))) return false;
  const std::string shown = room < wanted ? shortened(font, text, room) : text;
  draw_text(&area.draw, font,
            ImVec2(part.left + pad, std::round((area.top + area.bottom - text_height(font)) / 2)), colour,
            shown);
  return true;
}

}  // namespace forkscope::app
