// What an object of the operating system is good for in the program: the reader lock of a queue, the tasks'
// pipe of a pool. Pure; by what the world knows.
#pragma once

#include <cstdint>
#include <string>

#include "core/trace/store.h"
#include "core/trace/world.h"

namespace forkscope::app {

enum class ObjectRole : std::uint8_t {
  unknown,
  queue,  // itself
  queue_pipe,
  queue_slots,
  queue_reader_lock,
  queue_writer_lock,
  pool,
  pool_tasks,
  pool_results,
  lock,         // a semaphore of one, between processes
  semaphore,    // one that counts
  thread_lock,  // inside one process
  condition,
  pipe,
  shared_value,
};

struct ObjectMeaning {
  ObjectRole role = ObjectRole::unknown;
  base::ObjectId part_of = 0;  // the queue or pool; 0 = stands for itself
  std::string name = {};       // the program's variable; "" = none
};

ObjectMeaning meaning_of(const trace::Store& store, const trace::World& world, base::ObjectId object);
// Who has the lock or the semaphore of one; 0 = nobody, or it counts.
base::ThreadId owner_of(const trace::World& world, base::ObjectId object);
// Whether the thread's process was ended by a signal, so that it can never give back what it has.
bool was_killed(const trace::World& world, base::ThreadId thread);

}  // namespace forkscope::app
