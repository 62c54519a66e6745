#include "app/model/meaning.h"

namespace forkscope::app {

namespace {

ObjectRole role_in_queue(const trace::QueueState& queue, base::ObjectId object) {
  if (object == queue.pipe) return ObjectRole::queue_pipe;
  if (object == queue.slots) return ObjectRole::queue_slots;
  if (object == queue.reader_lock) return ObjectRole::queue_reader_lock;
  return object == queue.writer_lock ? ObjectRole::queue_writer_lock : ObjectRole::queue;
}

ObjectMeaning part_of_pool(const trace::World& world, base::ObjectId object) {
  for (const auto& [id, pool] : world.pools) {
    if (object == id) return {ObjectRole::pool, id};
    if (object == pool.tasks) return {ObjectRole::pool_tasks, id};
    if (object == pool.results) return {ObjectRole::pool_results, id};
  }
  return {};
}

ObjectRole role_alone(const trace::World& world, base::ObjectId object) {
  const auto semaphore = world.semaphores.find(object);
  if (semaphore != world.semaphores.end())
    return semaphore->second.largest == 1 ? ObjectRole::lock : ObjectRole::semaphore;
  const auto lock = world.locks.find(object);
  if (lock != world.locks.end())
    return lock->second.lock != 0 ? ObjectRole::condition : ObjectRole::thread_lock;
  if (world.pipes.contains(object)) return ObjectRole::pipe;
  return world.shared_values.contains(object) ? ObjectRole::shared_value : ObjectRole::unknown;
}

}  // namespace

ObjectMeaning meaning_of(const trace::Store& store, const trace::World& world, base::ObjectId object) {
  if (object == 0) return {};
  ObjectMeaning meaning = part_of_pool(world, object);
  const auto part = world.queue_of.find(object);
  const auto queue = world.queues.find(part != world.queue_of.end() ? part->second : object);
  if (meaning.role == ObjectRole::unknown && queue != world.queues.end())
    meaning = {role_in_queue(queue->second, object), queue->first};
  if (meaning.role == ObjectRole::unknown) meaning.role = role_alone(world, object);
  const auto name = world.names.find(meaning.part_of != 0 ? meaning.part_of : object);
  if (name != world.names.end()) meaning.name = store.string(name->second);
  return meaning;
}

base::ThreadId owner_of(const trace::World& world, base::ObjectId object) {
  const auto semaphore = world.semaphores.find(object);
  if (semaphore != world.semaphores.end()) return semaphore->second.owner;
  const auto lock = world.locks.find(object);
  return lock != world.locks.end() ? lock->second.owner : 0;
}

bool was_killed(const trace::World& world, base::ThreadId thread) {
  const auto state = world.threads.find(thread);
  if (state == world.threads.end()) return false;
  const auto process = world.processes.find(state->second.process);
  return process != world.processes.end() && process->second.ended_ns >= 0 && process->second.exit_code < 0;
}

}  // namespace forkscope::app
