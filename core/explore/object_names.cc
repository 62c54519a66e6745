#include "core/explore/object_names.h"

#include "core/trace/reader.h"

namespace forkscope::explore {

namespace {

using kernel::SimDescriptor;
using trace::EventKind;

constexpr std::uint64_t kMostSteps = 2'000, kReadEvery = 200;

base::ObjectId object_behind(const kernel::SimMove& move, std::int64_t descriptor, bool writes) {
  const SimDescriptor* const behind = move.process.descriptor(descriptor);
  if (behind == nullptr || behind->kind == SimDescriptor::Kind::standard) return 0;
  return (writes && behind->written != 0) || behind->read == 0 ? behind->written : behind->read;
}

}  // namespace

base::ObjectId object_of(const kernel::SimMove& move) {
  const kernel::SimRequest& request = move.request;
  switch (request.kind) {
    case EventKind::fd_read:
    case EventKind::fd_close:
      return object_behind(move, request.handle, false);
    case EventKind::fd_write:
      return object_behind(move, request.handle, true);
    case EventKind::fd_poll:
      return request.descriptors.empty() ? 0 : object_behind(move, request.descriptors.front(), false);
    case EventKind::sem_acquire:
    case EventKind::sem_release:
    case EventKind::sem_value:
    case EventKind::memory_read:
    case EventKind::memory_write:
      return request.object != 0 ? request.object : static_cast<base::ObjectId>(request.handle);
    default:
      return 0;
  }
}

ObjectNames::ObjectNames(trace::Arena& arena, const vm::ProgramSpec& program) {
  arena.header().tracing = 1;
  trace::Store store;
  trace::Reader reader(&arena, &store);
  run_ = std::make_unique<SimulatedRun>(arena, program, [](int, std::string_view) {});
  run_->watch([this](const kernel::SimRequest& request, const kernel::Answer& answer) {
    if (request.kind == EventKind::sem_create) largest_[answer.object] = request.b;
  });
  for (std::uint64_t steps = kReadEvery; steps <= kMostSteps; steps += kReadEvery) {
    const SimulatedEnd end = run_->run(steps);
    reader.finish();
    if (end.kind != SimulatedEnd::Kind::stopped) break;
  }
  arena.header().tracing = 0;
  learn(store);
}

void ObjectNames::learn(const trace::Store& store) {
  const trace::World& world = store.now();
  for (const auto& [id, largest] : largest_)
    names_[id] = largest == 1 ? "a lock between processes" : "a semaphore";
  for (const auto& [id, value] : world.shared_values) names_[id] = "a shared value";
  for (const auto& [id, name] : world.names) {
    const std::string text = store.string(name);
    const auto semaphore = largest_.find(id);
    if (semaphore != largest_.end())
      names_[id] = (semaphore->second == 1 ? "lock " : "semaphore ") + text;
    else if (world.shared_values.contains(id))
      names_[id] = "shared value " + text;
    else
      names_[id] = "pipe " + text;
  }
  for (const auto& [id, queue] : world.queues) {
    const auto named = world.names.find(id);
    const std::string name = named == world.names.end() ? "queue" : store.string(named->second);
    names_[queue.pipe] = "the pipe of " + name;
    names_[queue.slots] = "the slots of " + name;
    names_[queue.reader_lock] = "the reader lock of " + name;
    names_[queue.writer_lock] = "the writer lock of " + name;
  }
}

// What the first thread of the first process makes has the same id in whatever way the program goes.
std::string ObjectNames::name_of(base::ObjectId object) const {
  const auto found = names_.find(object);
  const bool is_main_s = object >> 16 == kernel::SimNames::kFirst;
  return found == names_.end() || !is_main_s ? "" : found->second;
}

}  // namespace forkscope::explore
