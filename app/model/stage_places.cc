#include "app/model/stage_places.h"

#include <algorithm>
#include <cmath>

namespace forkscope::app {

namespace {

constexpr float kSpace = 6;  // between things in a box
constexpr float kTube = 40;
constexpr float kCell = 30, kThread = 52, kHand = 24, kTallThread = 66;  // heights
constexpr float kDenseThread = 30, kDenseCell = 28, kFeederName = 56;
constexpr float kLeastThread = 172, kMostThread = 240, kPutRoom = 56, kTakeRoom = 46;
constexpr float kMoreWidth = 40;

// Letters as wide as they are drawn: those beyond Latin take two columns.
std::size_t display_columns(const std::string& text) {
  std::size_t columns = 0;
  for (const char byte : text) {
    const auto code = static_cast<unsigned char>(byte);
    if ((code & 0xc0) == 0x80) continue;
    columns += code >= 0xe0 ? 2 : 1;
  }
  return columns;
}

// Cells from one end on, as long as there is room; where not all fit, a place for "+5" ends the row.
void place_cells(const std::vector<StageItem>& items, std::size_t count, const StageRect& area,
                 bool from_right, std::vector<StageRect>& cells, StageRect& more) {
  float used = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const float width = std::min(cell_width(items[i].label), area.width);
    const float reserve = i + 1 < count ? kMoreWidth + kSpace : 0;
    if (used + width + reserve > area.width && !(i == 0 && reserve == 0)) break;
    const float x = from_right ? area.right() - used - width : area.x + used;
    cells.push_back({x, area.y, width, area.height});
    used += width + kSpace;
  }
  if (cells.size() == count) return;
  const float width = std::min(kMoreWidth, area.width - used);
  more = {from_right ? area.right() - used - width : area.x + used, area.y, std::max(width, 1.0f),
          area.height};
}

float items_height(const StageThread& thread) {
  return thread.reading.empty() ? 0 : kCell + kSpace;
}

// What stands to the right of `taken`.
void cut_left(StageRect& rect, const StageRect& taken) {
  const float right = rect.right();
  rect = {taken.right() + 8, rect.y, std::max(1.0f, right - taken.right() - 8), rect.height};
}

void place_reading(const StageThread& thread, ThreadPlace& place) {
  if (thread.reading.empty()) return;
  const StageRect& box = place.box;
  const StageRect cells{box.x + kPad, box.bottom() - kCell - kSpace, box.width - 2 * kPad, kCell};
  StageRect more;
  place_cells(thread.reading, thread.reading.size(), cells, false, place.items, more);
}

ThreadPlace place_thread(const StageThread& thread, const StageRect& box) {
  ThreadPlace place;
  place.box = box;
  const float height = box.height - items_height(thread), line = kLabel;
  place.name = {box.x + kPad, box.y + std::max(3.0f, height / 2 - line - 1), box.width - 2 * kPad, line};
  place.doing = {place.name.x, place.name.bottom() + 2, place.name.width, line};
  if (thread.hand) {
    place.hand = {box.x + kPad, box.y + height / 2 - 1,
                  std::min(cell_width(thread.hand->label), box.width * 0.42f), kHand};
    cut_left(place.doing, place.hand);
  }
  place_reading(thread, place);
  return place;
}

// All in one line; the name of a thread that is alone is not said.
ThreadPlace place_dense_thread(const StageThread& thread, const StageRect& box, bool is_alone) {
  ThreadPlace place;
  place.box = box;
  const float height = box.height - items_height(thread);
  place.doing = {box.x + 8, box.y, box.width - 16, height};
  if (!is_alone) {
    place.name = {place.doing.x, box.y,
                  thread.is_feeder ? kFeederName : std::clamp(place.doing.width * 0.5f, 92.0f, 180.0f),
                  height};
    cut_left(place.doing, place.name);
  }
  if (thread.hand) {
    place.hand = {place.doing.x, box.y + (height - kHand) / 2,
                  std::min(cell_width(thread.hand->label), place.doing.width * 0.6f), kHand};
    cut_left(place.doing, place.hand);
  }
  place_reading(thread, place);
  return place;
}

// Places of one process, filled from the top.
class ProcessRoom {
 public:
  ProcessRoom(const StageProcess& process, float x, float y, float width) : process_(process) {
    place_.box = {x, y, width, 0};
    place_.header = {x + kPad, y + 5, width - 2 * kPad, kLabel};
    place_.threads.resize(process.threads.size());
    inside_ = {x + kPad, place_.header.bottom() + kSpace, width - 2 * kPad, 0};
  }

  ProcessPlace beside() {
    const bool has_buffers = !process_.buffers.empty();
    const float room =
        has_buffers ? std::clamp(inside_.width * 0.28f, kLeastThread - 20, kMostThread) : inside_.width;
    const float threads = has_buffers ? column_of_threads(room) : grid_of_threads();
    const float buffers = has_buffers ? rows_of_buffers(room) : inside_.y;
    return finish(std::max(threads, buffers));
  }

