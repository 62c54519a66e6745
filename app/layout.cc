#include "app/layout.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/panels/answers.h"
#include "app/panels/code.h"
#include "app/panels/console.h"
#include "app/panels/depth.h"
#include "app/panels/help.h"
#include "app/panels/items.h"
#include "app/panels/knobs.h"
#include "app/panels/lessons.h"
#include "app/panels/notes.h"
#include "app/panels/personality.h"
#include "app/panels/process_tree.h"
#include "app/panels/status.h"
#include "app/panels/timeline.h"
#include "app/panels/top_bar.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/i18n.h"

namespace forkscope::app {

namespace {

// In unscaled pixels: from which width on the cards stand side by side, and the least heights before the page
// scrolls.
constexpr float kFourColumns = 1180, kTwoColumns = 700;
constexpr float kLeastTop = 250, kLeastBottom = 270, kLeastTabbed = 330;

float scaled(float value) {
  return value * theme().metrics.scale;
}

std::string program_title(const Frame& frame) {
  return frame.program_name.empty() ? std::string(tr("PROGRAM")) : frame.program_name;
}

void program_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area upper = card;
  const float title = theme().metrics.line + theme().metrics.padding * 1.6f;
  const float code = title + static_cast<float>(frame.source_lines.size() + 1) * theme().metrics.line;
  const float output = title + std::min(12.0f, 1.5f + static_cast<float>(frame.console.lines().size())) *
                                   theme().metrics.line * 0.8f;
  // What the code does not need belongs to the output; what both lack is shared.
  const Area lower =
      upper.cut_bottom(std::max(card.height() - code, std::min(output, card.height() * 0.36f)));
  {
    const Region region("code", titled(upper, program_title(frame)), Scroll::both);
    draw_code(frame, commands);
  }
  draw_separator(lower);
  const Region region("output", titled(lower, tr("OUTPUT")), Scroll::none);
  draw_console(frame, commands);
}

void lessons_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area lower = card;
  const Area upper = lower.cut_top(std::min(
      lessons_height(frame) + theme().metrics.line * 1.8f + theme().metrics.padding, card.height() * 0.6f));
  {
    const Region region("lessons", titled(upper, tr("LESSONS")));
    draw_lessons(frame, commands);
  }
  draw_separator(lower);
  const Region region("knobs", titled(lower, tr("KNOBS")));
  draw_knobs(frame, commands);
}

std::string items_title(const Frame& frame) {
  return frame.live ? std::string(tr("WHERE THE ITEMS ARE NOW"))
                    : tr_format("WHERE THE ITEMS WERE AT {0}", duration_text(frame.cursor_ns));
}

void answers_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area upper = card;
  const std::size_t processes = std::max(frame.system_processes.size(), frame.world.processes.size());
  const float tree =
      theme().metrics.line * (static_cast<float>(std::clamp<std::size_t>(processes, 1, 8)) + 1.7f) +
      theme().metrics.padding;
  const bool has_queue = !frame.world.queues.empty();
  const Area lower =
      upper.cut_bottom(has_queue ? std::min(tree, card.height() * 0.3f) : card.height() * 0.6f);
  const float items = items_height() + theme().metrics.line * 1.2f + theme().metrics.padding * 1.2f;
  if (has_queue && upper.height() - items > scaled(150)) {
    const Area middle = upper.cut_bottom(std::clamp(upper.height() - scaled(175), items, items * 1.45f));
    draw_separator(middle);
    const Region region("items", titled(middle, items_title(frame)), Scroll::none);
    draw_items(frame);
  }
  {
    const Region region("answers", titled(upper, tr("WHAT THE QUEUE ANSWERED")));
    draw_answers(frame, commands);
  }
  draw_separator(lower);
  const Region region("processes", titled(lower, tr("PROCESSES, AS PS SHOWS THEM")));
  draw_process_tree(frame, commands);
}

void notes_card(const Frame& frame, const Area& card) {
  draw_card(card);
  const Region region("notes", titled(card, tr("NOTES")));
  draw_notes(frame);
}

// A lane for each thread and one for each process's GIL, below the axis; and the depth chart.
float time_height(const Frame& frame) {
  const float lanes = static_cast<float>(frame.store.threads().size() + frame.world.processes.size());
  return (lanes + 2) * theme().metrics.lane + scaled(150);
}

