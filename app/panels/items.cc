#include "app/panels/items.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/i18n.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr std::size_t kMostChips = 24;  // a box never shows more, however wide

struct Chip {
  std::string label;
  base::ProcessId producer = 0;
};

struct Place {
  const char* name;  // translated
  ImU32 colour;      // as in the depth chart
  std::vector<Chip> chips;
  std::size_t count = 0;
  bool is_pipe = false;
};

// The selected queue, else the one with most items under way, else the first.
const trace::QueueState* queue_of(const Frame& frame) {
  const trace::QueueState* best = nullptr;
  for (const auto& [id, queue] : frame.world.queues) {
    if (id == frame.selection.queue) return &queue;
    if (best == nullptr || queue.queued() > best->queued()) best = &queue;
  }
  return best;
}

void add(Place& place, const trace::Store& store, const trace::ItemState& item) {
  ++place.count;
  if (place.chips.size() == kMostChips) return;
  const std::string& label = store.string(item.label);
  place.chips.push_back(
      Chip{trace::is_number_label(item.label) ? std::to_string(trace::number_of_label(item.label)) : label,
           item.producer});
}

std::vector<Place> places_of(const Frame& frame, const trace::QueueState& queue) {
  const Palette& p = theme().palette;
  std::vector<Place> places = {{tr("buffer: private"), p.buffer, {}, 0, false},
                               {tr("feeder's hand"), p.buffer, {}, 0, false},
                               {tr("pipe: seen by all"), p.pipe, {}, 0, true}};
  for (const auto& [process, items] : queue.buffers)
    for (const trace::ItemState& item : items) add(places[0], frame.store, item);
  for (const trace::ItemState& item : queue.in_hand) add(places[1], frame.store, item);
  for (const trace::ItemState& item : queue.in_pipe) add(places[2], frame.store, item);
  return places;
}

// The oldest item leaves next, so it stands at the right, where the arrow begins.
void draw_chips(const Place& place, const Area& box) {
  const Theme& t = theme();
  const float scale = t.metrics.scale;
  ImFont* font = t.fonts.code_small;
  const float height = text_height(font) + 8 * scale, pitch = height + 5 * scale;
  const float rows = std::max(1.0f, std::floor((box.height() - 6 * scale) / pitch));
  const float right = box.max.x - 8 * scale,
              lowest = box.min.y + (box.height() + rows * pitch - 5 * scale) / 2 - height;
  float y = place.count == 1 ? (box.min.y + box.max.y - height) / 2 : lowest - (rows - 1) * pitch;
  float x = right;
  std::size_t shown = 0;
  for (const Chip& chip : place.chips) {
    const std::string label = shortened(font, chip.label, 70 * scale);
    const float width = text_width(font, label) + 12 * scale;
    const bool last_row = y + pitch > lowest + 1;
    const float reserve = last_row && shown + 1 < place.count ? 34 * scale : 0;
    if (x - width - reserve < box.min.x + 6 * scale) {
      if (last_row) break;
      x = right;
      y += pitch;
    }
    const ImVec2 min(x - width, y), max(x, y + height);
    ImGui::GetWindowDrawList()->AddRectFilled(min, max, with_alpha(place.colour, 0.22f), 4 * scale);
    ImGui::GetWindowDrawList()->AddRectFilled(min, {min.x + 3 * scale, max.y}, process_colour(chip.producer),
                                              1 * scale);
    draw_text(font, {min.x + 7 * scale, y + 4 * scale}, t.palette.text, label);
    x = min.x - 5 * scale;
    ++shown;
  }
  if (shown == place.count) return;
  const std::string more =
      shown == 0 ? fmt::format("{}", place.count) : fmt::format("+{}", place.count - shown);
  draw_text(t.fonts.small, {x - text_width(t.fonts.small, more) - 2 * scale, y + 3 * scale},
            t.palette.text_dim, more);
}

void draw_arrow(ImVec2 from, float length) {
  const float scale = theme().metrics.scale;
  const ImU32 colour = theme().palette.gil_wait;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddLine(from, {from.x + length - 5 * scale, from.y}, colour, 1.5f * scale);
  list->AddTriangleFilled({from.x + length, from.y}, {from.x + length - 7 * scale, from.y - 4 * scale},
                          {from.x + length - 7 * scale, from.y + 4 * scale}, colour);
}

void draw_place(const Place& place, Area area) {
  const Theme& t = theme();
  const Area label = area.cut_top(text_height(t.fonts.small), 3 * t.metrics.scale);
  draw_text(t.fonts.small, label.min, t.palette.text_dim,
            shortened(t.fonts.small, place.name, label.width()));
  const float rounding =
      place.is_pipe ? std::min(area.height() / 2, 20 * t.metrics.scale) : 6 * t.metrics.scale;
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled(area.min, area.max, t.palette.background, rounding);
  add_rect(list, area.min, area.max, place.count == 0 ? t.palette.panel_border : place.colour, rounding,
           1.5f * t.metrics.scale);
  if (place.count == 0) {
    const char* nothing = tr("nothing");
    const ImVec2 at((area.min.x + area.max.x - text_width(t.fonts.small, nothing)) / 2,
                    (area.min.y + area.max.y - text_height(t.fonts.small)) / 2);
    draw_text(t.fonts.small, at, t.palette.text_faint, nothing);
  } else {
    draw_chips(place, area.inset(place.is_pipe ? 8 * t.metrics.scale : 0, 0));
  }
}

}  // namespace

float items_height() {
  return text_height(theme().fonts.small) + 46 * theme().metrics.scale;
}

void draw_items(const Frame& frame) {
  const trace::QueueState* queue = queue_of(frame);
  if (queue == nullptr) return;
  const ImVec2 at = ImGui::GetWindowPos();
  Area rest{at,
            {at.x + ImGui::GetWindowWidth(), at.y + ImGui::GetWindowHeight() - 4 * theme().metrics.scale}};
  const float arrow = 26 * theme().metrics.scale, room = rest.width() - 2 * arrow;
  const float shares[] = {0.36f, 0.26f, 0.38f};
  std::size_t index = 0;
  for (const Place& place : places_of(frame, *queue)) {
    const Area box = rest.cut_left(room * shares[index], arrow);
    draw_place(place, box);
    if (++index < 3) {
      const float top = box.min.y + text_height(theme().fonts.small);
      draw_arrow({box.max.x + 4 * theme().metrics.scale, (top + box.max.y) / 2},
                 arrow - 8 * theme().metrics.scale);
    }
  }
}

}  // namespace forkscope::app
