#include <algorithm>
#include <optional>

#include "core/trace/fold_parts.h"

namespace forkscope::trace {

std::int32_t QueueState::in_buffer() const {
  std::size_t count = 0;
  for (const auto& [process, items] : buffers) count += items.size();
  return static_cast<std::int32_t>(count);
}

std::int32_t QueueState::queued() const {
  return in_buffer() + static_cast<std::int32_t>(in_hand.size() + in_pipe.size());
}

bool QueueState::readable() const {
  return !in_pipe.empty() ||
         std::any_of(in_hand.begin(), in_hand.end(), [](const ItemState& item) { return item.sent > 0; });
}

namespace {

constexpr std::int64_t kMostSlots = 0x7fff'ffff;  // SEM_VALUE_MAX, the size of a queue without one
constexpr std::int64_t kHeader = 4;               // in front of a message on the pipe ...
constexpr std::int64_t kLongHeader = 12;          // ... longer than 2 GiB

std::int64_t bounded(std::int64_t bytes) {
  return std::clamp<std::int64_t>(bytes, 0, 1ll << 40);
}

std::int64_t frame_bytes(const ItemState& item) {
  return item.bytes + (item.bytes > 0x7fff'ffff ? kLongHeader : kHeader);
}

void created(Folding& f) {
  const Event& event = f.event;
  const auto [entry, made] = f.world.queues.try_emplace(event.object);
  QueueState& queue = entry->second;
  // A spawned child announces the queue again: nothing of its state is new.
  if (!made && queue.pipe != 0) return;
  queue.id = event.object;
  queue.pipe = static_cast<base::ObjectId>(event.a >> 32);
  queue.slots = static_cast<base::ObjectId>(event.a);
  queue.reader_lock = static_cast<base::ObjectId>(event.b >> 32);
  queue.writer_lock = static_cast<base::ObjectId>(event.b);
  queue.maxsize = std::clamp<std::int64_t>(event.result, 0, kMostSlots);
  const auto name = f.world.names.find(queue.id);
  if (name != f.world.names.end()) queue.name = name->second;
  for (const base::ObjectId part : {queue.pipe, queue.slots, queue.reader_lock, queue.writer_lock}) {
    if (part != 0) f.world.queue_of[part] = queue.id;
  }
  if (queue.pipe != 0) f.world.pipes[queue.pipe].id = queue.pipe;
  if (queue.slots == 0) return;
  const auto [slots, unseen] = f.world.semaphores.try_emplace(queue.slots);
  if (!unseen) return;
  slots->second.id = queue.slots;
  slots->second.value = slots->second.largest = queue.maxsize > 0 ? queue.maxsize : kMostSlots;
}

QueueState& queue_of_note(Folding& f) {
  QueueState& queue = f.world.queues[f.event.object];
  queue.id = f.event.object;
  return queue;
}

void drop_if_empty(QueueState& queue, base::ProcessId process) {
  const auto buffer = queue.buffers.find(process);
  if (buffer != queue.buffers.end() && buffer->second.empty()) queue.buffers.erase(buffer);
}

void empty_is_truth(Folding& f, const QueueState& queue) {
  if (queue.queued() == 0) truth_again(f, queue);
}

void buffered(Folding& f, QueueState& queue) {
  const Event& event = f.event;
  ++queue.put_count;
  if (process_of(f, event.process).ended_ns >= 0) return;
  queue.buffers[event.process].push_back(ItemState{.producer = event.process,
                                                   .number = event.a,
                                                   .label = event.string,
                                                   .buffered_ns = event.time_ns,
                                                   .put_by = event.thread});
}

// A buffer is a FIFO, so what is older than the item taken has left it too, unseen.
ItemState take_from_buffer(Folding& f, QueueState& queue) {
  const Event& event = f.event;
  const auto buffer = queue.buffers.find(event.process);
  if (buffer != queue.buffers.end()) {
    std::deque<ItemState>& items = buffer->second;
    while (!items.empty() && items.front().number < event.a) items.pop_front();
    if (!items.empty() && items.front().number == event.a) {
      ItemState item = items.front();
      items.pop_front();
      drop_if_empty(queue, event.process);
      return item;
    }
    drop_if_empty(queue, event.process);
  }
  return ItemState{.producer = event.process, .number = event.a, .buffered_ns = event.time_ns};
}

auto held_by(QueueState& queue, base::ThreadId feeder) {
  return std::find_if(queue.in_hand.begin(), queue.in_hand.end(),
                      [feeder](const ItemState& item) { return item.fed_by == feeder; });
}

void to_pipe(Folding& f, QueueState& queue, std::vector<ItemState>::iterator item) {
  item->written_ns = f.event.time_ns;
  queue.in_pipe.push_back(*item);
  queue.in_hand.erase(item);
  truth_again(f, queue);
}

void taken(Folding& f, QueueState& queue) {
  // A feeder goes on only when it is done with the item before.
  const auto before = held_by(queue, f.event.thread);
  if (before != queue.in_hand.end()) to_pipe(f, queue, before);
  ItemState item = take_from_buffer(f, queue);
  if (process_of(f, f.event.process).ended_ns >= 0) return empty_is_truth(f, queue);
  item.taken_ns = f.event.time_ns;
  item.fed_by = f.event.thread;
  queue.feeders[f.event.process] = f.event.thread;
  queue.in_hand.push_back(item);
}

void pickled(Folding& f, QueueState& queue) {
  const auto item = held_by(queue, f.event.thread);
  if (item != queue.in_hand.end() && item->number == f.event.a) item->bytes = bounded(f.event.b);
}

void written(Folding& f, QueueState& queue) {
  const auto item = held_by(queue, f.event.thread);
  if (item != queue.in_hand.end() && item->number == f.event.a) to_pipe(f, queue, item);
}

void failed(Folding& f, QueueState& queue) {
  ++queue.failed_count;
  const auto item = held_by(queue, f.event.thread);
  if (item == queue.in_hand.end() || item->number != f.event.a) return;
  queue.in_hand.erase(item);
  empty_is_truth(f, queue);
}

void tell_got(Folding& f, const QueueState& queue, const ReadingState& reading) {
  if (f.listener != nullptr && f.listener->on_item_got) {
    f.listener->on_item_got(reading.item, queue.id, reading.getter, f.event.time_ns);
  }
}

auto read_by(QueueState& queue, base::ThreadId getter) {
  return std::find_if(queue.reading.begin(), queue.reading.end(),
                      [getter](const ReadingState& reading) { return reading.getter == getter; });
}

void finish_reading(Folding& f, QueueState& queue, std::vector<ReadingState>::iterator reading) {
  if (!reading->received) tell_got(f, queue, *reading);
  ++queue.got_count;
  queue.reading.erase(reading);
  queue.being_read = static_cast<std::int32_t>(queue.reading.size());
}

// The oldest item of the pipe; where the pipe seems empty, the one that a feeder is just writing: the reader
// may have been given the CPU before the writer could note the end of its write.
std::optional<ItemState> take_from_pipe(Folding& f, QueueState& queue) {
  if (!queue.in_pipe.empty()) {
    const ItemState item = queue.in_pipe.front();
    queue.in_pipe.pop_front();
    return item;
  }
  if (queue.in_hand.empty()) return std::nullopt;
  const auto lock = f.world.semaphores.find(queue.writer_lock);
  auto item =
      lock != f.world.semaphores.end() ? held_by(queue, lock->second.last_owner) : queue.in_hand.end();
  if (item == queue.in_hand.end()) item = queue.in_hand.begin();
  ItemState found = *item;
  found.written_ns = f.event.time_ns;
  item->sent = std::max<std::int64_t>(1, item->sent);
  truth_again(f, queue);
  queue.in_hand.erase(item);
  return found;
}

// The first bytes of an item leave the pipe: nobody else can get it any more.
void begin_reading(Folding& f, QueueState& queue) {
  const auto before = read_by(queue, f.event.thread);
  if (before != queue.reading.end()) {
    if (!before->received) return;
    finish_reading(f, queue, before);
  }
  const std::optional<ItemState> item = take_from_pipe(f, queue);
  if (!item) return;
  queue.reading.push_back(ReadingState{.getter = f.event.thread, .received = false, .item = *item});
  queue.being_read = static_cast<std::int32_t>(queue.reading.size());
  empty_is_truth(f, queue);
}

void received(Folding& f, QueueState& queue) {
  auto reading = read_by(queue, f.event.thread);
  if (reading == queue.reading.end() || reading->received) {
    begin_reading(f, queue);
    reading = read_by(queue, f.event.thread);
    if (reading == queue.reading.end() || reading->received) return;
  }
  reading->received = true;
  tell_got(f, queue, *reading);
}

void wrote(Folding& f, QueueState& queue) {
  const auto item = held_by(queue, f.event.thread);
  if (item == queue.in_hand.end()) return;
  item->sent += bounded(f.event.result);
  if (item->bytes > 0 && item->sent >= frame_bytes(*item)) return to_pipe(f, queue, item);
  // A header alone makes the pipe readable.
  truth_again(f, queue);
}

}  // namespace

QueueState* queue_with(World& world, base::ObjectId part) {
  const auto id = world.queue_of.find(part);
  if (id == world.queue_of.end()) return nullptr;
  const auto queue = world.queues.find(id->second);
  return queue != world.queues.end() ? &queue->second : nullptr;
}

void slots_changed(Folding& f, const SemaphoreState& semaphore, bool was_released) {
  QueueState* queue = queue_with(f.world, semaphore.id);
  if (queue == nullptr || queue->slots != semaphore.id) return;
  const bool was_full = queue->slots_taken >= semaphore.largest;
  queue->slots_taken = std::clamp<std::int64_t>(semaphore.largest - semaphore.value, 0, semaphore.largest);
  if (was_full && queue->slots_taken < semaphore.largest) queue->full_until_ns = f.event.time_ns;
  if (!was_released) return;
  const auto reading = read_by(*queue, f.event.thread);
  if (reading != queue->reading.end()) finish_reading(f, *queue, reading);
}

void forget_process_items(Folding& f, base::ProcessId process, const std::vector<base::ThreadId>& threads) {
  const auto is_gone = [&threads](base::ThreadId thread) {
    return std::binary_search(threads.begin(), threads.end(), thread);
  };
  for (auto& [id, queue] : f.world.queues) {
    const bool had_items = queue.queued() > 0;
    queue.buffers.erase(process);
    queue.feeders.erase(process);
    std::erase_if(queue.in_hand, [&](const ItemState& item) { return is_gone(item.fed_by); });
    std::erase_if(queue.reading, [&](const ReadingState& reading) { return is_gone(reading.getter); });
    queue.being_read = static_cast<std::int32_t>(queue.reading.size());
    if (had_items) empty_is_truth(f, queue);
  }
}

namespace {

void made_pipes(Folding& f) {
  const auto make = [&](std::int64_t id) {
    const auto object = static_cast<base::ObjectId>(id);
    if (object != 0) f.world.pipes[object].id = object;
  };
  switch (f.event.kind) {
    case EventKind::socket_pair:
      make(f.event.object + 1);
      return make(f.event.object);
    case EventKind::socket_connect:
    case EventKind::socket_accept:
      make(f.event.b);
      return make(f.event.object);
    case EventKind::pipe_create:
      return make(f.event.object);
    default:
      return;
  }
}

}  // namespace

void fold_pipe(Folding& f) {
  const Event& event = f.event;
  if (event.object == 0 || event.phase != Phase::done) return;
  if (event.result >= 0) made_pipes(f);
  const auto pipe = f.world.pipes.find(event.object);
  if (pipe == f.world.pipes.end()) return;
  QueueState* queue = queue_with(f.world, event.object);
  if (event.kind == EventKind::fd_poll && queue != nullptr) form_answer_at_poll(f, *queue);
  if (event.result <= 0) return;
  PipeState& state = pipe->second;
  if (event.kind == EventKind::fd_write) state.written += bounded(event.result);
  if (event.kind == EventKind::fd_read) state.read += bounded(event.result);
  state.bytes = std::max<std::int64_t>(0, state.written - state.read);
  if (queue == nullptr) return;
  if (event.kind == EventKind::fd_write) wrote(f, *queue);
  if (event.kind == EventKind::fd_read) begin_reading(f, *queue);
}

void fold_queue(Folding& f) {
  if (f.event.object == 0 || f.event.process == 0 || f.event.thread == 0) return;
  if (f.event.kind == EventKind::queue_created) return created(f);
  QueueState& queue = queue_of_note(f);
  switch (f.event.kind) {
    case EventKind::item_buffered:
      return buffered(f, queue);
    case EventKind::item_taken:
      return taken(f, queue);
    case EventKind::item_pickled:
      return pickled(f, queue);
    case EventKind::item_written:
      return written(f, queue);
    case EventKind::item_failed:
      return failed(f, queue);
    case EventKind::item_received:
      return received(f, queue);
    default:
      return;
  }
}

}  // namespace forkscope::trace
