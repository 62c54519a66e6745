#include <algorithm>

#include "app/model/stage_model.h"

namespace forkscope::app {

namespace {

using trace::Event;
using trace::EventKind;

bool moves_item(EventKind kind) {
  return kind == EventKind::item_buffered || kind == EventKind::item_taken ||
         kind == EventKind::item_pickled || kind == EventKind::item_written;
}

// Closing and copying descriptors, reading a value or looking at a pipe change nothing of what is shown;
// that somebody looked is worth seeing all the same.
bool is_housekeeping(EventKind kind) {
  return kind == EventKind::fd_close || kind == EventKind::fd_duplicate || kind == EventKind::sem_close ||
         kind == EventKind::sem_unlink;
}

void add(StageChanges& changes, const Event& event) {
  if (event.object != 0 && !is_housekeeping(event.kind)) changes.objects.insert(event.object);
  if (moves_item(event.kind)) changes.items.insert({event.object, event.process, event.a});
  switch (event.kind) {
    case EventKind::process_fork:
    case EventKind::process_spawn:
      changes.processes.insert(static_cast<base::ProcessId>(event.a));
      break;
    case EventKind::process_ended:
      changes.processes.insert(static_cast<base::ProcessId>(event.b));
      break;
    case EventKind::process_exit:
      changes.processes.insert(event.process);
      break;
    case EventKind::thread_start:
      changes.threads.insert(static_cast<base::ThreadId>(event.a));
      break;
    default:
      break;
  }
}

}  // namespace

StageChanges changes_of(const trace::Store& store, const DoneStep* last) {
  // A single step has few events; one that was let run has many, and then all of it has changed.
  constexpr std::uint64_t kMostEvents = 4096;
  StageChanges changes;
  if (last == nullptr) return changes;
  if (last->thread != 0) changes.threads.insert(last->thread);
  const std::uint64_t end = std::min<std::uint64_t>(last->end_event, store.first_index() + store.size());
  std::uint64_t index = std::max(last->first_event, store.first_index());
  if (end > index + kMostEvents) index = end - kMostEvents;
  for (; index < end; ++index) add(changes, store.event(index));
  return changes;
}

}  // namespace forkscope::app
