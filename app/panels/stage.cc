#include "app/panels/stage.h"

#include <algorithm>

#include "app/model/stage_layout.h"
#include "app/stage/draw_parts.h"
#include "app/theme/theme.h"
#include "app/widgets/answer_card.h"
#include "app/widgets/area.h"
#include "app/widgets/format.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

const trace::Answer* last_wrong(const Frame& frame, std::int64_t from_ns, std::int64_t until_ns) {
  const trace::Answer* found = nullptr;
  for (const trace::QueueTrack& track : frame.store.queues()) {
    const auto end =
        std::partition_point(track.wrong.begin(), track.wrong.end(),
                             [until_ns](const trace::Answer& answer) { return answer.time_ns <= until_ns; });
    if (end == track.wrong.begin()) continue;
    const trace::Answer& answer = *(end - 1);
    if (answer.time_ns >= from_ns && (found == nullptr || answer.time_ns > found->time_ns)) found = &answer;
  }
  return found;
}

// The answer that the last step gave, if it was wrong.
const trace::Answer* wrong_answer(const Frame& frame) {
  const DoneStep* last = frame.step.last;
  const std::uint64_t end = frame.store.first_index() + frame.store.size();
  if (last == nullptr || last->first_event >= last->end_event ||
      last->first_event < frame.store.first_index() || last->end_event > end)
    return nullptr;
  return last_wrong(frame, frame.store.event(last->first_event).time_ns,
                    frame.store.event(last->end_event - 1).time_ns);
}

Area region_area() {
  const ImVec2 at = ImGui::GetWindowPos(), size = ImGui::GetWindowSize();
  return {at, {at.x + size.x, at.y + size.y}};
}

void draw_banner(const trace::Store& store, const trace::Answer& answer, Area& rest) {
  const AnswerText text = answer_text(store, answer);
  const float height = std::min(answer_card_height(text, rest.width()), rest.height() * 0.5f);
  draw_answer_card(rest.cut_bottom(height, theme().metrics.gap), text, true);
}

void draw_picture(const Frame& frame, StageMotion& motion, CommandQueue& commands) {
  const float scale = theme().metrics.scale, bar = ImGui::GetStyle().ScrollbarSize;
  const StageModel model = stage_model(frame.store, frame.world, frame.step);
  const StageLayout layout =
      stage_layout(model, (ImGui::GetWindowWidth() - bar) / scale - 2, ImGui::GetWindowHeight() / scale);
  const StagePen pen(ImGui::GetCursorScreenPos(), scale);
  StageCanvas canvas{frame, model, layout, pen, commands, {}, {}};
  motion.begin(frame.seconds, layout.width, frame.settings.motion && frame.seconds > 0);
  for (std::size_t i = 0; i < model.processes.size(); ++i) draw_process(canvas, i);
  for (std::size_t i = 0; i < model.queues.size(); ++i) draw_queue(canvas, i);
  for (std::size_t i = 0; i < model.pools.size(); ++i) draw_pool(canvas, i);
  canvas.last_pill = {};
  for (std::size_t i = 0; i < model.objects.size(); ++i) draw_object(canvas, i);
  draw_ways(canvas);
  draw_cells(canvas, motion);
  const Palette& p = theme().palette;
  if (model.more_objects > 0)
    pen.text(layout.more_objects, theme().fonts.small, p.text_dim,
             tr_format("+{0} more", model.more_objects));
  if (model.more_processes > 0)
    pen.text(layout.more_processes, theme().fonts.small, p.text_dim,
             tr_format_plural("+{0} process that has ended", "+{0} processes that have ended",
                              model.more_processes));
  ImGui::Dummy(ImVec2(layout.width * scale, layout.height * scale + 2));
  if (motion.end()) commands.push(DrawAgain{});
}

}  // namespace

void draw_stage(const Frame& frame, CommandQueue& commands) {
  static StageMotion motion;  // the stage is drawn once a frame
  Area rest = region_area();
  if (frame.world.processes.empty()) {
    paragraph(theme().fonts.body, theme().palette.text_dim, tr("Nothing runs yet."));
    return;
  }
  if (const trace::Answer* answer = wrong_answer(frame)) draw_banner(frame.store, *answer, rest);
  const Region region("picture", rest);
  draw_picture(frame, motion, commands);
}

}  // namespace forkscope::app
