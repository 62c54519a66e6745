#include <algorithm>

#include "app/model/meaning.h"
#include "app/model/stage_parts.h"

namespace forkscope::app {

namespace {

constexpr std::int64_t kNoLimit = 0x7fff'ffff;  // SEM_VALUE_MAX, the size of a queue without one
constexpr std::size_t kMostElements = 8;        // of an Array

std::int64_t bytes_in(const trace::World& world, base::ObjectId pipe) {
  const auto found = world.pipes.find(pipe);
  return found == world.pipes.end() ? 0 : found->second.bytes;
}

StageQueue stage_queue(const StageSource& source, const trace::QueueState& state) {
  StageQueue queue;
  queue.id = state.id;
  queue.count = state.in_pipe.size();
  for (std::size_t i = 0; i < std::min(queue.count, kMostItems); ++i)
    queue.items.push_back(stage_item(source, state.id, state.in_pipe[i]));
  queue.bytes = bytes_in(source.world, state.pipe);
  queue.slots_taken = state.slots_taken;
  queue.maxsize = state.maxsize >= kNoLimit ? 0 : state.maxsize;
  queue.pipe_changed = source.changes.objects.contains(state.pipe);
  queue.slots = stage_lock(source, state.slots);
  queue.reader_lock = stage_lock(source, state.reader_lock);
  queue.writer_lock = stage_lock(source, state.writer_lock);
  return queue;
}

std::string value_text(const trace::SharedValueState& value) {
  if (value.code == 0) return std::to_string(value.item_size * value.length) + " B";
  if (value.length == 1 && !value.items.empty()) return trace::item_text(value.code, value.items[0].bits);
  std::string text = "[";
  for (std::size_t i = 0; i < std::min(value.items.size(), kMostElements); ++i)
    text += (i > 0 ? ", " : "") + trace::item_text(value.code, value.items[i].bits);
  return text + (value.length > static_cast<std::int64_t>(kMostElements) ? ", …]" : "]");
}

// Whether a thread waits for the object now, as the steps or the trace know it.
bool is_waited_for(const StageSource& source, base::ObjectId object) {
  const bool by_step =
      std::any_of(source.step.moves.begin(), source.step.moves.end(),
                  [object](const NextMove& move) { return move.object == object && !move.can_move; });
  return by_step || std::any_of(source.world.threads.begin(), source.world.threads.end(),
                                [object](const auto& entry) { return entry.second.waits_for == object; });
}

class Objects {
 public:
  Objects(const StageSource& source, StageModel& model) : source_(source), model_(model) {}

  // What has no name and does nothing now is of the library's own; it is counted only.
  void add(StageObject object, base::ObjectId id, bool is_busy) {
    object.lock = stage_lock(source_, id);
    const auto name = source_.world.names.find(id);
    if (name != source_.world.names.end()) object.name = source_.store.string(name->second);
    if (object.name.empty() && !is_busy && object.lock.owner == 0 && !is_waited_for(source_, id)) return;
    if (model_.objects.size() == kMostObjects)
      ++model_.more_objects;
    else
      model_.objects.push_back(std::move(object));
  }

 private:
  const StageSource& source_;
  StageModel& model_;
};

bool stands_alone(const StageSource& source, base::ObjectId object) {
  const ObjectRole role = meaning_of(source.store, source.world, object).role;
  return role == ObjectRole::lock || role == ObjectRole::semaphore || role == ObjectRole::pipe;
}

void add_semaphores(const StageSource& source, Objects& objects) {
  for (const auto& [id, state] : source.world.semaphores) {
    if (!stands_alone(source, id)) continue;
    StageObject object;
    object.kind = state.largest == 1 ? StageObjectKind::lock : StageObjectKind::semaphore;
    object.value = state.value;
    object.largest = state.largest >= kNoLimit ? 0 : state.largest;
    objects.add(std::move(object), id, false);
  }
}

// A lock inside a process is of interest while somebody cannot have it; a condition's waiters are told beside
// the threads.
void add_thread_locks(const StageSource& source, Objects& objects) {
  for (const auto& [id, state] : source.world.locks) {
    if (state.lock != 0 || !is_waited_for(source, id)) continue;
    StageObject object;
    object.kind = StageObjectKind::thread_lock;
    objects.add(std::move(object), id, true);
  }
}

void add_values(const StageSource& source, Objects& objects) {
  for (const auto& [id, state] : source.world.shared_values) {
    StageObject object;
    object.kind = StageObjectKind::shared_value;
    object.text = value_text(state);
    object.overwritten = state.overwritten;
    objects.add(std::move(object), id, true);
  }
}

void add_pipes(const StageSource& source, Objects& objects) {
  for (const auto& [id, state] : source.world.pipes) {
    if (!stands_alone(source, id)) continue;
    StageObject object;
    object.kind = StageObjectKind::pipe;
    object.bytes = state.bytes;
    objects.add(std::move(object), id, state.bytes > 0);
  }
}

}  // namespace

void add_queues(const StageSource& source, StageModel& model) {
  for (const auto& [id, state] : source.world.queues) model.queues.push_back(stage_queue(source, state));
}

void add_pools(const StageSource& source, StageModel& model) {
  for (const auto& [id, state] : source.world.pools) {
    StagePool pool;
    pool.state = state;
    if (state.name != 0) pool.name = source.store.string(state.name);
    if (state.job_name != 0) pool.job = source.store.string(state.job_name);
    pool.task_bytes = bytes_in(source.world, state.tasks);
    pool.result_bytes = bytes_in(source.world, state.results);
    pool.changed = source.changes.objects.contains(id) || source.changes.objects.contains(state.tasks) ||
                   source.changes.objects.contains(state.results);
    model.pools.push_back(std::move(pool));
  }
}

void add_objects(const StageSource& source, StageModel& model) {
  Objects objects(source, model);
  add_values(source, objects);
  add_semaphores(source, objects);
  add_thread_locks(source, objects);
  add_pipes(source, objects);
}

}  // namespace forkscope::app
