#include "app/panels/predict.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "app/model/keys.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/line_break.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr int kMostInARow = 3;

float row_height() {
  return theme().metrics.line * 1.4f;
}

struct Line {
  ImFont* font;
  ImU32 colour;
  std::string text;
};

std::vector<std::string_view> lines_of(const Line& line, float width) {
  return break_lines(line.text, width,
                     [&line](std::string_view text) { return text_width(line.font, text); });
}

float height_of(const Line& line, float width) {
  return static_cast<float>(lines_of(line, width).size()) * (text_height(line.font) + scaled(4));
}

void draw(const Line& line, Area& left, float gap) {
  for (const std::string_view text : lines_of(line, left.width()))
    draw_text(line.font, left.cut_top(text_height(line.font) + scaled(4)).min, line.colour, text);
  left.cut_top(gap);
}

struct Answer {
  std::string value, label;
};

std::vector<Answer> answers_of(const Frame& frame) {
  std::vector<Answer> answers;
  for (const QuestionChoice& choice : frame.prediction.question->choices)
    answers.push_back({choice.value, choice.text.in(frame.settings.language)});
  return answers;
}

// Side by side where every label fits, else one below the other.
int columns_for(const std::vector<Answer>& answers, float width) {
  const int count = std::min(static_cast<int>(answers.size()), kMostInARow);
  const float room =
      (width - theme().metrics.gap * static_cast<float>(count - 1)) / static_cast<float>(count);
  const bool fits = static_cast<int>(answers.size()) <= kMostInARow &&
                    std::all_of(answers.begin(), answers.end(), [&](const Answer& answer) {
                      return text_width(theme().fonts.body, answer.label) + scaled(34) < room;
                    });
  return fits ? count : 1;
}

std::string answer_label(const Frame& frame, const std::string& value) {
  for (const Answer& answer : answers_of(frame))
    if (answer.value == value) return answer.label;
  return value;
}

// What is said below the answers.
std::vector<Line> verdict_of(const Frame& frame) {
  const PredictionView& view = frame.prediction;
  const Theme& t = theme();
  switch (view.state) {
    case PredictionState::asked:
      if (!view.chosen.empty())
        return {{t.fonts.small, t.palette.text_dim, tr("Now let it move: the run will tell.")}};
      if (frame.settings.mode == Mode::live)
        return {{t.fonts.small, t.palette.text_faint, tr("Choose, and it runs. Or Ctrl 1, 2, 3 ...")}};
      if (view.question->is_number)
        return {{t.fonts.small, t.palette.text_faint, tr("Choose a number, or Ctrl and its digit.")}};
      return {{t.fonts.small, t.palette.text_faint, tr("Choose before it moves, or Ctrl 1, 2, 3 ...")}};
    case PredictionState::waiting:
      return {{t.fonts.small, t.palette.text_dim, tr("The run has not told yet.")}};
    case PredictionState::judged:
      break;
    case PredictionState::none:
      return {};
  }
  const std::string answer = answer_label(frame, view.answer);
  const Line verdict{
      t.fonts.bold, view.is_right ? t.palette.pipe : t.palette.wrong_text,
      view.is_right ? tr_format("Right: {0}", answer) : tr_format("Not this time: {0}", answer)};
  return {verdict, {t.fonts.body, t.palette.text, view.question->reason.in(frame.settings.language)}};
}

void mark(ImVec2 at, bool right, ImU32 colour) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float s = scaled(4);
  if (right) {
    list->AddLine({at.x - s, at.y}, {at.x - s * 0.2f, at.y + s * 0.8f}, colour, scaled(1.8f));
    list->AddLine({at.x - s * 0.2f, at.y + s * 0.8f}, {at.x + s, at.y - s * 0.9f}, colour, scaled(1.8f));
  } else {
    list->AddLine({at.x - s * 0.8f, at.y - s * 0.8f}, {at.x + s * 0.8f, at.y + s * 0.8f}, colour,
                  scaled(1.8f));
    list->AddLine({at.x - s * 0.8f, at.y + s * 0.8f}, {at.x + s * 0.8f, at.y - s * 0.8f}, colour,
                  scaled(1.8f));
  }
}

