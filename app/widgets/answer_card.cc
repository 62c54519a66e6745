#include "app/widgets/answer_card.h"

#include "app/platform/imgui_versions.h"
#include "app/theme/theme.h"
#include "app/widgets/line_break.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kLineHeight = 1.4f;  // of the font's

float pad() {
  return theme().metrics.padding;
}

float line_height(ImFont* font) {
  return text_height(font) * kLineHeight;
}

std::vector<std::string_view> lines_of(ImFont* font, std::string_view text, float width) {
  return break_lines(text, width - 2 * pad(),
                     [font](std::string_view part) { return text_width(font, part); });
}

float draw_lines(ImFont* font, ImU32 colour, std::string_view text, ImVec2 at, float width) {
  for (const std::string_view line : lines_of(font, text, width)) {
    draw_text(font, at, colour, line);
    at.y += line_height(font);
  }
  return at.y;
}

}  // namespace

float answer_card_height(const AnswerText& text, float width) {
  const Fonts& fonts = theme().fonts;
  return static_cast<float>(lines_of(fonts.bold, text.title, width).size()) * line_height(fonts.bold) +
         static_cast<float>(lines_of(fonts.body, text.sentence, width).size()) * line_height(fonts.body) +
         pad();
}

void draw_answer_card(const Area& area, const AnswerText& text, bool wrong) {
  const Theme& look = theme();
  ImDrawList* draw = ImGui::GetWindowDrawList();
  draw->AddRectFilled(area.min, area.max, wrong ? look.palette.wrong_panel : look.palette.raised,
                      look.metrics.rounding);
  add_rect(draw, area.min, area.max, wrong ? look.palette.wrong : look.palette.panel_border,
           look.metrics.rounding, look.metrics.scale);
  const float x = area.min.x + pad();
  const float y = draw_lines(look.fonts.bold, wrong ? look.palette.wrong_text : look.palette.text, text.title,
                             {x, area.min.y + pad() * 0.55f}, area.width());
  draw_lines(look.fonts.body, look.palette.text, text.sentence, {x, y}, area.width());
}

}  // namespace forkscope::app