  ProcessPlace below() {
    float y = inside_.y;
    for (std::size_t i = 0; i < process_.threads.size(); ++i) {
      if (process_.threads[i].is_feeder) continue;
      y = put_thread(i, {inside_.x, y, inside_.width, kThread + items_height(process_.threads[i])}) + kSpace;
    }
    for (const StageBuffer& buffer : process_.buffers) y = buffer_below(buffer, y) + kSpace;
    return finish(y - kSpace);
  }

  ProcessPlace dense() {
    is_dense_ = true;
    constexpr float kDenseSpace = 4;
    float y = inside_.y - 2;
    for (std::size_t i = 0; i < process_.threads.size(); ++i) {
      if (process_.threads[i].is_feeder) continue;
      const float height = kDenseThread + items_height(process_.threads[i]);
      y = put_thread(i, {inside_.x, y, inside_.width, height}) + kDenseSpace;
    }
    for (const StageBuffer& buffer : process_.buffers) {
      BufferPlace place = cells_at(buffer, {inside_.x, y, inside_.width, kDenseCell});
      const StageRect box{inside_.x, place.cells.bottom() + kDenseSpace, inside_.width, kDenseThread};
      put_feeder(buffer, box, place);
      place_.buffers.push_back(std::move(place));
      y = box.bottom() + kDenseSpace;
    }
    return finish(y - kDenseSpace - 3);
  }

 private:
  float put_thread(std::size_t index, const StageRect& box) {
    const StageThread& thread = process_.threads[index];
    place_.threads[index] =
        is_dense_ ? place_dense_thread(thread, box, process_.threads.size() == 1) : place_thread(thread, box);
    return box.bottom();
  }

  float column_of_threads(float width) {
    float y = inside_.y;
    for (std::size_t i = 0; i < process_.threads.size(); ++i) {
      if (process_.threads[i].is_feeder) continue;
      const float height = i == 0 ? kTallThread : kThread;
      y = put_thread(i, {inside_.x, y, width, height + items_height(process_.threads[i])}) + kSpace;
    }
    return y - kSpace;
  }

  float grid_of_threads() {
    const float columns = std::max(1.0f, std::floor((inside_.width + kSpace) / (kLeastThread + kSpace)));
    const float used = std::min(columns, std::max(1.0f, static_cast<float>(process_.threads.size())));
    const float width = std::min(kMostThread * 1.4f, (inside_.width + kSpace) / used - kSpace);
    float x = inside_.x, y = inside_.y, bottom = inside_.y;
    for (std::size_t i = 0; i < process_.threads.size(); ++i) {
      if (x + width > inside_.right() + 0.5f) {
        x = inside_.x;
        y = bottom + kSpace;
      }
      bottom = std::max(bottom,
                        put_thread(i, {x, y, width, kTallThread - 12 + items_height(process_.threads[i])}));
      x += width + kSpace;
    }
    return bottom;
  }

  // [threads] put -> [buffer] -> [feeder], a row for each queue.
  float rows_of_buffers(float threads) {
    const float feeder = std::clamp(inside_.width * 0.3f, kLeastThread, kMostThread);
    const float left = inside_.x + threads + kPutRoom;
    const float right = inside_.right() - feeder - kTakeRoom;
    float y = inside_.y;
    for (const StageBuffer& buffer : process_.buffers) {
      BufferPlace place = cells_at(buffer, {left, y + kLabel + 2, right - left, kTallThread - kLabel - 2});
      place.label = {left, y, right - left, kLabel};
      const float middle = place.cells.y + place.cells.height * 0.5f;
      const StageRect box{right + kTakeRoom, y, feeder, kTallThread};
      put_feeder(buffer, box, place);
      place.put = {{{left - kPutRoom + 2, middle}, {left - 4, middle}}};
      place.take = {{{right + 4, middle}, {right + kTakeRoom - 2, middle}}};
      place_.buffers.push_back(std::move(place));
      y = box.bottom() + kSpace;
    }
    return y - kSpace;
  }

  float buffer_below(const StageBuffer& buffer, float y) {
    BufferPlace place = cells_at(buffer, {inside_.x, y + kLabel, inside_.width, kCell});
    place.label = {inside_.x, y, inside_.width, kLabel};
    const StageRect box{inside_.x, place.cells.bottom() + kSpace, inside_.width, kThread};
    put_feeder(buffer, box, place);
    place_.buffers.push_back(std::move(place));
    return box.bottom();
  }

  void put_feeder(const StageBuffer& buffer, const StageRect& box, BufferPlace& place) {
    if (buffer.feeder < 0)
      place.feeder = box;
    else
      put_thread(static_cast<std::size_t>(buffer.feeder), box);
  }

  BufferPlace cells_at(const StageBuffer& buffer, const StageRect& cells) const {
    BufferPlace place;
    place.cells = cells;
    place_cells(buffer.items, buffer.count, inset(cells, 4, is_dense_ ? 3 : 4), true, place.items,
                place.more);
    return place;
  }

