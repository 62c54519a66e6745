#include <algorithm>

#include "app/model/stage_places.h"
#include "app/stage/draw_parts.h"
#include "app/stage/stage_text.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"

namespace forkscope::app {

namespace {

constexpr float kPipeSize = 64 * 1024;

bool several(const StageCanvas& canvas) {
  return canvas.model.queues.size() > 1;
}

std::string label_of(const StageCanvas& canvas, const StageQueue& queue, float width) {
  constexpr float kLong = 200;
  if (!several(canvas) && width >= kLong) return tr("pipe: what other processes can see");
  return tr_format("pipe of {0}", queue_name(canvas.frame.store, queue.id, tr("queue")));
}

// How full the pipe is, as a line along its lower edge.
void draw_fill(const StageCanvas& canvas, const StageRect& tube, std::int64_t bytes) {
  if (bytes <= 0) return;
  const float share = std::clamp(static_cast<float>(bytes) / kPipeSize, 0.0f, 1.0f);
  const float length = (tube.width - tube.height) * share;
  canvas.pen.box({tube.x + tube.height / 2, tube.bottom() - 5, std::max(length, 2.0f), 3},
                 {theme().palette.pipe, 0, 1.5f, 0});
}

void draw_tube(StageCanvas& canvas, const StageQueue& queue, const PipePlace& place) {
  const Palette& p = theme().palette;
  const bool has_items = queue.count > 0;
  const ImU32 edge = queue.pipe_changed ? p.text : has_items ? p.pipe : p.gil_wait;
  canvas.pen.box(place.tube, {p.background, edge, place.tube.height / 2, queue.pipe_changed ? 2.4f : 1.8f});
  draw_fill(canvas, place.tube, queue.bytes);
  for (std::size_t i = 0; i < place.items.size(); ++i)
    canvas.cells.push_back({&queue.items[i], place.items[i], p.pipe});
  if (place.more.width > 0) draw_more(canvas, place.more, queue.count - place.items.size());
  const bool is_inside = place.tube.contains(place.text);
  canvas.pen.text(place.text, theme().fonts.small, has_items ? p.text : p.text_dim, pipe_text(queue),
                  is_inside && !has_items ? 0.5f : 1.0f);
}

void draw_slots(StageCanvas& canvas, const StageQueue& queue, const StageRect& rect) {
  const Palette& p = theme().palette;
  std::string taken = std::to_string(queue.slots_taken);
  if (queue.maxsize > 0) taken = tr_format("{0} of {1}", queue.slots_taken, queue.maxsize);
  std::vector<PillPart> parts = {
      {std::string(tr("slots taken")) + " ", p.text}, {taken, p.slots}, {" = qsize()", p.text_dim}};
  if (queue.slots.waiters > 0) parts.push_back({" · " + waiters_text(queue.slots.waiters), p.text_dim});
  draw_pill(canvas, rect, parts, queue.slots.changed);
}

std::string pool_title(const StagePool& pool) {
  std::string title = pool.name.empty() ? std::string("Pool") : pool.name;
  title +=
      " · " + tr_format_plural("{0} worker", "{0} workers", static_cast<std::uint64_t>(pool.state.workers));
  if (!pool.job.empty()) title += " · " + pool.job;
  if (pool.state.terminated)
    title += std::string(" · ") + tr("terminated");
  else if (pool.state.closed)
    title += std::string(" · ") + tr("closed");
  return title;
}

std::uint64_t count_of(std::int64_t number) {
  return static_cast<std::uint64_t>(std::max<std::int64_t>(number, 0));
}

}  // namespace

void draw_queue(StageCanvas& canvas, std::size_t index) {
  const StageQueue& queue = canvas.model.queues[index];
  const QueuePlace& place = canvas.layout.queues[index];
  const Theme& t = theme();
  if (!canvas.pen.is_visible(place.box)) return;
  canvas.last_pill = {};
  if (place.is_framed) canvas.pen.box(place.box, {0, t.palette.panel_border, 8, 1});
  canvas.pen.text(place.label, t.fonts.small, t.palette.text_dim, label_of(canvas, queue, place.label.width));
  draw_tube(canvas, queue, place.pipe);
  draw_slots(canvas, queue, place.slots);
  draw_lock_pill(canvas, place.reader_lock, tr("reader lock"), queue.reader_lock);
  draw_lock_pill(canvas, place.writer_lock, tr("writer lock"), queue.writer_lock);
}

void draw_pool(StageCanvas& canvas, std::size_t index) {
  const StagePool& pool = canvas.model.pools[index];
  const PoolPlace& place = canvas.layout.pools[index];
  const Palette& p = theme().palette;
  if (!canvas.pen.is_visible(place.box)) return;
  canvas.last_pill = {};
  canvas.pen.box(place.box, {0, pool.changed ? p.text : p.panel_border, 8, pool.changed ? 1.8f : 1.0f});
  canvas.pen.text(place.label, theme().fonts.bold, p.text, pool_title(pool));
  const auto pill = [&](std::size_t fact, const char* name, const std::string& value, ImU32 colour) {
    draw_pill(canvas, place.facts[fact], {{std::string(name) + " ", p.text}, {value, colour}}, false);
  };
  const trace::PoolState& state = pool.state;
  pill(0, tr("tasks in the pipe"), count_text(count_of(state.submitted - state.started)), p.buffer);
  pill(1, tr("at work"), count_text(state.running.size()), p.slots);
  pill(2, tr("results back"), tr_format("{0} of {1}", state.received, std::max(state.given, state.submitted)),
       p.pipe);
  std::string bytes = tr_format("tasks {0} B, results {1} B", pool.task_bytes, pool.result_bytes);
  if (state.lost > 0) bytes += " · " + tr_format("lost with a killed worker: {0}", state.lost);
  draw_pill(canvas, place.facts[3], {{std::string(tr("pipes")) + " ", p.text}, {bytes, p.text_dim}}, false);
}

void draw_object(StageCanvas& canvas, std::size_t index) {
  const StageObject& object = canvas.model.objects[index];
  const StageRect& rect = canvas.layout.objects[index];
  const Palette& p = theme().palette;
  std::vector<PillPart> parts = {{object_label(object) + " ", p.text}};
  switch (object.kind) {
    case StageObjectKind::lock:
    case StageObjectKind::thread_lock:
    case StageObjectKind::condition:
      return draw_lock_pill(canvas, rect, object_label(object), object.lock);
    case StageObjectKind::semaphore:
      parts.push_back({object.largest > 0 ? tr_format("{0} of {1}", object.value, object.largest)
                                          : std::to_string(object.value),
                       p.slots});
      if (object.lock.waiters > 0) parts.push_back({" · " + waiters_text(object.lock.waiters), p.text_dim});
      break;
    case StageObjectKind::shared_value:
      parts.push_back({"= " + object.text, p.number});
      if (object.overwritten > 0)
        parts.push_back({" · " + tr_format("lost updates: {0}", object.overwritten), p.text_dim});
      break;
    case StageObjectKind::pipe:
      parts.push_back({tr_format("{0} B of 64 KiB", object.bytes), p.pipe});
      break;
  }
  draw_pill(canvas, rect, parts, object.lock.changed);
}

void draw_ways(const StageCanvas& canvas) {
  const Palette& p = theme().palette;
  const bool is_written =
      std::any_of(canvas.model.queues.begin(), canvas.model.queues.end(),
                  [](const StageQueue& queue) { return queue.writer_lock.owner != 0 && queue.pipe_changed; });
  for (const StageWay& way : canvas.layout.ways)
    canvas.pen.arrow(way, is_written ? p.pipe : p.gil_wait, !is_written);
}

}  // namespace forkscope::app
