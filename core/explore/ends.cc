#include "core/explore/ends.h"

#include <algorithm>

namespace forkscope::explore {

namespace {

using trace::EventKind;

std::string name_of(const kernel::SimWorld& world, base::ThreadId thread) {
  for (const auto& [id, process] : world.processes) {
    const auto found = process.threads.find(thread);
    if (found != process.threads.end()) return found->second.name;
  }
  return "";
}

// Who could let the thread go on; 0: not known.
base::ThreadId owner_of(const kernel::SimWorld& world, const kernel::SimProcess& process,
                        const kernel::SimThread& thread, const kernel::SimRequest& request) {
  const auto object = static_cast<base::ObjectId>(request.handle);
  switch (request.kind) {
    case EventKind::sem_acquire: {
      const auto semaphore = world.semaphores.find(object);
      return semaphore == world.semaphores.end() ? 0 : semaphore->second.holder;
    }
    case EventKind::lock_acquire: {
      const auto lock = process.locks.find(object);
      return lock == process.locks.end() ? 0 : lock->second;
    }
    case EventKind::condition_wait:
      return thread.was_notified ? process.locks.at(process.conditions.at(object).lock) : 0;
    case EventKind::thread_join:
      return object;
    case EventKind::process_wait:
      return kernel::process_of_pid(request.handle);
    default:
      return 0;
  }
}

}  // namespace

End end_of(StateId id, const kernel::SimWorld& world, const RequestOf& request_of) {
  End end;
  end.state = id;
  bool all_good = true;
  for (const auto& [process_id, process] : world.processes) {
    if (process.runs()) continue;
    end.exit_codes.push_back({process.name, process.exit_code});
    all_good = all_good && process.exit_code == 0;
  }
  std::ranges::sort(end.exit_codes);
  const bool is_over = !world.processes.begin()->second.runs();
  end.kind = !is_over ? EndKind::stuck : all_good ? EndKind::ok : EndKind::error;
  if (is_over) return end;
  for (const auto& [process_id, process] : world.processes) {
    for (const auto& [thread_id, thread] : process.threads) {
      const kernel::SimRequest request = request_of(process_id, thread_id);
      std::string what(trace::info(request.kind).sentence);
      if (request.line != 0) what += " (line " + std::to_string(request.line) + ")";
      end.waits.push_back({thread.name, what, name_of(world, owner_of(world, process, thread, request))});
    }
  }
  std::ranges::sort(end.waits);
  return end;
}

}  // namespace forkscope::explore
