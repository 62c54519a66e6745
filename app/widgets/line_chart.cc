#include "app/widgets/line_chart.h"

#include <algorithm>
#include <cmath>

#include "app/model/chart_scale.h"
#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kLeastWithNames = 300;  // unscaled width from which on lines have their names at the end
constexpr float kReach = 40;            // how far from a point the mouse may be

class Plot {
 public:
  Plot(Area area, const ChartLook& look, const std::vector<ChartLine>& lines) : look_(look), lines_(lines) {
    ImFont* small = theme().fonts.small;
    ticks_ = round_ticks(most(), std::clamp(static_cast<int>(area.height() / scaled(48)), 2, 6));
    float tick_width = 0;
    for (const double tick : ticks_)
      tick_width = std::max(tick_width, text_width(small, look.value_text(tick)));
    area.cut_left(tick_width, scaled(10));
    area.cut_bottom(text_height(small) * 2 + scaled(14));
    area.cut_top(scaled(6));
    if (area.width() > scaled(kLeastWithNames)) {
      float names = 0;
      for (const ChartLine& line : lines) names = std::max(names, text_width(small, end_text(line)));
      names_ = area.cut_right(std::min(names, area.width() * 0.4f), scaled(10));
    }
    plot_ = area;
  }

  void draw(std::optional<ChartHit> marked) const {
    draw_shade();
    draw_grid();
    for (const ChartLine& line : lines_) draw_band(line);
    for (const ChartLine& line : lines_) draw_line(line);
    for (std::size_t index = 0; index < lines_.size(); ++index) draw_points(index, marked);
    draw_names();
  }

  std::optional<ChartHit> hit(ImVec2 mouse) const {
    std::optional<ChartHit> nearest;
    float least = scaled(kReach) * scaled(kReach);
    for (std::size_t line = 0; line < lines_.size(); ++line)
      for (std::size_t point = 0; point < lines_[line].points.size(); ++point) {
        const ImVec2 at = at_point(lines_[line].points[point]);
        const float x = at.x - mouse.x, y = at.y - mouse.y, distance = x * x + y * y;
        if (distance >= least) continue;
        least = distance;
        nearest = ChartHit{line, point};
      }
    return nearest;
  }

  ImVec2 at_point(const ChartPoint& point) const { return {x_of(point.x), y_of(point.y)}; }

 private:
  double most() const {
    double most = look_.level.value_or(0) * 1.2;
    for (const ChartLine& line : lines_)
      for (const ChartPoint& point : line.points) most = std::max({most, point.y, point.high});
    return most;
  }
  // The outer places keep a little distance from the edges.
  float x_of(double x) const {
    const auto count = static_cast<double>(look_.places.size());
    const double part = count < 1 ? 0.5 : (place_of(look_.places, x) + 0.5) / count;
    return plot_.min.x + plot_.width() * static_cast<float>(part);
  }
  float y_of(double y) const { return plot_.max.y - plot_.height() * static_cast<float>(y / ticks_.back()); }
  std::string end_text(const ChartLine& line) const {
    return line.points.empty() || line.name.empty()
               ? line.name
               : line.name + "  " + look_.value_text(line.points.back().y);
  }

  void draw_shade() const {
    if (!look_.shade_from || look_.places.empty() || *look_.shade_from >= look_.places.back()) return;
    const float left = std::max(plot_.min.x, x_of(*look_.shade_from));
    ImGui::GetWindowDrawList()->AddRectFilled({left, plot_.min.y}, plot_.max,
                                              with_alpha(theme().palette.gil_wait, 0.12f), scaled(4));
    ImFont* font = theme().fonts.small;
    draw_text(font, {left + scaled(8), plot_.max.y - text_height(font) - scaled(5)},
              theme().palette.text_faint, shortened(font, look_.shade_text, plot_.max.x - left - scaled(12)));
  }

  void draw_grid() const {
    const Theme& t = theme();
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImFont* font = t.fonts.small;
    for (const double tick : ticks_) {
      const float y = std::round(y_of(tick));
      list->AddLine({plot_.min.x, y}, {plot_.max.x, y}, t.palette.grid, scaled(1));
      const std::string text = look_.value_text(tick);
      draw_text(font, {plot_.min.x - scaled(10) - text_width(font, text), y - text_height(font) / 2},
                t.palette.text_faint, text);
    }
    for (const double place : look_.places) {
      const std::string text = look_.value_text == nullptr ? "" : std::to_string(static_cast<int>(place));
      draw_text(font, {x_of(place) - text_width(font, text) / 2, plot_.max.y + scaled(6)}, t.palette.text_dim,
                text);
    }
    draw_text(font,
              {(plot_.min.x + plot_.max.x - text_width(font, look_.x_title)) / 2,
               plot_.max.y + scaled(8) + text_height(font)},
              t.palette.text_faint, look_.x_title);
    if (look_.level) dashes(*look_.level);
    if (look_.with_ideal) draw_ideal();
  }

  void dashes(double level) const {
    const float y = y_of(level), dot = scaled(2);
    for (float x = plot_.min.x; x < plot_.max.x; x += 2.5f * dot)
      ImGui::GetWindowDrawList()->AddRectFilled({x, y - dot / 2}, {x + dot, y + dot / 2},
                                                theme().palette.text_faint);
  }

