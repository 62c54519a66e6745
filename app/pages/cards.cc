#include "app/pages/cards.h"

#include <algorithm>
#include <string>

#include "app/panels/answers.h"
#include "app/panels/code.h"
#include "app/panels/console.h"
#include "app/panels/depth.h"
#include "app/panels/items.h"
#include "app/panels/library_code.h"
#include "app/panels/notes.h"
#include "app/panels/predict.h"
#include "app/panels/process_tree.h"
#include "app/panels/timeline.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/i18n.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

std::string program_title(const Frame& frame) {
  return frame.program_name.empty() ? std::string(tr("PROGRAM")) : frame.program_name;
}

std::string items_title(const Frame& frame) {
  return frame.live ? std::string(tr("WHERE THE ITEMS ARE NOW"))
                    : tr_format("WHERE THE ITEMS WERE AT {0}", duration_text(frame.cursor_ns));
}

float title_height() {
  return theme().metrics.line + theme().metrics.padding * 1.6f;
}

// What the whole program, and what its output so far would like to have.
float code_height(const Frame& frame) {
  return title_height() + static_cast<float>(frame.source_lines.size() + 1) * theme().metrics.line;
}
float output_height(const Frame& frame) {
  return title_height() + std::min(12.0f, 1.5f + static_cast<float>(frame.console.lines().size())) *
                              theme().metrics.line * 0.8f;
}

void program_part(const Frame& frame, const Area& area, CommandQueue& commands) {
  const Region region("code", titled(area, program_title(frame)), Scroll::both);
  draw_code(frame, commands);
}

void output_part(const Frame& frame, const Area& area, CommandQueue& commands) {
  draw_separator(area);
  const Region region("output", titled(area, tr("OUTPUT")), Scroll::none);
  draw_console(frame, commands);
}

}  // namespace

void program_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area upper = card;
  // What the code does not need belongs to the output; what both lack is shared.
  const Area lower = upper.cut_bottom(
      std::max(card.height() - code_height(frame), std::min(output_height(frame), card.height() * 0.36f)));
  program_part(frame, upper, commands);
  output_part(frame, lower, commands);
}

void code_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  if (!frame.settings.show_library) return program_card(frame, card, commands);
  draw_card(card);
  Area middle = card;
  const Area upper = middle.cut_top(std::min(code_height(frame), card.height() * 0.4f));
  const Area lower = middle.cut_bottom(std::min(output_height(frame), card.height() * 0.18f));
  program_part(frame, upper, commands);
  draw_separator(middle);
  {
    const Region region("library", titled(middle, library_title(frame)), Scroll::both);
    draw_library_code(frame, commands);
  }
  output_part(frame, lower, commands);
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

void question_part(const Frame& frame, Area& card, CommandQueue& commands) {
  const float height = predict_height(frame, card.width());
  if (height <= 0) return;
  const Area lower = card.cut_bottom(std::min(height, card.height() * 0.6f));
  draw_separator(lower);
  const Region region("predict", titled(lower, tr("PREDICT")));
  draw_predict(frame, commands);
}

void notes_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area upper = card;
  question_part(frame, upper, commands);
  const Region region("notes", titled(upper, tr("NOTES")));
  draw_notes(frame);
}

float time_height(const Frame& frame) {
  const float lanes = static_cast<float>(frame.store.threads().size() + frame.world.processes.size());
  return (lanes + 2) * theme().metrics.lane + scaled(150);
}

void time_card(const Frame& frame, const Area& card, CommandQueue& commands) {
  draw_card(card);
  Area inside = card.inset(theme().metrics.padding, theme().metrics.padding * 0.6f);
  // Where there is room for one only, it is who did what.
  const bool has_room = inside.height() >= scaled(112) + 4 * theme().metrics.lane;
  if ((frame.store.queues().empty() || !has_room) && !frame.store.threads().empty()) {
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

void old_mark(const Area& area, const char* words) {
  const Theme& t = theme();
  ImGui::GetWindowDrawList()->AddRectFilled(area.min, area.max, with_alpha(t.palette.buffer, 0.20f),
                                            t.metrics.rounding);
  draw_text(t.fonts.body,
            {area.min.x + t.metrics.padding, (area.min.y + area.max.y - text_height(t.fonts.body)) / 2},
            t.palette.text, shortened(t.fonts.body, words, area.width() - 2 * t.metrics.padding));
}

void choose_tab(Area& area, const std::vector<std::string>& labels, int& tab) {
  const Metrics& m = theme().metrics;
  tab %= static_cast<int>(labels.size());
  Area bar = area.cut_top(m.line * 1.4f, m.gap * 0.7f);
  const int clicked =
      segmented("tab", bar.cut_left(std::min(bar.width(), segmented_width(labels))), labels, tab);
  if (clicked >= 0) tab = clicked;
}

}  // namespace forkscope::app
