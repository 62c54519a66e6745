#include "app/panels/console.h"

#include <algorithm>
#include <array>
#include <string>

#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/i18n.h"
#include "app/widgets/lab_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

bool wants_input(const Frame& frame) {
  const bool is_stepped = frame.settings.mode == Mode::step && frame.state == RunState::paused;
  if (!frame.live || (frame.state != RunState::running && !is_stepped)) return false;
  return std::any_of(frame.world.threads.begin(), frame.world.threads.end(), [](const auto& entry) {
    return entry.second.activity == trace::ThreadActivity::waits &&
           entry.second.waits_in == trace::EventKind::stream_read;
  });
}

void draw_line(const ConsoleLine& line, std::uint64_t pieces, ImVec2 at, float height) {
  const Theme& t = theme();
  const float scale = t.metrics.scale;
  ImFont* font = t.fonts.code_small;
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + 3 * scale, at.y + height},
                                            process_colour(line.segments.front().process));
  float x = at.x + 10 * scale;
  for (const ConsoleSegment& segment : line.segments) {
    if (segment.piece >= pieces) break;
    draw_text(font, {x, at.y + (height - text_height(font)) / 2},
              segment.is_error ? t.palette.wrong_text : t.palette.text, segment.text);
    x += text_width(font, segment.text);
  }
  ImGui::Dummy(ImVec2(x - at.x, height));
}

void draw_report(const Frame& frame) {
  paragraph(theme().fonts.code_small, theme().palette.wrong_text,
            lab_text(frame.refusal.text.empty() ? frame.refusal.message : frame.refusal.text));
}

void draw_input(CommandQueue& commands) {
  static std::array<char, 1024> typed{};
  ImGui::SetNextItemWidth(-1);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool entered =
      ImGui::InputTextWithHint("##input", tr("the program waits for a line: type it and press Enter"),
                               typed.data(), typed.size(), ImGuiInputTextFlags_EnterReturnsTrue);
  note_hit("input", at, {at.x + ImGui::GetItemRectSize().x, at.y + ImGui::GetItemRectSize().y});
  if (!entered) return;
  commands.push(SendInput{typed.data()});
  typed.fill(0);
  ImGui::SetKeyboardFocusHere(-1);
}

}  // namespace

void draw_console(const Frame& frame, CommandQueue& commands) {
  const bool asks = wants_input(frame);
  const ImVec2 at = ImGui::GetWindowPos();
  Area area{at, {at.x + ImGui::GetWindowWidth(), at.y + ImGui::GetWindowHeight()}};
  const Area field = asks ? area.cut_bottom(theme().metrics.line * 1.4f, 4) : Area{};
  {
    const Region region("lines", area, Scroll::both);
    const auto& lines = frame.console.lines();
    const float height = text_height(theme().fonts.code_small) * 1.12f;
    const std::size_t count = frame.console.count_at(frame.world.output_pieces);
    if (frame.state == RunState::refused) draw_report(frame);
    if (count == 0 && frame.state != RunState::refused)
      paragraph(theme().fonts.small, theme().palette.text_faint, tr("Nothing printed so far."));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(std::min<std::size_t>(count, 1'000'000)), height);
    while (clipper.Step())
      for (int index = clipper.DisplayStart; index < clipper.DisplayEnd; ++index)
        draw_line(lines[static_cast<std::size_t>(index)], frame.world.output_pieces,
                  ImGui::GetCursorScreenPos(), height);
    ImGui::PopStyleVar();
    static std::size_t counted = 0;
    if (count != counted) ImGui::SetScrollHereY(1.0f);
    counted = count;
  }
  if (!asks) return;
  const Region region("field", field, Scroll::none);
  draw_input(commands);
}

}  // namespace forkscope::app
