#include <algorithm>

#include "core/trace/fold_parts.h"

namespace forkscope::trace {

namespace {

void created(Folding& f) {
  const Event& event = f.event;
  if (event.object == 0) return;
  PoolState pool;
  pool.id = event.object;
  pool.workers = std::max<std::int64_t>(event.a, 0);
  pool.tasks = static_cast<base::ObjectId>(event.b >> 32);
  pool.results = static_cast<base::ObjectId>(event.b);
  const auto name = f.world.names.find(event.object);
  if (name != f.world.names.end()) pool.name = name->second;
  f.world.pools.insert_or_assign(event.object, std::move(pool));
}

void job_given(PoolState& pool, const Event& event) {
  pool.job = event.a;
  pool.job_name = event.string;
  pool.given += std::max<std::int64_t>(event.b, 0);
}

// A worker does one task at a time; where it begins another, the end of the one before was lost.
void task_started(PoolState& pool, const Event& event) {
  ++pool.started;
  pool.running[event.thread] = PoolTask{.job = event.a, .number = event.b};
}

void task_done(PoolState& pool, const Event& event) {
  ++pool.done;
  pool.running.erase(event.thread);
}

}  // namespace

void fold_pool(Folding& f) {
  if (f.event.kind == EventKind::pool_created) return created(f);
  const auto found = f.world.pools.find(f.event.object);
  if (found == f.world.pools.end()) return;
  PoolState& pool = found->second;
  switch (f.event.kind) {
    case EventKind::pool_job:
      return job_given(pool, f.event);
    case EventKind::task_submitted:
      ++pool.submitted;
      return;
    case EventKind::task_started:
      return task_started(pool, f.event);
    case EventKind::task_done:
      return task_done(pool, f.event);
    case EventKind::result_received:
      ++pool.received;
      return;
    case EventKind::pool_closed:
      pool.closed = true;
      pool.terminated = pool.terminated || f.event.a == 1;
      return;
    default:
      return;
  }
}

void forget_process_tasks(Folding& f, const std::vector<base::ThreadId>& threads) {
  for (auto& [id, pool] : f.world.pools) {
    pool.lost += static_cast<std::int64_t>(std::erase_if(pool.running, [&](const auto& task) {
      return std::binary_search(threads.begin(), threads.end(), task.first);
    }));
  }
}

}  // namespace forkscope::trace
