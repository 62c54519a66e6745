#include "app/model/stage_model.h"

#include "app/model/meaning.h"
#include "app/model/stage_parts.h"

namespace forkscope::app {

StageItem stage_item(const StageSource& source, base::ObjectId queue, const trace::ItemState& item) {
  const ItemKey key{queue, item.producer, item.number};
  return {key, source.store.string(item.label), item.bytes, item.sent, source.changes.items.contains(key)};
}

StageLock stage_lock(const StageSource& source, base::ObjectId object) {
  StageLock lock;
  lock.object = object;
  lock.owner = owner_of(source.world, object);
  if (lock.owner != 0) lock.owner_name = full_thread_name(source.store, lock.owner);
  lock.owner_was_killed = lock.owner != 0 && was_killed(source.world, lock.owner);
  lock.changed = source.changes.objects.contains(object);
  const auto semaphore = source.world.semaphores.find(object);
  const auto inside = source.world.locks.find(object);
  if (semaphore != source.world.semaphores.end()) lock.waiters = semaphore->second.waiters.size();
  if (inside != source.world.locks.end()) lock.waiters = inside->second.waiters.size();
  return lock;
}

StageModel stage_model(const trace::Store& store, const trace::World& world, const StepView& step) {
  const StageSource source{store, world, step, changes_of(store, step.last)};
  StageModel model;
  add_processes(source, model);
  add_queues(source, model);
  add_pools(source, model);
  add_objects(source, model);
  return model;
}

}  // namespace forkscope::app
