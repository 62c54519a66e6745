#include "app/widgets/worker_rows.h"

#include <algorithm>
#include <cmath>

#include "app/model/chart_scale.h"
#include "app/model/format.h"
#include "app/theme/theme.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

bool mouse_in(ImVec2 min, ImVec2 max) {
  return ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(min, max);
}

}  // namespace

WorkerRows::WorkerRows(const Area& area, double whole, float name_width)
    : track_(area), whole_(std::max(1e-9, whole)) {
  names_ = track_.cut_left(name_width, scaled(12));
}

float WorkerRows::x_of(double seconds) const {
  const double part = std::clamp(seconds / whole_, 0.0, 1.0);
  return track_.min.x + track_.width() * static_cast<float>(part);
}

void WorkerRows::draw_name(float top, float bottom, const std::string& name, ImU32 colour,
                           float reserved) const {
  ImFont* font = theme().fonts.small;
  draw_text(font, {names_.min.x, (top + bottom - text_height(font)) / 2}, colour,
            shortened(font, name, names_.width() - reserved));
}

int WorkerRows::draw_blocks(float top, float bottom, const std::vector<RowBlock>& blocks) const {
  ImFont* font = theme().fonts.small;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({track_.min.x, top}, {track_.max.x, bottom}, with_alpha(theme().palette.raised, 0.6f),
                      scaled(3));
  int hovered = -1;
  for (std::size_t index = 0; index < blocks.size(); ++index) {
    const RowBlock& block = blocks[index];
    const float left = x_of(block.begin), right = std::max(left + 1, x_of(block.end));
    const bool wide = right - left > scaled(8);
    draw_fill({{left, top}, {right - (wide ? 1.0f : 0.0f), bottom}}, block.fill, block.colour,
              wide ? scaled(3) : 0);
    const float wanted = text_width(font, block.label);
    if (!block.label.empty() && right - left > wanted + scaled(6))
      draw_text(font, {(left + right - wanted) / 2, (top + bottom - text_height(font)) / 2},
                block.fill == Fill::plain ? theme().palette.background : theme().palette.text, block.label);
    if (mouse_in({left, top}, {std::max(right, left + scaled(3)), bottom})) hovered = static_cast<int>(index);
  }
  if (hovered >= 0 && !blocks[static_cast<std::size_t>(hovered)].hint.empty())
    tooltip(blocks[static_cast<std::size_t>(hovered)].hint);
  return hovered;
}

void WorkerRows::draw_steps(float top, float bottom, const std::vector<StepPoint>& points, ImU32 colour,
                            const std::function<std::string(double)>& text_of) const {
  double most = 1;
  for (const StepPoint& point : points) most = std::max(most, point.value);
  const auto y_of = [&](double value) { return bottom - (bottom - top) * static_cast<float>(value / most); };
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float thick = scaled(1.6f);
  list->AddLine({track_.min.x, bottom}, {track_.max.x, bottom}, theme().palette.grid, scaled(1));
  float x = track_.min.x, y = y_of(0);
  for (const StepPoint& point : points) {
    const float next_x = x_of(point.at), next_y = y_of(point.value);
    list->AddLine({x, y}, {next_x, y}, colour, thick);
    list->AddLine({next_x, y}, {next_x, next_y}, colour, thick);
    x = next_x;
    y = next_y;
  }
  list->AddLine({x, y}, {track_.max.x, y}, colour, thick);
  if (!mouse_in({track_.min.x, top}, {track_.max.x, bottom})) return;
  const double at = static_cast<double>(ImGui::GetIO().MousePos.x - track_.min.x) / track_.width() * whole_;
  double value = 0;
  for (const StepPoint& point : points)
    if (point.at <= at) value = point.value;
  list->AddLine({ImGui::GetIO().MousePos.x, top}, {ImGui::GetIO().MousePos.x, bottom},
                theme().palette.text_faint, scaled(1));
  tooltip(text_of(value));
}

void WorkerRows::draw_axis(float top, float grid_top) const {
  ImFont* font = theme().fonts.small;
  const int wanted = std::clamp(static_cast<int>(track_.width() / scaled(110)), 1, 12);
  const std::vector<double> ticks = round_ticks(whole_, wanted);
  ImDrawList* list = ImGui::GetWindowDrawList();
  for (const double tick : ticks) {
    if (tick > whole_) continue;
    const float x = x_of(tick);
    list->AddLine({x, grid_top}, {x, top}, theme().palette.grid, scaled(1));
    const std::string text = tick == 0 ? "0" : duration_text(std::llround(tick * 1e9));
    const float width = text_width(font, text);
    draw_text(font, {std::clamp(x - width / 2, track_.min.x, track_.max.x - width), top + scaled(3)},
              theme().palette.text_faint, text);
  }
}

}  // namespace forkscope::app
