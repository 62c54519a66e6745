#include "tests/support/chart_scene.h"

#include <algorithm>

#include "app/panels/answers.h"
#include "app/panels/depth.h"
#include "app/panels/timeline.h"
#include "app/theme/theme.h"
#include "app/widgets/area.h"

namespace forkscope::test {

using app::Area;

void ChartScene::show(const TraceScript& script) {
  script.fill(store);
  const std::int64_t span = std::max<std::int64_t>(store.end_ns(), 1000);
  window = app::TimeWindow{0, span + span / 30, true};
  cursor_ns = store.end_ns();
  live = true;
}

app::Frame ChartScene::frame() {
  return app::Frame{.store = store,
                    .world = live ? store.now() : store.world_at(cursor_ns),
                    .cursor_ns = cursor_ns,
                    .live = live,
                    .window = window,
                    .selection = selection,
                    .settings = settings,
                    .step = step,
                    .starts = starts,
                    .outcomes = outcomes,
                    .remains = remains,
                    .compare = compare,
                    .pool = pool,
                    .state = app::RunState::running,
                    .state_detail = {},
                    .refusal = {},
                    .program_name = "program.py",
                    .source_lines = source_lines_,
                    .lessons = lessons_,
                    .knobs = knobs_,
                    .system_processes = system_processes_,
                    .current_lines = current_lines_,
                    .console = console_,
                    .library = {},
                    .prediction = {},
                    .notice = {}};
}

void ChartScene::draw(float width, float height, float answers_width) {
  const app::Metrics& metrics = app::theme().metrics;
  const app::Frame shown = frame();
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(width, height));
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse);
  Area card{ImVec2(metrics.gap, metrics.gap), ImVec2(width - metrics.gap, height - metrics.gap)};
  if (answers_width > 0) {
    const Area side = card.cut_right(answers_width, metrics.gap);
    app::draw_card(side);
    const app::Region region("answers", side.inset(metrics.padding, metrics.padding));
    app::draw_answers(shown, commands);
  }
  app::draw_card(card);
  Area inside = card.inset(metrics.padding, metrics.padding * 0.6f);
  const Area depth = inside.cut_bottom(
      std::clamp(inside.height() * 0.42f, 110 * metrics.scale, 200 * metrics.scale), metrics.gap * 0.6f);
  {
    const app::Region region("timeline", inside);
    app::draw_timeline(shown, commands);
  }
  app::draw_separator(depth);
  {
    const app::Region region("depth", depth, app::Scroll::none);
    app::draw_depth(shown, commands);
  }
  ImGui::End();
}

}  // namespace forkscope::test
