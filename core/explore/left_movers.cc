#include "core/explore/left_movers.h"

#include <algorithm>
#include <utility>

namespace forkscope::explore {

namespace {

using kernel::SimDescriptor;
using kernel::SimMove;
using trace::EventKind;

// Of an onlooker: all of them.
constexpr base::ThreadId kEverybody = 0;
// A program that makes objects in a loop has always another one of which something else turns out.
constexpr std::uint32_t kMostTimesWrong = 30;

bool has_threads(const SimMove& move) {
  return move.process.threads.size() > 1;
}

const kernel::SimSemaphore* semaphore_of(const SimMove& move) {
  const auto found = move.world.semaphores.find(static_cast<base::ObjectId>(move.request.handle));
  return found == move.world.semaphores.end() ? nullptr : &found->second;
}

// The lock of a condition, and of a lock it; 0: there is none.
base::ObjectId lock_of(const SimMove& move) {
  const auto id = static_cast<base::ObjectId>(move.request.handle);
  const bool is_condition =
      move.request.kind == EventKind::condition_wait || move.request.kind == EventKind::condition_notify;
  if (!is_condition) return id;
  const auto found = move.process.conditions.find(id);
  return found == move.process.conditions.end() ? 0 : found->second.lock;
}

// What it gives back, or waits or notifies with, it holds itself: so nobody else can do so meanwhile.
bool holds_lock(const SimMove& move) {
  const auto found = move.process.locks.find(lock_of(move));
  return found != move.process.locks.end() && found->second == move.thread.id;
}

// The processes that will do nothing any more, by their main threads. Not asked while others run: where it
// may not matter, a move would depend on all of them.
ThreadSet ended_processes(const SimMove& move) {
  ThreadSet ended;
  for (const auto& [id, process] : move.world.processes) {
    if (process.runs() && id != move.process.id) return {};
    if (!process.runs()) ended.add(id);
  }
  if (!ended.all().empty()) move.world.looked_around = true;
  return ended;
}

bool is_refused_release(const SimMove& move) {
  const kernel::SimSemaphore* semaphore = semaphore_of(move);
  return semaphore == nullptr || (move.request.b > 0 && semaphore->value >= move.request.b);
}

}  // namespace

void LeftMovers::look_on(const Key& key, base::ThreadId thread) {
  Users& users = users_[key];
  if (users.onlookers.has(thread)) return;
  users.onlookers.add(thread);
  has_grown_ = has_grown_ || (users.movers.has_other_than(thread) && !users.ended.has(thread));
}

void LeftMovers::begin_again() {
  for (auto& [key, users] : users_) users.movers.clear();
  if (std::exchange(has_grown_, false)) ++times_wrong_;
}

void LeftMovers::note(const SimMove& move) {
  const kernel::SimRequest& request = move.request;
  const base::ThreadId thread = move.thread.id;
  const base::ProcessId process = move.process.id;
  switch (request.kind) {
    case EventKind::sem_acquire:
    case EventKind::sem_value:
      look_on({Facet::semaphore_taken, 0, request.handle}, thread);
      if (request.kind == EventKind::sem_value || request.timeout_ns >= 0)
        look_on({Facet::semaphore_given, 0, request.handle}, thread);
      return;
    case EventKind::sem_release:
      // One that may be refused depends on what was taken.
      if (request.b > 0) look_on({Facet::semaphore_taken, 0, request.handle}, thread);
      if (is_refused_release(move)) look_on({Facet::semaphore_given, 0, request.handle}, kEverybody);
      return;
    case EventKind::lock_acquire:
    case EventKind::lock_release:
    case EventKind::condition_wait:
    case EventKind::condition_notify:
      return note_locks(move);
    case EventKind::memory_write:
    case EventKind::memory_close:
      look_on({Facet::memory_written, 0, request.handle}, thread);
      break;
    case EventKind::process_kill:
      return note_kill(move);
    case EventKind::process_fork:
      look_on({Facet::buffered, process, 0}, thread);
      break;
    case EventKind::process_exit:
      look_on({Facet::what_is_left, process, 0}, thread);
      break;
    default:
      break;
  }
  note_descriptors(move);
}

// A limit, if only of 0, may have run out just before.
void LeftMovers::note_locks(const SimMove& move) {
  const bool is_acquire = move.request.kind == EventKind::lock_acquire;
  const bool is_limited = move.request.timeout_ns >= 0;
  const bool is_wait = move.request.kind == EventKind::condition_wait;
  const Key lock{Facet::lock_given, move.process.id, lock_of(move)};
  const Key condition{Facet::condition, move.process.id, move.request.handle};
  look_on({Facet::lock_copied, 0, lock_of(move)}, move.process.id);
  if (is_acquire && is_limited) look_on(lock, move.thread.id);
  if (is_wait && is_limited) look_on(condition, move.thread.id);
  if (is_acquire || move.thread.condition != 0 || holds_lock(move)) return;
  look_on(lock, kEverybody);
  look_on(condition, kEverybody);
}

// Whoever catches a signal does so somewhere in the middle of what it does.
void LeftMovers::note_kill(const SimMove& move) {
  if (move.request.a == 0) return;
  const auto target = move.world.processes.find(kernel::process_of_pid(move.request.handle));
  if (target == move.world.processes.end()) return;
  const bool is_caught = (target->second.signals.caught >> (move.request.a & 63) & 1) != 0;
  if (is_caught && !std::exchange(signals_are_caught_, true)) has_grown_ = true;
  look_on({Facet::what_is_left, target->first, 0}, move.thread.id);
}

void LeftMovers::note_descriptor(const SimMove& move, std::int64_t number) {
  if (number < 0) return;
  look_on({Facet::descriptor, move.process.id, number}, move.thread.id);
  const SimDescriptor* const descriptor = move.process.descriptor(number);
  if (descriptor == nullptr) return;
  if (descriptor->kind == SimDescriptor::Kind::standard)
    return look_on({Facet::printed, 0, descriptor->pid}, move.thread.id);
  if (move.request.kind == EventKind::fd_close || move.request.kind == EventKind::fd_duplicate) return;
  if (descriptor->read != 0) look_on({Facet::writing_end, 0, descriptor->read}, move.thread.id);
  if (descriptor->written != 0) look_on({Facet::reading_end, 0, descriptor->written}, move.thread.id);
}

// It gets the next free number, or a copy of all.
void LeftMovers::note_numbers(const SimMove& move) {
  look_on({Facet::free_descriptors, move.process.id, 0}, move.thread.id);
  look_on({Facet::used_descriptors, move.process.id, 0}, move.thread.id);
}

void LeftMovers::note_descriptors(const SimMove& move) {
  const trace::Family family = trace::info(move.request.kind).family;
  const bool uses = family == trace::Family::pipe || family == trace::Family::stream;
  switch (move.request.kind) {
    case EventKind::memory_create:
    case EventKind::memory_open:
    case EventKind::memory_close:
    case EventKind::process_fork:
    case EventKind::process_spawn:
    case EventKind::process_watch:
      note_numbers(move);
      return;
    case EventKind::fd_close:
      look_on({Facet::used_descriptors, move.process.id, 0}, move.thread.id);
      break;
    case EventKind::fd_read:
    case EventKind::fd_write:
    case EventKind::fd_poll:
    case EventKind::stream_write:
      break;
    default:
      if (uses) note_numbers(move);
  }
  if (!uses) return;
  note_descriptor(move, move.request.handle);
  for (const int number : move.request.descriptors) note_descriptor(move, number);
}

// Sockets may have descriptors on their way that end with them.
bool LeftMovers::list_changes_of_descriptor(const SimMove& move, Keys& keys) const {
  const SimDescriptor* const descriptor = move.process.descriptor(move.request.handle);
  if (descriptor == nullptr) return false;
  const bool is_standard = descriptor->kind == SimDescriptor::Kind::standard;
  const bool is_pipe = descriptor->kind == SimDescriptor::Kind::pipe;
  if (has_threads(move)) keys.push_back({Facet::descriptor, move.process.id, move.request.handle});
  if (move.request.kind != EventKind::fd_close) {
    keys.push_back({Facet::printed, 0, descriptor->pid});
    keys.push_back({Facet::buffered, move.process.id, 0});
    keys.push_back({Facet::what_is_left, move.process.id, 0});
    return is_standard;
  }
  keys.push_back({Facet::free_descriptors, move.process.id, 0});
  if (descriptor->read != 0) keys.push_back({Facet::reading_end, 0, descriptor->read});
  if (descriptor->written != 0) keys.push_back({Facet::writing_end, 0, descriptor->written});
  return is_pipe || is_standard;
}

// False: it is none, whatever others do.
bool LeftMovers::list_changes(const SimMove& move, Keys& keys) const {
  const kernel::SimRequest& request = move.request;
  const base::ProcessId process = move.process.id;
  switch (request.kind) {
    case EventKind::process_identity:
      return request.a == 0;
    case EventKind::lock_create:
    case EventKind::condition_create:
      return true;
    case EventKind::pipe_create: {
      keys.push_back({Facet::used_descriptors, process, 0});
      if (!has_threads(move)) return true;
      // They may be numbers of what was closed, which others still use.
      const int first = kernel::free_number(move.process);
      keys.push_back({Facet::descriptor, process, first});
      keys.push_back({Facet::descriptor, process, kernel::free_number(move.process, first + 1)});
      return true;
    }
    case EventKind::sem_release:
      keys.push_back({Facet::semaphore_given, 0, request.handle});
      keys.push_back({Facet::what_is_left, process, 0});
      return !is_refused_release(move);
    case EventKind::sem_acquire: {
      const kernel::SimSemaphore* semaphore = semaphore_of(move);
      keys.push_back({Facet::semaphore_taken, 0, request.handle});
      keys.push_back({Facet::what_is_left, process, 0});
      return semaphore != nullptr && semaphore->value > 0;
    }
    case EventKind::memory_read:
      keys.push_back({Facet::memory_written, 0, request.handle});
      return true;
    case EventKind::fd_close:
    case EventKind::fd_write:
    case EventKind::stream_write:
      return list_changes_of_descriptor(move, keys);
    case EventKind::lock_release:
      keys.push_back({Facet::lock_given, process, request.handle});
      keys.push_back({Facet::lock_copied, 0, request.handle});
      return holds_lock(move);
    case EventKind::condition_notify:
      keys.push_back({Facet::condition, process, request.handle});
      return holds_lock(move);
    case EventKind::condition_wait:
      keys.push_back({Facet::lock_given, process, lock_of(move)});
      keys.push_back({Facet::lock_copied, 0, lock_of(move)});
      keys.push_back({Facet::condition, process, request.handle});
      return move.thread.condition == 0 && request.timeout_ns < 0 && holds_lock(move);
    default:
      return false;
  }
}

// Who it counts as: of what is copied into another process, the users are processes.
base::ThreadId LeftMovers::mover_of(const SimMove& move, const Key& key) {
  return std::get<Facet>(key) == Facet::lock_copied ? move.process.id : move.thread.id;
}

bool LeftMovers::takes_for_granted(const SimMove& move) {
  Keys keys;
  if (signals_are_caught_ || times_wrong_ > kMostTimesWrong || !list_changes(move, keys)) return false;
  const ThreadSet ended = ended_processes(move);
  const auto is_seen = [&](const Key& key) {
    return std::ranges::any_of(users_[key].onlookers.all(), [&](base::ThreadId each) {
      return each != mover_of(move, key) && !ended.has(each);
    });
  };
  if (std::ranges::any_of(keys, is_seen)) return false;
  for (const Key& key : keys) {
    Users& users = users_[key];
    if (users.movers.all().empty()) users.ended = ended;
    users.ended.keep(ended);
    users.movers.add(mover_of(move, key));
  }
  return true;
}

}  // namespace forkscope::explore
