#include "app/panels/answers.h"

#include <algorithm>

#include "app/model/names.h"
#include "app/theme/theme.h"
#include "app/widgets/answer_card.h"
#include "app/widgets/format.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

using trace::Answer;
using trace::Question;

const Answer* last_until(const std::vector<Answer>& answers, std::int64_t time_ns) {
  const auto end = std::partition_point(answers.begin(), answers.end(),
                                        [&](const Answer& answer) { return answer.time_ns <= time_ns; });
  return end == answers.begin() ? nullptr : &*(end - 1);
}

// The selected answer if there is one at that time, else the last wrong one up to the cursor.
const Answer* shown_answer(const Frame& frame) {
  const Answer* latest = nullptr;
  for (const trace::QueueTrack& track : frame.store.queues()) {
    const Answer* selected = last_until(track.answers, frame.selection.answer_ns);
    if (selected != nullptr && selected->time_ns == frame.selection.answer_ns &&
        selected->time_ns <= frame.cursor_ns)
      return selected;
    const Answer* wrong = last_until(track.wrong, frame.cursor_ns);
    if (wrong != nullptr && (latest == nullptr || wrong->time_ns > latest->time_ns)) latest = wrong;
  }
  return latest;
}

void draw_card_of(const Frame& frame, const Answer& answer, CommandQueue& commands) {
  const AnswerText text = answer_text(frame.store, answer);
  const float width = ImGui::GetContentRegionAvail().x, height = answer_card_height(text, width);
  const ImVec2 top = ImGui::GetCursorScreenPos(), bottom(top.x + width, top.y + height);
  draw_answer_card({top, bottom}, text, answer.wrong);
  ImGui::Dummy(ImVec2(width, height));
  if (ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(top, bottom) &&
      ImGui::IsMouseClicked(ImGuiMouseButton_Left))
    commands.push(MoveCursor{answer.time_ns});
}

void draw_counter(const Frame& frame, const trace::QueueTrack& track, Question question, const char* name,
                  bool several) {
  const trace::WrongSummary summary = frame.store.wrong_summary(track.queue, question, frame.cursor_ns);
  if (summary.asked == 0) return;
  const std::string who = several ? queue_name(frame.store, track.queue, tr("queue")) + "." + name : name;
  std::string text =
      tr_format("{0}: asked: {1}, wrong: {2}", who, count_text(summary.asked), count_text(summary.wrong));
  if (summary.resolved > 0)
    text += tr_format(", stayed wrong for {0} / {1} / {2} (shortest / middle / 99 of 100)",
                      duration_text(summary.min_ns), duration_text(summary.median_ns),
                      duration_text(summary.p99_ns));
  paragraph(theme().fonts.small, theme().palette.text_dim, text);
}

// The newest answer of all queues up to the cursor, if it was wrong.
const Answer* newest_if_wrong(const Frame& frame) {
  const Answer* newest = nullptr;
  for (const trace::QueueTrack& track : frame.store.queues()) {
    const Answer* answer = last_until(track.answers, frame.cursor_ns);
    if (answer != nullptr && (newest == nullptr || answer->time_ns > newest->time_ns)) newest = answer;
  }
  return newest != nullptr && newest->wrong ? newest : nullptr;
}

}  // namespace

float wrong_answer_height(const Frame& frame, float width) {
  const Answer* answer = newest_if_wrong(frame);
  return answer == nullptr ? 0 : answer_card_height(answer_text(frame.store, *answer), width);
}

void draw_wrong_answer(const Frame& frame, const Area& area) {
  if (const Answer* answer = newest_if_wrong(frame))
    draw_answer_card(area, answer_text(frame.store, *answer), true);
}

void draw_answers(const Frame& frame, CommandQueue& commands) {
  const auto& queues = frame.store.queues();
  const Answer* answer = shown_answer(frame);
  if (answer != nullptr)
    draw_card_of(frame, *answer, commands);
  else
    paragraph(theme().fonts.body, theme().palette.text_dim,
              tr("No wrong answer up to here. When a queue says it is empty although items are on their way, "
                 "it is told here in red."));
  for (const trace::QueueTrack& track : queues) {
    draw_counter(frame, track, Question::empty, "empty()", queues.size() > 1);
    draw_counter(frame, track, Question::get, "get_nowait()", queues.size() > 1);
    draw_counter(frame, track, Question::qsize, "qsize()", queues.size() > 1);
  }
}

}  // namespace forkscope::app
