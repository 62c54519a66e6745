#include "app/panels/pool_workers.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/model/pool_settings.h"
#include "app/theme/theme.h"
#include "app/widgets/buttons.h"
#include "app/widgets/format.h"
#include "app/widgets/text.h"
#include "app/widgets/worker_rows.h"

namespace forkscope::app {

namespace {

constexpr float kLeastRow = 22, kMostRow = 52, kLeastCurve = 36, kMostCurve = 84,
                kNames = 210;  // unscaled pixels

double seconds_since(std::int64_t from_ns, std::int64_t time_ns) {
  return static_cast<double>(time_ns - from_ns) * 1e-9;
}

std::string state_text(ChunkState state) {
  switch (state) {
    case ChunkState::runs:
      return tr("runs");
    case ChunkState::done:
      return tr("done");
    case ChunkState::failed:
      return tr("raised an exception");
    case ChunkState::lost:
      break;
  }
  return tr("lost: its worker was killed");
}

RowBlock chunk_block(const PoolView& pool, const PoolSettings& settings, const PoolWorker& worker,
                     const PoolChunk& chunk) {
  const Palette& p = theme().palette;
  const std::string tasks = tasks_of_chunk(chunk.index, settings.real_chunk(), settings.tasks);
  const std::int64_t end = chunk.end_ns < 0 ? pool.end_ns : chunk.end_ns;
  const bool lost = chunk.state == ChunkState::lost;
  RowBlock block{seconds_since(pool.begin_ns, chunk.begin_ns),
                 seconds_since(pool.begin_ns, end),
                 lost ? Fill::hatched_closely : Fill::plain,
                 lost || chunk.state == ChunkState::failed ? p.wrong : process_colour(worker.process),
                 tasks,
                 ""};
  block.hint = tr_format("chunk {0}: tasks {1}", chunk.index + 1, tasks) + "\n" + worker.name + ", " +
               state_text(chunk.state) + "\n" + duration_text(end - chunk.begin_ns);
  return block;
}

std::vector<RowBlock> blocks_of(const PoolView& pool, const PoolSettings& settings,
                                const std::vector<PoolWorker>& row) {
  std::vector<RowBlock> blocks;
  for (const PoolWorker& worker : row) {
    const std::int64_t ready = !worker.chunks.empty() ? worker.chunks.front().begin_ns
                               : worker.ended_ns >= 0 ? worker.ended_ns
                                                      : pool.end_ns;
    RowBlock start{seconds_since(pool.begin_ns, worker.began_ns),
                   seconds_since(pool.begin_ns, ready),
                   Fill::plain,
                   theme().palette.gil_wait,
                   "",
                   ""};
    start.hint = tr_format("{0} starts, and waits for its first chunk: {1}", worker.name,
                           duration_text(ready - worker.began_ns));
    blocks.push_back(std::move(start));
    for (const PoolChunk& chunk : worker.chunks) blocks.push_back(chunk_block(pool, settings, worker, chunk));
  }
  return blocks;
}

// At the right end of the names, while the worker lives; returns the width it takes.
float kill_link(const PoolWorker& worker, float right, float top, float bottom, CommandQueue& commands) {
  ImFont* font = theme().fonts.body;
  const std::string words = tr("kill");
  const float width = text_width(font, words), middle = (top + bottom) / 2,
              half = text_height(font) / 2 + scaled(2);
  const Area area{{right - width, middle - half}, {right, middle + half}};
  if (link(("kill." + std::to_string(worker.pid)).c_str(), area, words, theme().palette.wrong_text))
    commands.push(KillProcess{worker.pid});
  if (ImGui::IsItemHovered())
    tooltip(tr_format("Kill {0} by SIGKILL, and see what becomes of its task", worker.name));
  return width + scaled(8);
}

std::vector<StepPoint> steps_of(const PoolView& pool, const std::vector<PoolPoint>& points) {
  std::vector<StepPoint> steps;
  for (const PoolPoint& point : points)
    steps.push_back({seconds_since(pool.begin_ns, point.time_ns), static_cast<double>(point.count)});
  return steps;
}

struct Curve {
  const char* name;
  const std::vector<PoolPoint>* points;
  ImU32 colour;
};

void draw_curve(const PoolView& pool, const WorkerRows& rows, float top, float height, const Curve& curve) {
  const float bottom = top + height - scaled(8);
  const std::int64_t now = curve.points->empty() ? 0 : curve.points->back().count;
  rows.draw_name(top, bottom, std::string(curve.name) + ": " + count_text(static_cast<std::uint64_t>(now)),
                 theme().palette.text_dim);
  rows.draw_steps(top + scaled(2), bottom, steps_of(pool, *curve.points), curve.colour, [&](double value) {
    return std::string(curve.name) + ": " + count_text(static_cast<std::uint64_t>(value));
  });
}

// As the workers were started, whichever spoke first.
std::vector<const std::vector<PoolWorker>*> in_order(const PoolView& pool) {
  std::vector<const std::vector<PoolWorker>*> rows;
  for (const auto& row : pool.rows) rows.push_back(&row);
  std::sort(rows.begin(), rows.end(),
            [](const auto* a, const auto* b) { return a->front().pid < b->front().pid; });
  return rows;
}

void draw_rows(const Frame& frame, const Area& inside, CommandQueue& commands) {
  const Theme& t = theme();
  const PoolView& pool = frame.pool;
  const PoolSettings settings = pool_settings(frame.knobs);
  const Region region("pool workers", inside);
  const Curve curves[] = {{tr("chunks waiting"), &pool.waiting, t.palette.slots},
                          {tr("results in the pool"), &pool.arrived, t.palette.pipe},
                          {tr("results printed"), &pool.printed, t.palette.buffer}};
  constexpr float kCurves = 3;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float axis = text_height(t.fonts.small) + scaled(6),
              count = static_cast<float>(std::max<std::size_t>(1, pool.rows.size()));
  const float row = std::clamp((inside.height() - axis - kCurves * scaled(kLeastCurve)) / count,
                               scaled(kLeastRow), scaled(kMostRow));
  const float curve_height = std::clamp((inside.height() - axis - row * count - scaled(8)) / kCurves,
                                        scaled(kLeastCurve), scaled(kMostCurve));
  const float names = std::min(scaled(kNames), ImGui::GetContentRegionAvail().x * 0.34f);
  const Area area{at,
                  {at.x + ImGui::GetContentRegionAvail().x - scaled(8),
                   at.y + row * count + kCurves * curve_height + axis}};
  const WorkerRows rows(area, seconds_since(pool.begin_ns, pool.end_ns), names);
  rows.draw_axis(area.max.y - axis, at.y);
  const bool runs = frame.state == RunState::running || frame.state == RunState::paused;
  float y = at.y;
  for (const std::vector<PoolWorker>* row_of_workers : in_order(pool)) {
    const std::vector<PoolWorker>& workers = *row_of_workers;
    const PoolWorker& last = workers.back();
    const bool lives = runs && last.ended_ns < 0;
    const float reserved = lives ? kill_link(last, at.x + names, y, y + row, commands) : 0;
    rows.draw_name(y, y + row, std::to_string(last.pid) + " " + last.name,
                   lives ? t.palette.text : t.palette.text_dim, reserved);
    rows.draw_blocks(y + row * 0.14f, y + row * 0.86f, blocks_of(pool, settings, workers));
    y += row;
  }
  for (const Curve& curve : curves) {
    draw_curve(pool, rows, y + scaled(4), curve_height, curve);
    y += curve_height;
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({1, y + axis - at.y});
}

}  // namespace

void draw_pool_workers(const Frame& frame, const Area& card, CommandQueue& commands) {
  const Theme& t = theme();
  draw_card(card);
  const Area inside =
      titled(card, std::string(tr("THE POOL'S WORKERS")) + " · " + tr("every block is a chunk"));
  if (frame.pool.rows.empty()) {
    const Region region("no pool", inside, Scroll::none);
    return paragraph(t.fonts.body, t.palette.text_faint, tr("No worker has been started yet."));
  }
  draw_rows(frame, inside, commands);
}

}  // namespace forkscope::app