  void draw_ideal() const {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PushClipRect(plot_.min, plot_.max, true);
    for (std::size_t index = 1; index < look_.places.size(); ++index) {
      const double from = look_.places[index - 1], to = look_.places[index];
      dashed_line({x_of(from), y_of(from)}, {x_of(to), y_of(to)}, theme().palette.text_faint, scaled(1));
    }
    list->PopClipRect();
  }

  static void dashed_line(ImVec2 from, ImVec2 to, ImU32 colour, float thickness) {
    const float x = to.x - from.x, y = to.y - from.y, length = std::sqrt(x * x + y * y);
    const float dash = scaled(6), step = dash + scaled(4);
    for (float at = 0; at < length; at += step) {
      const float begin = at / length, end = std::min(1.0f, (at + dash) / length);
      ImGui::GetWindowDrawList()->AddLine({from.x + x * begin, from.y + y * begin},
                                          {from.x + x * end, from.y + y * end}, colour, thickness);
    }
  }

  // Smoothed edges of neighbouring pieces would overlap and show as seams.
  void draw_band(const ChartLine& line) const {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImDrawListFlags flags = list->Flags;
    list->Flags &= ~ImDrawListFlags_AntiAliasedFill;
    for (std::size_t index = 1; index < line.points.size(); ++index) {
      const ChartPoint &a = line.points[index - 1], &b = line.points[index];
      list->AddQuadFilled({x_of(a.x), y_of(a.high)}, {x_of(b.x), y_of(b.high)}, {x_of(b.x), y_of(b.low)},
                          {x_of(a.x), y_of(a.low)}, with_alpha(line.colour, 0.16f));
    }
    list->Flags = flags;
  }

  void draw_line(const ChartLine& line) const {
    if (line.dashed) {
      for (std::size_t index = 1; index < line.points.size(); ++index)
        dashed_line(at_point(line.points[index - 1]), at_point(line.points[index]), line.colour, scaled(2));
      return;
    }
    std::vector<ImVec2> points;
    for (const ChartPoint& point : line.points) points.push_back(at_point(point));
    add_polyline(ImGui::GetWindowDrawList(), points.data(), static_cast<int>(points.size()), line.colour,
                 scaled(2.5f));
  }

  void draw_points(std::size_t index, std::optional<ChartHit> marked) const {
    const ChartLine& line = lines_[index];
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (std::size_t point = 0; point < line.points.size(); ++point) {
      const ImVec2 at = at_point(line.points[point]);
      const float low = y_of(line.points[point].low), high = y_of(line.points[point].high);
      if (low - high > scaled(4))
        list->AddLine({at.x, high}, {at.x, low}, with_alpha(line.colour, 0.6f), scaled(1));
      const bool is_marked = marked && marked->line == index && marked->point == point;
      list->AddCircleFilled(at, scaled(is_marked ? 5.5f : 3.5f), line.colour);
      if (is_marked) list->AddCircle(at, scaled(8), theme().palette.text, 0, scaled(1.5f));
    }
  }

  void draw_names() const {
    if (names_.width() <= 0) return;
    ImFont* font = theme().fonts.small;
    std::vector<const ChartLine*> named;
    std::vector<float> wanted;
    for (const ChartLine& line : lines_) {
      if (line.points.empty() || line.name.empty()) continue;
      named.push_back(&line);
      wanted.push_back(y_of(line.points.back().y));
    }
    const float height = text_height(font) + scaled(1);
    const auto placed = spread_labels(wanted, height, plot_.min.y, plot_.max.y);
    for (std::size_t index = 0; index < named.size(); ++index) {
      const ImVec2 end = at_point(named[index]->points.back());
      ImGui::GetWindowDrawList()->AddLine({end.x + scaled(6), end.y},
                                          {names_.min.x - scaled(4), placed[index]},
                                          with_alpha(named[index]->colour, 0.5f), scaled(1));
      draw_text(font, {names_.min.x, placed[index] - text_height(font) / 2}, named[index]->colour,
                shortened(font, end_text(*named[index]), names_.width()));
    }
  }

  const ChartLook& look_;
  const std::vector<ChartLine>& lines_;
  std::vector<double> ticks_;
  Area plot_{}, names_{};
};

}  // namespace

std::optional<ChartHit> line_chart(const char* id, const Area& area, const ChartLook& look,
                                   const std::vector<ChartLine>& lines, std::optional<ChartHit> marked,
                                   bool& clicked) {
  clicked = false;
  if (area.width() < 1 || area.height() < 1) return std::nullopt;
  const Plot plot(area, look, lines);
  plot.draw(marked);
  ImGui::SetCursorScreenPos(area.min);
  const bool pressed = ImGui::InvisibleButton(id, area.size());
  note_hit(id, area.min, area.max);
  const float half = scaled(5);
  for (const ChartLine& line : lines)
    for (const ChartPoint& point : line.points) {
      const ImVec2 at = plot.at_point(point);
      note_hit(std::string(id) + "." + line.name + "." + std::to_string(static_cast<int>(point.x)),
               {at.x - half, at.y - half}, {at.x + half, at.y + half});
    }
  if (!ImGui::IsItemHovered()) return std::nullopt;
  const auto hit = plot.hit(ImGui::GetIO().MousePos);
  clicked = pressed && hit.has_value();
  if (hit) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  return hit;
}

}  // namespace forkscope::app
