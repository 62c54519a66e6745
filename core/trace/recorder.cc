#include "core/trace/recorder.h"

#include <chrono>
#include <functional>
#include <thread>

namespace forkscope::trace {

namespace {

constexpr auto kLongestWait = std::chrono::seconds(1);
constexpr auto kLookAgain = std::chrono::microseconds(100);
// Longer texts are hardly ever the same twice.
constexpr std::size_t kLongestInterned = 200;
constexpr std::size_t kPlaces = 4096;

// A slot nobody owns. Ended ones are the reader's to free; with no reader there is nothing to wait for, and
// what is in the ring is given up, so that there is room.
ThreadSlot* claim_slot(const Arena& arena) {
  const bool has_reader = arena.header().reader_alive.load(std::memory_order_acquire) != 0;
  for (ThreadSlot& slot : arena.header().threads) {
    SlotState seen = slot.state.load(std::memory_order_acquire);
    if (seen != SlotState::free && (seen != SlotState::ended || has_reader)) continue;
    const bool was_ended = seen == SlotState::ended;
    if (!slot.state.compare_exchange_strong(seen, SlotState::claimed, std::memory_order_acq_rel)) continue;
    if (was_ended) slot.tail.store(slot.head.load(std::memory_order_relaxed), std::memory_order_release);
    return &slot;
  }
  return nullptr;
}

}  // namespace

Recorder::Recorder(const Arena* arena, base::ProcessId process, base::ThreadId thread)
    : arena_(arena),
      slot_(arena == nullptr ? nullptr : claim_slot(*arena)),
      process_(process),
      thread_(thread) {
  if (slot_ == nullptr) return;
  ring_ = arena->ring(static_cast<std::uint32_t>(slot_ - arena->header().threads));
  slot_->line.store(0, std::memory_order_relaxed);
  slot_->waits_for.store(0, std::memory_order_relaxed);
  slot_->parked.store(0, std::memory_order_relaxed);
  slot_->os_thread.store(0, std::memory_order_relaxed);
  slot_->process.store(process, std::memory_order_relaxed);
  slot_->thread.store(thread, std::memory_order_relaxed);
  known_tail_ = slot_->tail.load(std::memory_order_acquire);
  slot_->state.store(SlotState::live, std::memory_order_release);
}

void Recorder::write(Event event) {
  if (!enabled()) return;
  const std::uint64_t head = slot_->head.load(std::memory_order_relaxed);
  if (head - known_tail_ >= kRingEvents && !make_room(head, info(event.kind).keep)) [[unlikely]] {
    slot_->dropped.fetch_add(1, std::memory_order_relaxed);
    return;
  }
  if (event.time_ns == 0) event.time_ns = arena_->ticks();
  if (event.began_ns == 0) event.began_ns = event.time_ns;
  event.process = process_;
  event.thread = thread_;
  event.line = line_;
  ring_[head % kRingEvents] = event;
  // Last: a thread that is killed before this leaves no event, and never half of one.
  slot_->head.store(head + 1, std::memory_order_release);
}

bool Recorder::make_room(std::uint64_t head, bool keep) {
  const auto has_room = [&] {
    known_tail_ = slot_->tail.load(std::memory_order_acquire);
    return head - known_tail_ < kRingEvents;
  };
  const ArenaHeader& header = arena_->header();
  if (has_room()) {
    reader_stalls_ = false;
    return true;
  }
  if (!keep && header.lossless.load(std::memory_order_relaxed) == 0) return false;
  const auto deadline = std::chrono::steady_clock::now() + kLongestWait;
  // A reader that made no room for a whole second gets no second chance before it moves again.
  while (!reader_stalls_ && header.reader_alive.load(std::memory_order_relaxed) != 0) {
    std::this_thread::sleep_for(kLookAgain);
    if (has_room()) return true;
    reader_stalls_ = std::chrono::steady_clock::now() > deadline;
  }
  return false;
}

void Recorder::note(EventKind kind, base::ObjectId object, std::int64_t a, std::int64_t b,
                    base::StringId string, std::int64_t result) {
  if (!enabled()) return;
  if (kind == EventKind::call_begins || kind == EventKind::call_ends) {
    ++calls_;
    depth_ = kind == EventKind::call_begins ? depth_ + 1 : depth_ - (depth_ > 0 ? 1 : 0);
  }
  Event event;
  event.kind = kind;
  event.object = object;
  event.a = a;
  event.b = b;
  event.string = string;
  event.result = result;
  write(event);
}

void Recorder::close() {
  if (slot_ != nullptr) slot_->state.store(SlotState::ended, std::memory_order_release);
  slot_ = nullptr;
  ring_ = nullptr;
}

base::StringId StringTable::intern(std::string_view text) {
  if (arena_ == nullptr || text.empty()) return 0;
  if (text.size() > kLongestInterned) return arena_->add_string(text);
  if (places_.empty()) places_.resize(kPlaces);
  Place& place = places_[std::hash<std::string_view>()(text) % kPlaces];
  if (place.text != text) {
    place.id = arena_->add_string(text);
    place.text = place.id == 0 ? std::string_view() : text;
  }
  return place.id;
}

}  // namespace forkscope::trace