void time_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area inside = card.inset(theme().metrics.padding, theme().metrics.padding * 0.6f);
  if (frame.store.queues().empty() && !frame.store.threads().empty()) {
    note_hit("timeline", inside.min, inside.max);
    const Region region("timeline", inside);
    draw_timeline(frame, commands);
    return;
  }
  const Area depth = inside.cut_bottom(std::clamp(inside.height() * 0.38f, scaled(112), scaled(190)),
                                       theme().metrics.gap * 0.6f);
  {
    note_hit("timeline", inside.min, inside.max);
    const Region region("timeline", inside);
    draw_timeline(frame, commands);
  }
  draw_separator({{card.min.x + theme().metrics.padding, depth.min.y - theme().metrics.gap * 0.3f},
                  {card.max.x - theme().metrics.padding, depth.max.y}});
  note_hit("depth", depth.min, depth.max);
  const Region region("depth", depth, Scroll::none);
  draw_depth(frame, commands);
}

void four_columns(const Frame& frame, Area top, CommandQueue& commands) {
  const float gap = theme().metrics.gap, width = top.width();
  lessons_card(frame, top.cut_left(std::clamp(width * 0.16f, scaled(190), scaled(300)), gap), commands);
  if (frame.settings.show_notes) notes_card(frame, top.cut_right(width * 0.25f, gap));
  program_card(frame, top.cut_left(top.width() * 0.53f, gap), commands);
  answers_card(frame, top, commands);
}

// The chosen one of several cards that share a place.
void tabs(const Frame& frame, Area area, bool with_program, int& tab, CommandQueue& commands) {
  std::vector<std::string> labels;
  if (with_program) labels.push_back(tr("Program"));
  labels.insert(labels.end(), {tr("Answers"), tr("Notes"), tr("Lessons")});
  tab %= static_cast<int>(labels.size());
  Area bar = area.cut_top(theme().metrics.line * 1.4f, theme().metrics.gap * 0.7f);
  const int clicked = segmented("tab", bar.cut_left(segmented_width(labels)), labels, tab);
  if (clicked >= 0) tab = clicked;
  const int chosen = with_program ? tab : tab + 1;
  if (chosen == 0) program_card(frame, area, commands);
  if (chosen == 1) answers_card(frame, area, commands);
  if (chosen == 2) notes_card(frame, area);
  if (chosen == 3) lessons_card(frame, area, commands);
}

}  // namespace

void Layout::next_tab() {
  ++tab_;
}

void Layout::draw(const Frame& frame, CommandQueue& commands) {
  clear_hits();
  const Metrics& m = theme().metrics;
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoBringToFrontOnFocus |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
  Area rest{ImVec2(0, 0), size};
  draw_top_bar(frame, rest.cut_top(m.top_bar), commands);
  draw_status(frame, rest.cut_bottom(m.line * 1.1f));
  rest = rest.inset(m.gap, m.gap);
  rest.max.y += m.gap * 0.7f;
  if (const float height = banner_height(frame, rest.width()); height > 0)
    draw_banner(frame, rest.cut_top(height, m.gap), commands);

  {
    const Region page("content", rest);
    const float columns = rest.width() / m.scale;
    const float least = scaled((columns < kFourColumns ? kLeastTabbed : kLeastTop) + kLeastBottom);
    const bool scrolls = rest.height() < least;
    const ImVec2 origin = ImGui::GetCursorScreenPos();
    Area all{
        origin,
        {origin.x + rest.width() - (scrolls ? scaled(12) : 0), origin.y + std::max(rest.height(), least)}};
    const Area bottom =
        all.cut_bottom(std::clamp(time_height(frame), scaled(kLeastBottom), all.height() * 0.53f), m.gap);
    if (columns >= kFourColumns) {
      four_columns(frame, all, commands);
    } else if (columns >= kTwoColumns) {
      program_card(frame, all.cut_left(all.width() * 0.5f - m.gap / 2, m.gap), commands);
      tabs(frame, all, false, tab_, commands);
    } else {
      tabs(frame, all, true, tab_, commands);
    }
    time_card(frame, bottom, commands);
    ImGui::SetCursorScreenPos(origin);
    if (scrolls) ImGui::Dummy(ImVec2(1, least - 1));
  }
  ImGui::End();
  if (frame.settings.show_personality) {
    const auto button = hits().find("personality");
    const Area below = button == hits().end() ? Area{} : Area{button->second.min, button->second.max};
    draw_personality(frame, below, Area{ImVec2(0, 0), size}, commands);
  }
  if (frame.settings.show_help) draw_help(frame, Area{ImVec2(0, 0), size}, commands);
}

}  // namespace forkscope::app
