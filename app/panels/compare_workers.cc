#include "app/panels/compare_workers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/theme/theme.h"
#include "app/widgets/compare_text.h"
#include "app/widgets/format.h"
#include "app/widgets/text.h"
#include "app/widgets/worker_rows.h"

namespace forkscope::app {

namespace {

constexpr float kLeastRow = 14, kMostRow = 30, kLeastCurve = 34, kMostCurve = 64,
                kNames = 150;  // unscaled pixels

std::string tasks_text(const lab::CompareBlock& block) {
  if (block.first_task < 0 || block.tasks <= 0) return {};
  if (block.tasks == 1) return std::to_string(block.first_task);
  return std::to_string(block.first_task) + "–" + std::to_string(block.first_task + block.tasks - 1);
}

std::vector<RowBlock> blocks_of(const lab::CompareWorker& worker, ImU32 hue) {
  std::vector<RowBlock> blocks;
  for (const lab::CompareBlock& block : worker.blocks) {
    if (block.kind == "idle") continue;
    const BarPart part = part_of_kind(block.kind, hue);
    RowBlock drawn{block.begin_s,
                   block.end_s,
                   part.fill,
                   part.colour,
                   block.kind == "task" ? tasks_text(block) : "",
                   ""};
    drawn.hint =
        part.name + (tasks_text(block).empty() ? "" : " " + tasks_text(block)) + "\n" +
        tr_format("{0}, from {1} on", seconds_text(block.end_s - block.begin_s), seconds_text(block.begin_s));
    blocks.push_back(std::move(drawn));
  }
  return blocks;
}

std::vector<StepPoint> steps_of(const std::vector<lab::ComparePoint>& points) {
  std::vector<StepPoint> steps;
  for (const lab::ComparePoint& point : points)
    steps.push_back({point.at_s, static_cast<double>(point.count)});
  return steps;
}

struct Curve {
  const char* name;
  const std::vector<lab::ComparePoint>* points;
  ImU32 colour;
};

void draw_curve(const WorkerRows& rows, float top, float height, const Curve& curve) {
  const Theme& t = theme();
  const float bottom = top + height - scaled(8);
  int most = 0;
  for (const lab::ComparePoint& point : *curve.points) most = std::max(most, point.count);
  rows.draw_name(top, bottom, tr_format("{0}, up to {1}", curve.name, most), t.palette.text_dim);
  rows.draw_steps(top + scaled(2), bottom, steps_of(*curve.points), curve.colour, [&](double value) {
    return std::string(curve.name) + ": " + count_text(static_cast<std::uint64_t>(value));
  });
}

void draw_rows(const lab::CompareTimeline& timeline, const Area& inside) {
  const Theme& t = theme();
  const Region region("workers", inside);
  std::vector<Curve> curves;
  const auto add = [&](const char* name, const std::vector<lab::ComparePoint>& points, ImU32 colour) {
    const bool occurs =
        std::any_of(points.begin(), points.end(), [](const auto& point) { return point.count > 0; });
    if (occurs) curves.push_back({name, &points, colour});
  };
  add(tr("tasks waiting"), timeline.waiting, t.palette.slots);
  add(tr("results here"), timeline.arrived, t.palette.pipe);
  add(tr("GIL handed over"), timeline.handovers, t.palette.buffer);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float axis = text_height(t.fonts.small) + scaled(6);
  const float count = static_cast<float>(std::max<std::size_t>(1, timeline.rows.size()));
  const float lines = static_cast<float>(curves.size());
  const float row = std::clamp((inside.height() - axis - lines * scaled(kLeastCurve)) / count,
                               scaled(kLeastRow), scaled(kMostRow));
  const float curve_height =
      std::clamp((inside.height() - axis - row * count - scaled(8)) / std::max(1.0f, lines),
                 scaled(kLeastCurve), scaled(kMostCurve));
  const Area area{at,
                  {at.x + ImGui::GetContentRegionAvail().x - scaled(8),
                   at.y + row * count + lines * curve_height + axis}};
  const WorkerRows rows(area, timeline.whole_s, std::min(scaled(kNames), area.width() * 0.3f));
  rows.draw_axis(area.max.y - axis, at.y);
  float y = at.y;
  for (const lab::CompareWorker& worker : timeline.rows) {
    const bool is_parent = &worker == &timeline.rows.front();
    const std::string name = worker.pid > 0 ? std::to_string(worker.pid) + " " + worker.name : worker.name;
    rows.draw_name(y, y + row, name, is_parent ? t.palette.text : t.palette.text_dim);
    rows.draw_blocks(y + row * 0.14f, y + row * 0.86f, blocks_of(worker, way_colour(timeline.way)));
    y += row;
  }
  for (const Curve& curve : curves) {
    draw_curve(rows, y + scaled(4), curve_height, curve);
    y += curve_height;
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({1, y + axis - at.y});
}

}  // namespace

void draw_compare_workers(const Frame& frame, const Area& card, CommandQueue&) {
  const Theme& t = theme();
  const CompareView& view = frame.compare;
  draw_card(card);
  const lab::CompareTimeline* timeline = timeline_of(view, view.chosen);
  if (timeline == nullptr) {
    const Region region("no workers", titled(card, tr("WORKER TIMELINES")), Scroll::none);
    return paragraph(t.fonts.body, t.palette.text_faint,
                     tr("The traced run of the point that is chosen in the chart."));
  }
  std::string title =
      std::string(tr("WORKER TIMELINES")) + " · " +
      tr_format_plural("{0} worker", "{0} workers", static_cast<std::uint64_t>(view.chosen.workers)) + " · " +
      way_text(view.chosen.way) + " · " + seconds_text(timeline->whole_s);
  if (timeline->shortened) title += " · " + std::string(tr("close blocks are joined"));
  draw_rows(*timeline, titled(card, title));
}

}  // namespace forkscope::app
