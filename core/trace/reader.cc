#include "core/trace/reader.h"

#include <algorithm>
#include <array>
#include <queue>
#include <unordered_set>

namespace forkscope::trace {

namespace {

// A thread can be stopped between taking an event's time and publishing the event; this long it is waited
// for.
constexpr std::int64_t kHold = 3'000'000;

// What is to be taken out of one ring.
struct Run {
  const Event* ring = nullptr;
  std::uint64_t next = 0, end = 0;

  const Event& front() const { return ring[next % kRingEvents]; }
};

struct LaterFirst {
  bool operator()(const Run& left, const Run& right) const {
    return left.front().time_ns > right.front().time_ns;
  }
};

}  // namespace

struct Reader::Impl {
  const Arena* arena;
  Store* store;
  std::array<std::uint64_t, kMaxThreadSlots> dropped_seen{};
  std::unordered_set<base::ProcessId> dead;  // their threads write no more
  std::unordered_set<base::StringId> strings_seen;

  std::size_t move(bool hold_back);
  void count_dropped(std::uint32_t slot);
  void free_if_done(std::uint32_t slot);
  std::size_t merge(std::vector<Run>& runs);
  Event finished(Event event);
  bool may_write(const ThreadSlot& slot) const;
};

bool Reader::Impl::may_write(const ThreadSlot& slot) const {
  return slot.state.load(std::memory_order_acquire) != SlotState::ended &&
         dead.count(slot.process.load(std::memory_order_relaxed)) == 0;
}

void Reader::Impl::count_dropped(std::uint32_t index) {
  const std::uint64_t dropped = arena->header().threads[index].dropped.load(std::memory_order_relaxed);
  if (dropped > dropped_seen[index]) store->add_lost(dropped - dropped_seen[index]);
  dropped_seen[index] = dropped;
}

void Reader::Impl::free_if_done(std::uint32_t index) {
  ThreadSlot& slot = arena->header().threads[index];
  if (may_write(slot)) return;
  if (slot.head.load(std::memory_order_acquire) != slot.tail.load(std::memory_order_relaxed)) return;
  count_dropped(index);
  slot.dropped.store(0, std::memory_order_relaxed);
  dropped_seen[index] = 0;
  slot.state.store(SlotState::free, std::memory_order_release);
}

Event Reader::Impl::finished(Event event) {
  event.time_ns = arena->ns_of_ticks(event.time_ns);
  event.began_ns = arena->ns_of_ticks(event.began_ns);
  if (event.kind == EventKind::process_ended) dead.insert(static_cast<base::ProcessId>(event.b));
  if (event.string != 0 && !is_number_label(event.string) && strings_seen.insert(event.string).second) {
    store->set_string(event.string, arena->string(event.string));
  }
  return event;
}

std::size_t Reader::Impl::merge(std::vector<Run>& runs) {
  std::priority_queue<Run, std::vector<Run>, LaterFirst> queue;
  for (const Run& run : runs) {
    if (run.next != run.end) queue.push(run);
  }
  std::vector<Event> merged;
  std::size_t moved = 0;
  const auto flush = [&] {
    store->append(merged.data(), merged.size());
    moved += merged.size();
    merged.clear();
  };
  while (!queue.empty()) {
    Run run = queue.top();
    queue.pop();
    // Up to where the next ring's oldest event comes first.
    const std::int64_t until = queue.empty() ? INT64_MAX : queue.top().front().time_ns;
    do {
      merged.push_back(finished(run.front()));
      ++run.next;
    } while (run.next != run.end && run.front().time_ns <= until);
    if (run.next != run.end) queue.push(run);
    if (merged.size() >= 4096) flush();
  }
  flush();
  return moved;
}

std::size_t Reader::Impl::move(bool hold_back) {
  ArenaHeader& header = arena->header();
  // The clock first: what is published after this is looked at next time.
  const std::int64_t now = arena->ticks();
  std::array<std::uint64_t, kMaxThreadSlots> heads;
  std::int64_t newest_of_all = INT64_MAX;  // every ring that may still grow has something at least so new
  for (std::uint32_t index = 0; index < kMaxThreadSlots; ++index) {
    const ThreadSlot& slot = header.threads[index];
    const SlotState state = slot.state.load(std::memory_order_acquire);
    const bool used = state == SlotState::live || state == SlotState::ended;
    heads[index] =
        used ? slot.head.load(std::memory_order_acquire) : slot.tail.load(std::memory_order_relaxed);
    if (!used || !may_write(slot)) continue;
    const bool empty = heads[index] == slot.tail.load(std::memory_order_relaxed);
    const std::int64_t newest =
        empty ? INT64_MIN : arena->ring(index)[(heads[index] - 1) % kRingEvents].time_ns;
    newest_of_all = std::min(newest_of_all, newest);
  }
  const double ns_per_tick = header.uses_tsc != 0 ? header.ns_per_tick : 1.0;
  const std::int64_t held = now - static_cast<std::int64_t>(static_cast<double>(kHold) / ns_per_tick);
  const std::int64_t safe = hold_back ? std::max(held, std::min(newest_of_all, now)) : INT64_MAX;

  std::vector<Run> runs;
  std::vector<std::uint32_t> slots;
  for (std::uint32_t index = 0; index < kMaxThreadSlots; ++index) {
    const std::uint64_t tail = header.threads[index].tail.load(std::memory_order_relaxed);
    if (heads[index] == tail) continue;
    Run run{arena->ring(index), tail, tail};
    while (run.end != heads[index] && run.ring[run.end % kRingEvents].time_ns <= safe) ++run.end;
    runs.push_back(run);
    slots.push_back(index);
  }
  const std::size_t moved = merge(runs);
  for (std::size_t i = 0; i < runs.size(); ++i) {
    header.threads[slots[i]].tail.store(runs[i].end, std::memory_order_release);
  }
  for (std::uint32_t index = 0; index < kMaxThreadSlots; ++index) {
    const SlotState state = header.threads[index].state.load(std::memory_order_acquire);
    if (state == SlotState::free || state == SlotState::claimed) continue;
    count_dropped(index);
    free_if_done(index);
  }
  return moved;
}

Reader::Reader(const Arena* arena, Store* store) : impl_(std::make_unique<Impl>()) {
  impl_->arena = arena;
  impl_->store = store;
  arena->header().reader_alive.store(1, std::memory_order_release);
}

Reader::~Reader() {
  impl_->arena->header().reader_alive.store(0, std::memory_order_release);
}

std::size_t Reader::poll() {
  return impl_->move(true);
}

std::size_t Reader::finish() {
  return impl_->move(false);
}

}  // namespace forkscope::trace