// Chosen: an edge in the accent's colour; judged: green with a tick for what was true, red with a cross for a
// wrong choice.
bool answer_button(const Frame& frame, const std::string& id, const Answer& answer, const Area& area) {
  const PredictionView& view = frame.prediction;
  const Theme& t = theme();
  const bool judged = view.state == PredictionState::judged, chosen = view.chosen == answer.value;
  const bool is_true = judged && (view.answer == answer.value || (chosen && view.is_right));
  const bool is_wrong = judged && chosen && !view.is_right;
  ImGui::SetCursorScreenPos(area.min);
  const bool clicked =
      ImGui::InvisibleButton(id.c_str(), area.size()) && view.state == PredictionState::asked;
  note_hit(id, area.min, area.max);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const bool hovered = ImGui::IsItemHovered() && view.state == PredictionState::asked;
  list->AddRectFilled(area.min, area.max, hovered ? with_alpha(t.palette.accent, 0.15f) : t.palette.raised,
                      scaled(6));
  const ImU32 edge = is_true    ? t.palette.pipe
                     : is_wrong ? t.palette.wrong
                     : chosen   ? t.palette.accent
                                : t.palette.panel_border;
  list->AddRect(area.min, area.max, edge, scaled(6), 0,
                is_true || is_wrong || chosen ? scaled(1.6f) : scaled(1));
  const bool marked = is_true || is_wrong;
  const std::string label = shortened(t.fonts.body, answer.label, area.width() - scaled(marked ? 34 : 16));
  const float width = text_width(t.fonts.body, label) + (marked ? scaled(16) : 0);
  const float x = area.min.x + (area.width() - width) / 2;
  draw_text(t.fonts.body, {x, area.min.y + (area.height() - text_height(t.fonts.body)) / 2},
            judged && !marked ? t.palette.text_dim : t.palette.text, label);
  if (marked) mark({x + width - scaled(4), area.min.y + area.height() / 2}, is_true, edge);
  return clicked;
}

void draw_choices(const Frame& frame, Area& left, CommandQueue& commands) {
  const std::vector<Answer> answers = answers_of(frame);
  const float gap = theme().metrics.gap * 0.8f;
  const int columns = columns_for(answers, left.width());
  const float width = (left.width() - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  Area row = left;
  for (std::size_t index = 0; index < answers.size(); ++index) {
    if (index % static_cast<std::size_t>(columns) == 0) row = left.cut_top(row_height(), gap * 0.8f);
    const Area place = row.cut_left(width, gap);
    if (answer_button(frame, "predict." + std::to_string(index + 1), answers[index], place))
      commands.push(Predict{answers[index].value});
  }
}

void draw_number(const Frame& frame, Area& left, CommandQueue& commands) {
  const PredictionView& view = frame.prediction;
  Area row = left.cut_top(row_height(), theme().metrics.gap * 0.6f);
  const int value = view.chosen.empty() ? -1 : std::atoi(view.chosen.c_str());
  const bool open = view.state == PredictionState::asked;
  const float gap = theme().metrics.gap * 0.6f;
  const auto change = [&](const char* id, const char* label, int to) {
    if (button(id, row.cut_left(row_height(), gap), {Icon::none, label, "", false, open && to >= 0}))
      commands.push(Predict{std::to_string(to)});
  };
  change("predict.less", "-", value - 1);
  answer_button(frame, "predict.number", {view.chosen, view.chosen.empty() ? "?" : view.chosen},
                row.cut_left(row_height() * 2, gap));
  change("predict.more", "+", value + 1);
}

Line question_line(const Frame& frame) {
  const Theme& t = theme();
  return {t.fonts.body, t.palette.text, frame.prediction.question->text.in(frame.settings.language)};
}

// Right of the title.
void draw_score(const PredictionView& view, ImVec2 right_top) {
  ImFont* font = theme().fonts.small;
  const std::string text = tr_format("{0} of {1} right", view.right, view.judged);
  draw_text(font, {right_top.x - text_width(font, text), right_top.y}, theme().palette.text_dim, text);
}

}  // namespace

void draw_predict(const Frame& frame, CommandQueue& commands) {
  if (frame.prediction.state == PredictionState::none) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  Area left{at, {at.x + ImGui::GetContentRegionAvail().x, at.y + 100'000}};
  const float gap = theme().metrics.gap;
  draw(question_line(frame), left, gap * 0.7f);
  if (frame.prediction.question->is_number)
    draw_number(frame, left, commands);
  else
    draw_choices(frame, left, commands);
  for (const Line& line : verdict_of(frame)) draw(line, left, gap * 0.3f);
  if (frame.prediction.judged > 0) {
    const Area score = left.cut_top(theme().metrics.line);
    draw_score(frame.prediction, {score.max.x, score.min.y});
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy(ImVec2(1, left.min.y - at.y));
}

float predict_height(const Frame& frame, float card_width) {
  if (frame.prediction.state == PredictionState::none) return 0;
  const Metrics& m = theme().metrics;
  const float width = card_width - 2 * m.padding;
  float height =
      m.padding * 1.4f + m.line + m.gap * 0.4f + height_of(question_line(frame), width) + m.gap * 0.7f;
  const std::vector<Answer> answers = answers_of(frame);
  const int columns = answers.empty() ? 1 : columns_for(answers, width);
  const int rows = answers.empty() ? 1 : (static_cast<int>(answers.size()) + columns - 1) / columns;
  height += static_cast<float>(rows) * (row_height() + m.gap * 0.64f);
  for (const Line& line : verdict_of(frame)) height += height_of(line, width) + m.gap * 0.3f;
  return height + m.gap + (frame.prediction.judged > 0 ? m.line : 0);
}

}  // namespace forkscope::app
