#include <algorithm>

#include "app/model/stage_places.h"
#include "app/stage/draw_parts.h"
#include "app/stage/stage_text.h"
#include "app/theme/theme.h"
#include "app/widgets/format.h"
#include "app/widgets/hit_map.h"
#include "app/widgets/role_text.h"
#include "app/widgets/text.h"

namespace forkscope::app {

namespace {

constexpr float kShortName = 80;  // narrower, and a feeder's long name does not fit

ImU32 hue_of(const StageProcess& process) {
  return process.is_brief() ? theme().palette.text_faint : process_colour(process.id);
}

void draw_header(const StageCanvas& canvas, const StageProcess& process, const ProcessPlace& place) {
  const Theme& t = theme();
  StageRect line = place.header;
  const float side = 10;
  canvas.pen.box({line.x, line.y + (line.height - side) / 2, side, side}, {hue_of(process), 0, 2, 0});
  line.x += side + 7;
  line.width -= side + 7;
  ImFont* font = process.is_brief() ? t.fonts.small : t.fonts.bold;
  const ImU32 colour = process.is_brief() ? t.palette.text_dim : t.palette.text;
  line.x = canvas.pen.text(line, font, colour, process_title_text(process)) + 8;
  line.width = place.header.right() - line.x;
  if (line.width < 20) return;
  if (process.ended)
    canvas.pen.text(line, t.fonts.small, t.palette.text_faint, process_end_text(process), 1);
  else if (process.more_threads > 0)
    canvas.pen.text(line, t.fonts.small, t.palette.text_dim,
                    tr_format_plural("+{0} thread", "+{0} threads", process.more_threads), 1);
}

void choose_by_click(const StageCanvas& canvas, const StageThread& thread, const StageRect& box) {
  const Area area = canvas.pen.area(box);
  note_hit("stage " + thread.name, area.min, area.max);
  if (!ImGui::IsWindowHovered() || !ImGui::IsMouseHoveringRect(area.min, area.max)) return;
  if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left)) return;
  Selection selection = canvas.frame.selection;
  selection.thread = thread.id;
  canvas.commands.push(Select{selection});
}

float draw_gil_mark(const StageCanvas& canvas, const StageRect& line, ImU32 hue) {
  const char* text = "GIL";
  const float width = canvas.pen.text_length(theme().fonts.small, text) + 10;
  const StageRect mark{line.right() - width, line.y + (line.height - 16) / 2, width, 16};
  canvas.pen.box(mark, {with_alpha(hue, 0.3f), hue, 4, 1});
  canvas.pen.text(mark, theme().fonts.small, theme().palette.text, text, 0.5f);
  return width + 4;
}

void draw_thread_text(const StageCanvas& canvas, const StageProcess& process, const StageThread& thread,
                      const ThreadPlace& place) {
  const Theme& t = theme();
  StageRect name = place.name, doing = place.doing;
  // Threads take turns at the GIL; where there is one only, nothing is to be told.
  if (thread.has_gil && process.threads.size() > 1) {
    StageRect& line = name.y == doing.y ? doing : name;
    line.width = std::max(1.0f, line.width - draw_gil_mark(canvas, line, hue_of(process)));
  }
  canvas.pen.text(name, t.fonts.bold, t.palette.text,
                  thread.is_feeder && name.width < kShortName ? std::string(tr("feeder")) : thread.name);
  const bool waits = thread.doing == Doing::waits || thread.doing == Doing::waits_for_gil;
  const bool is_code = !waits && thread.doing != Doing::has_item && !thread.call.empty();
  canvas.pen.text(doing, is_code ? t.fonts.code_small : t.fonts.small,
                  waits ? t.palette.text_dim : hue_of(process),
                  doing_text(canvas.frame.store, canvas.frame.world, thread));
}

void draw_thread(StageCanvas& canvas, const StageProcess& process, std::size_t index,
                 const ThreadPlace& place) {
  const StageThread& thread = process.threads[index];
  if (!canvas.pen.is_visible(place.box)) return;
  const ImU32 hue = thread_colour(process.id, thread.is_main ? 0 : 1);
  const bool is_chosen = canvas.frame.selection.thread == thread.id;
  const bool waits = thread.doing == Doing::waits || thread.doing == Doing::waits_for_gil;
  canvas.pen.box(place.box, {with_alpha(hue, thread.changed ? 0.32f
                                             : waits        ? 0.05f
                                                            : 0.15f),
                             waits && !thread.changed ? with_alpha(hue, 0.55f) : hue, 6,
                             thread.changed || is_chosen ? 2.2f : 1.4f});
  draw_thread_text(canvas, process, thread, place);
  if (thread.hand) canvas.cells.push_back({&*thread.hand, place.hand, theme().palette.buffer});
  for (std::size_t i = 0; i < place.items.size(); ++i)
    canvas.cells.push_back({&thread.reading[i], place.items[i], theme().palette.pipe});
  choose_by_click(canvas, thread, place.box);
}