  ProcessPlace finish(float bottom) {
    place_.box.height = std::max(bottom, inside_.y) + kPad - place_.box.y;
    return std::move(place_);
  }

  const StageProcess& process_;
  ProcessPlace place_;
  StageRect inside_;
  bool is_dense_ = false;
};

// The numbers stand inside the tube where there is room, else beside the label.
void place_inside_pipe(const StageQueue& queue, QueuePlace& place) {
  constexpr float kRoomy = 400, kNumbers = 180;
  PipePlace& pipe = place.pipe;
  StageRect cells = inset(pipe.tube, pipe.tube.height * 0.45f, 6);
  pipe.text = cells;
  const bool is_roomy = pipe.tube.width >= kRoomy;
  if (is_roomy && queue.count > 0) cells.width -= kNumbers;
  place_cells(queue.items, queue.count, cells, false, pipe.items, pipe.more);
  if (is_roomy) {
    if (queue.count > 0) pipe.text = {cells.right(), cells.y, kNumbers, cells.height};
    return;
  }
  const float label = std::max(place.label.width * 0.4f, place.label.width - kNumbers);
  pipe.text = {place.label.x + label, place.label.y, place.label.width - label, place.label.height};
  place.label.width = label - kSpace;
}

}  // namespace

StageRect inset(const StageRect& rect, float x, float y) {
  return {rect.x + x, rect.y + y, std::max(0.0f, rect.width - 2 * x), std::max(0.0f, rect.height - 2 * y)};
}

float cell_width(const std::string& label) {
  return std::clamp(18 + 8.4f * static_cast<float>(display_columns(label)), 42.0f, 118.0f);
}

std::size_t columns_of(const StageLock& lock) {
  std::size_t letters = 15;
  if (lock.owner != 0) letters += 6 + display_columns(lock.owner_name);
  if (lock.owner_was_killed) letters += 24;
  return letters + (lock.waiters > 0 ? 9 : 0);
}

std::size_t columns_of(const StageObject& object) {
  const std::size_t name = std::min<std::size_t>(display_columns(object.name), 24);
  switch (object.kind) {
    case StageObjectKind::shared_value:
      return name + 10 + display_columns(object.text) + (object.overwritten > 0 ? 18 : 0);
    case StageObjectKind::pipe:
      return name + 24;
    case StageObjectKind::semaphore:
      return name + 26 + (object.lock.waiters > 0 ? 9 : 0);
    default:
      return name + 6 + columns_of(object.lock);
  }
}

StageRect PillRow::place(std::size_t letters) {
  constexpr float kLetter = 6.1f;
  const float width = std::min(24 + kLetter * static_cast<float>(letters), right_ - left_);
  if (x_ + width > right_ && x_ > left_) {
    x_ = left_;
    y_ = bottom_ + kSpace;
  }
  const StageRect pill{x_, y_, width, kPillHeight};
  x_ += width + kSpace;
  bottom_ = pill.bottom();
  return pill;
}

ProcessPlace place_process(const StageProcess& process, float x, float y, float width, ProcessForm form) {
  ProcessRoom room(process, x, y, width);
  if (form == ProcessForm::flow) return room.beside();
  return form == ProcessForm::dense ? room.dense() : room.below();
}

QueuePlace place_queue(const StageQueue& queue, const QueueRoom& room) {
  QueuePlace place;
  place.is_framed = room.is_framed;
  place.box = {room.x, room.y, room.width, 0};
  const float pad = room.is_framed ? kPad : 0;
  const float inner = room.width - 2 * pad, x = room.x + pad;
  float y = room.y + pad * 0.6f;
  place.label = {x, y, inner, kLabel};
  const float tube = room.tube_width > 0 ? std::min(room.tube_width, inner) : inner;
  if (room.label_below) {
    place.pipe.tube = {x, y, tube, kTube};
    place.label.y = place.pipe.tube.bottom() + 4;
    y = place.label.bottom() + 4;
  } else {
    place.pipe.tube = {x, place.label.bottom() + 4, tube, kTube};
    y = place.pipe.tube.bottom() + 8;
  }
  place_inside_pipe(queue, place);
  PillRow pills(x, y, inner);
  place.slots = pills.place(queue.maxsize > 0 ? 32 : 25);
  place.reader_lock = pills.place(columns_of(queue.reader_lock));
  place.writer_lock = pills.place(columns_of(queue.writer_lock));
  place.box.height = pills.bottom() + pad - room.y;
  return place;
}

PoolPlace place_pool(float x, float y, float width) {
  PoolPlace place;
  place.box = {x, y, width, 0};
  place.label = {x + kPad, y + 5, width - 2 * kPad, kLabel};
  PillRow pills(x + kPad, place.label.bottom() + kSpace, width - 2 * kPad);
  for (const std::size_t letters : {std::size_t{24}, std::size_t{18}, std::size_t{24}, std::size_t{34}})
    place.facts.push_back(pills.place(letters));
  place.box.height = pills.bottom() + kPad - y;
  return place;
}

}  // namespace forkscope::app
