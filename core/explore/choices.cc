#include "core/explore/choices.h"

#include <algorithm>

namespace forkscope::explore {

namespace {

using kernel::SimDescriptor;
using kernel::SimMove;
using trace::EventKind;

// Nobody else is there who could do anything in between. Search keeps this apart: it is no look around.
bool is_alone(const SimMove& move) {
  for (const auto& [id, process] : move.world.processes) {
    if (process.runs() && id != move.process.id) return false;
  }
  return move.process.threads.size() == 1;
}

template <typename Objects>
bool only_here(const SimMove& move, Objects kernel::SimProcess::*objects, base::ObjectId id) {
  move.world.looked_around = true;
  for (const auto& [other, process] : move.world.processes) {
    if (other != move.process.id && (process.*objects).contains(id)) return false;
  }
  return true;
}

bool leads_there(const SimDescriptor& descriptor, const SimDescriptor& same) {
  const auto meets = [&same](base::ObjectId stream) {
    return stream != 0 && (stream == same.read || stream == same.written);
  };
  return meets(descriptor.read) || meets(descriptor.written);
}

// No other process has an end of what it leads to, nor will one find it on its way.
bool is_private(const SimMove& move, const SimDescriptor& descriptor) {
  move.world.looked_around = true;
  const auto leads = [&descriptor](const SimDescriptor& each) { return leads_there(each, descriptor); };
  for (const auto& [id, process] : move.world.processes) {
    if (id == move.process.id) continue;
    for (const auto& [number, each] : process.descriptors) {
      if (leads(each)) return false;
    }
  }
  for (const auto& [id, listener] : move.world.listeners) {
    if (std::ranges::any_of(listener.waiting, leads)) return false;
  }
  for (const auto& [id, stream] : move.world.streams.all()) {
    for (const auto& piece : stream.pieces) {
      if (std::ranges::any_of(piece.passed, leads)) return false;
    }
  }
  return true;
}

bool is_private_descriptor(const SimMove& move, std::int64_t number) {
  const SimDescriptor* const found = move.process.descriptor(number);
  if (found == nullptr) return true;
  switch (found->kind) {
    case SimDescriptor::Kind::standard:
    case SimDescriptor::Kind::process:
      // What is closed here stays open for whoever else has it.
      return true;
    default:
      return is_private(move, *found);
  }
}

bool is_private_semaphore(const SimMove& move, base::ObjectId id) {
  const auto found = move.world.semaphores.find(id);
  const bool has_name = found != move.world.semaphores.end() && !found->second.name.empty();
  return !has_name && only_here(move, &kernel::SimProcess::semaphores, id);
}

bool is_private_memory(const SimMove& move, base::ObjectId id) {
  const auto found = move.world.memories.find(id);
  if (found == move.world.memories.end() || !found->second.name.empty()) return false;
  const SimDescriptor behind{.kind = SimDescriptor::Kind::memory, .read = id};
  return only_here(move, &kernel::SimProcess::memories, id) && is_private(move, behind);
}

// Only the threads of its own process can end what it waits for.
bool waits_inside(const SimMove& move) {
  const EventKind kind = move.request.kind;
  const bool is_inside =
      kind == EventKind::lock_acquire || kind == EventKind::condition_wait || kind == EventKind::thread_join;
  return is_inside && move.thread.deadline_ns < 0 &&
         kernel::SimKernel::look(move) == trace::MoveState::blocked;
}

}  // namespace

bool has_gil_alone(const SimMove& move, const AskedBy& asked) {
  constexpr std::uint64_t kInterrupt = std::uint64_t{1} << kernel::Kernel::kInterruptSignal;
  // A handler of a signal runs in the main thread, whatever that waits for.
  if (move.process.signals.arrived != 0 || (move.process.signals.caught & ~kInterrupt) != 0) return false;
  return std::ranges::all_of(move.process.threads, [&](auto& entry) {
    auto& [id, thread] = entry;
    return id == move.thread.id || waits_inside({move.world, move.process, thread, asked(id)});
  });
}

// With more than one thread in a process every Request is a choice, unless it is a left mover
// (left_movers.h): what Python code does between two of them is seen by the other threads. In a process with
// one thread these are not:
// - what makes something new, since nobody else knows of it yet; a name that is taken away at once was told
// to nobody;
// - locks and conditions, which live inside the process;
// - what only this process can reach;
// - a fork or spawn: whatever others do with what is copied, the one that is copied holds it open before and
// after;
// - what cannot change: its own pid, the clock, which stands still but for choices.
bool is_choice(const SimMove& move, const kernel::SimRequest* before) {
  if (move.request.kind == EventKind::none) return true;
  if (is_alone(move)) return false;
  if (move.process.threads.size() > 1) return true;
  const kernel::SimRequest& request = move.request;
  const auto object = static_cast<base::ObjectId>(request.handle);
  switch (request.kind) {
    case EventKind::thread_begins:
    case EventKind::sem_create:
    case EventKind::pipe_create:
    case EventKind::socket_pair:
    case EventKind::memory_create:
    case EventKind::lock_create:
    case EventKind::lock_acquire:
    case EventKind::lock_release:
    case EventKind::condition_create:
    case EventKind::condition_notify:
    case EventKind::process_fork:
    case EventKind::process_spawn:
    case EventKind::clock_read:
      return false;
    case EventKind::process_identity:
      return request.a != 0;
    case EventKind::sem_acquire:
    case EventKind::sem_release:
    case EventKind::sem_value:
    case EventKind::sem_close:
      return !is_private_semaphore(move, object);
    case EventKind::sem_unlink:
      return before == nullptr || before->kind != EventKind::sem_create || before->text != request.text;
    case EventKind::memory_read:
    case EventKind::memory_write:
    case EventKind::memory_close:
      return !is_private_memory(move, object);
    case EventKind::fd_read:
    case EventKind::fd_write:
    case EventKind::fd_close:
    case EventKind::fd_duplicate:
      return !is_private_descriptor(move, request.handle);
    case EventKind::fd_poll:
      return !std::ranges::all_of(request.descriptors,
                                  [&](int number) { return is_private_descriptor(move, number); });
    default:
      return true;
  }
}

}  // namespace forkscope::explore