const StageRect* main_box(const StageProcess& process, const ProcessPlace& place) {
  for (std::size_t i = 0; i < process.threads.size(); ++i)
    if (!process.threads[i].is_feeder) return &place.threads[i].box;
  return nullptr;
}

void draw_ways_of(const StageCanvas& canvas, const StageProcess& process, const StageBuffer& buffer,
                  const BufferPlace& place) {
  if (place.put.points.empty()) return;
  const Theme& t = theme();
  const bool has_new = !buffer.items.empty() && buffer.items.back().changed;
  const bool takes = buffer.feeder >= 0 && process.threads[static_cast<std::size_t>(buffer.feeder)].hand;
  canvas.pen.arrow(place.put, has_new ? process_colour(process.id) : t.palette.gil_wait);
  canvas.pen.arrow(place.take, takes ? t.palette.buffer : t.palette.gil_wait, !takes);
  const StagePoint from = place.put.points[0];
  canvas.pen.text({from.x, from.y - 19, place.put.points[1].x - from.x, 16}, t.fonts.small,
                  has_new ? process_colour(process.id) : t.palette.text_dim, "put", 0.4f);
}

void draw_buffer(StageCanvas& canvas, const StageProcess& process, std::size_t index,
                 const ProcessPlace& whole) {
  const Theme& t = theme();
  const StageBuffer& buffer = process.buffers[index];
  const BufferPlace& place = whole.buffers[index];
  const std::string label = canvas.model.queues.size() > 1
                                ? tr_format("buffer of {0}: this process only",
                                            queue_name(canvas.frame.store, buffer.queue, tr("queue")))
                                : std::string(tr("buffer: this process only"));
  const StageRect inside = inset(place.cells, 8, 0);
  if (place.label.width > 0)
    canvas.pen.text(place.label, t.fonts.small, t.palette.text_dim, label);
  else if (buffer.count == 0)
    canvas.pen.text(inside, t.fonts.small, t.palette.text_faint, label);
  canvas.pen.dashed_box(place.cells,
                        buffer.count > 0 ? with_alpha(t.palette.buffer, 0.7f) : t.palette.gil_wait);
  const StageRect* origin = main_box(process, whole);
  for (std::size_t i = 0; i < place.items.size(); ++i)
    canvas.cells.push_back({&buffer.items[i], place.items[i], t.palette.buffer, origin});
  if (place.more.width > 0) draw_more(canvas, place.more, buffer.count - place.items.size());
  draw_ways_of(canvas, process, buffer, place);
  if (buffer.feeder >= 0) return;
  canvas.pen.dashed_box(place.feeder, t.palette.gil_wait);
  StageRect text = inset(place.feeder, 10, 6);
  text.height /= 2;
  canvas.pen.text(text, t.fonts.body, t.palette.text_faint, "QueueFeederThread");
  text.y += text.height;
  canvas.pen.text(text, t.fonts.small, t.palette.text_faint, tr("the first put() starts it"));
}

}  // namespace

void draw_process(StageCanvas& canvas, std::size_t index) {
  const StageProcess& process = canvas.model.processes[index];
  const ProcessPlace& place = canvas.layout.processes[index];
  if (!canvas.pen.is_visible(place.box) && process.buffers.empty()) return;
  const Palette& p = theme().palette;
  canvas.pen.box(place.box, {with_alpha(hue_of(process), 0.04f),
                             process.changed ? p.text : with_alpha(hue_of(process), 0.45f), 8,
                             process.changed ? 2.0f : 1.0f});
  draw_header(canvas, process, place);
  for (std::size_t i = 0; i < process.threads.size(); ++i) draw_thread(canvas, process, i, place.threads[i]);
  for (std::size_t i = 0; i < process.buffers.size(); ++i) draw_buffer(canvas, process, i, place);
}

}  // namespace forkscope::app
