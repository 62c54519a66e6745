#include "app/model/step_waits.h"

#include <algorithm>

namespace forkscope::app {

namespace {

using trace::EventKind;

base::ThreadId lock_owner(base::ObjectId object, const trace::World& world) {
  if (const auto semaphore = world.semaphores.find(object); semaphore != world.semaphores.end())
    return semaphore->second.owner;
  const auto lock = world.locks.find(object);
  if (lock == world.locks.end()) return 0;
  return lock->second.lock == 0 ? lock->second.owner : lock_owner(lock->second.lock, world);
}

// A thread of the process that is waited for, its main thread first.
base::ThreadId thread_of_process(std::int64_t pid, const std::vector<NextMove>& moves,
                                 const trace::World& world) {
  for (const auto& [id, process] : world.processes) {
    if (process.pid != pid || process.ended_ns >= 0) continue;
    for (const NextMove& move : moves)
      if (move.process == id) return move.id;
  }
  return 0;
}

const NextMove* move_of(base::ThreadId thread, const std::vector<NextMove>& moves) {
  const auto found =
      std::find_if(moves.begin(), moves.end(), [&](const NextMove& move) { return move.id == thread; });
  return found == moves.end() ? nullptr : &*found;
}

}  // namespace

base::ThreadId holder(const NextMove& move, const std::vector<NextMove>& moves, const trace::World& world) {
  if (move.kind == EventKind::thread_join) return static_cast<base::ThreadId>(move.handle);
  if (move.kind == EventKind::process_wait) return thread_of_process(move.handle, moves, world);
  return lock_owner(move.object, world);
}

std::vector<WaitLink> waiting_circle(const std::vector<NextMove>& moves, const trace::World& world) {
  std::vector<WaitLink> all;
  for (const NextMove& move : moves)
    if (!move.can_move)
      all.push_back({move.thread, move.id, holder(move, moves, world), move.object, move.kind});
  for (const WaitLink& first : all) {
    std::vector<WaitLink> circle{first};
    while (circle.back().owner != first.id && circle.size() <= all.size()) {
      const NextMove* next = move_of(circle.back().owner, moves);
      if (next == nullptr || next->can_move) break;
      circle.push_back(
          *std::find_if(all.begin(), all.end(), [&](const WaitLink& link) { return link.id == next->id; }));
    }
    if (circle.back().owner == first.id) return circle;
  }
  return all;
}

}  // namespace forkscope::app
