#include "app/panels/code.h"

#include <algorithm>
#include <string>

#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/i18n.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/source_view.h"
#include "app/widgets/text.h"
#include "app/widgets/thread_ink.h"

namespace forkscope::app {

namespace {

SourceMarkers markers_of(const Frame& frame) {
  SourceMarkers markers;
  const bool sampled = frame.live && !frame.current_lines.empty();
  for (const auto& [id, thread] : frame.world.threads) {
    if (thread.activity == trace::ThreadActivity::ended) continue;
    const auto found = frame.current_lines.find(id);
    const std::uint32_t line = sampled && found != frame.current_lines.end() ? found->second : thread.line;
    if (line == 0) continue;
    const bool waits = thread.activity == trace::ThreadActivity::waits;
    markers[line].push_back(
        SourceMarker{id, thread_ink(frame.world, id), full_thread_name(frame.store, id), waits});
  }
  return markers;
}

// The caret under the refused place, and why.
void draw_refusal(const Frame& frame, float gutter) {
  const Theme& t = theme();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const std::string before(static_cast<std::size_t>(std::max(0, frame.refusal.column - 1)), ' ');
  draw_text(t.fonts.code, {at.x + gutter, at.y - 4 * t.metrics.scale}, t.palette.wrong_text, before + "^");
  ImGui::Dummy(ImVec2(1, text_height(t.fonts.code) * 0.75f));
  ImGui::Indent(gutter);
  const std::string sentence(without_place(frame.refusal.message));
  const float in_sight =
      ImGui::GetScrollX() + ImGui::GetWindowWidth() - ImGui::GetStyle().ScrollbarSize - t.metrics.gap;
  paragraph(t.fonts.body, t.palette.wrong_text, lab_text(sentence), in_sight);
  ImGui::Unindent(gutter);
}

// While the cursor is moved by hand, the line of the chosen (or first) thread stays in sight.
std::uint32_t line_in_sight(const Frame& frame, const SourceMarkers& markers) {
  if (frame.refusal.line > 0) return static_cast<std::uint32_t>(frame.refusal.line);
  std::uint32_t line = 0;
  if (frame.live && frame.state != RunState::paused) return line;
  for (const auto& [number, threads] : markers)
    for (const SourceMarker& marker : threads)
      if (line == 0 || marker.thread == frame.selection.thread) line = number;
  return line;
}

}  // namespace

void draw_code(const Frame& frame, CommandQueue& commands) {
  static SourceMemory memory;
  const Theme& t = theme();
  if (frame.source_lines.empty()) {
    paragraph(t.fonts.body, frame.state == RunState::refused ? t.palette.wrong_text : t.palette.text_dim,
              frame.state == RunState::refused ? lab_text(frame.refusal.message)
                                               : std::string(tr("Nothing is open yet.")));
    return;
  }
  SourceText text{.lines = frame.source_lines, .markers = markers_of(frame)};
  text.refused_line = frame.refusal.line;
  text.line_in_sight = line_in_sight(frame, text.markers);
  text.below_refused = [&frame](float gutter) { draw_refusal(frame, gutter); };
  Selection selection;
  selection.thread = draw_source("code", memory, text);
  if (selection.thread != 0) commands.push(Select{selection});
}

}  // namespace forkscope::app
