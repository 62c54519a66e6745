#include "core/trace/fold.h"

#include <algorithm>

#include "core/trace/fold_parts.h"

namespace forkscope::trace {

namespace {

void fold_output(Folding& f) {
  const Event& event = f.event;
  if (event.kind != EventKind::stream_write || event.phase != Phase::done || event.result <= 0) return;
  ++f.world.output_pieces;
  if (f.listener == nullptr || !f.listener->on_output) return;
  f.listener->on_output(OutputPiece{.time_ns = event.time_ns,
                                    .process = event.process,
                                    .thread = event.thread,
                                    .is_error = event.a == 2,
                                    .text = event.string,
                                    .bytes = static_cast<std::uint32_t>(event.result)});
}

void fold_call(Folding& f) {
  const auto thread = f.world.threads.find(f.event.thread);
  if (thread == f.world.threads.end() || thread->second.activity == ThreadActivity::ended) return;
  const bool begins = f.event.kind == EventKind::call_begins;
  thread->second.call = begins ? f.event.string : 0;
  if (!begins) f.world.asking.erase(f.event.thread);
}

void fold_name(Folding& f) {
  if (f.event.object == 0) return;
  f.world.names[f.event.object] = f.event.string;
  const auto queue = f.world.queues.find(f.event.object);
  if (queue != f.world.queues.end()) queue->second.name = f.event.string;
  const auto value = f.world.shared_values.find(f.event.object);
  if (value != f.world.shared_values.end()) value->second.name = f.event.string;
  const auto pool = f.world.pools.find(f.event.object);
  if (pool != f.world.pools.end()) pool->second.name = f.event.string;
}

void fold_note(Folding& f) {
  switch (f.event.kind) {
    case EventKind::process_begins:
    case EventKind::process_named:
    case EventKind::process_ended:
      return fold_process(f);
    case EventKind::thread_begins:
    case EventKind::thread_named:
    case EventKind::thread_ends:
      return fold_thread(f);
    case EventKind::call_begins:
    case EventKind::call_ends:
      return fold_call(f);
    case EventKind::object_named:
      return fold_name(f);
    case EventKind::queue_created:
    case EventKind::item_buffered:
    case EventKind::item_taken:
    case EventKind::item_pickled:
    case EventKind::item_written:
    case EventKind::item_failed:
    case EventKind::item_received:
      return fold_queue(f);
    case EventKind::queue_asks:
    case EventKind::queue_answers:
      return fold_question(f);
    case EventKind::shared_value_created:
    case EventKind::shared_item_stored:
      return fold_shared_value(f);
    case EventKind::pool_created:
    case EventKind::pool_job:
    case EventKind::task_submitted:
    case EventKind::task_started:
    case EventKind::task_done:
    case EventKind::result_received:
    case EventKind::pool_closed:
      return fold_pool(f);
    case EventKind::paused:
      f.world.paused = true;
      return;
    case EventKind::resumed:
      f.world.paused = false;
      return;
    default:
      return;
  }
}

void fold_request(Folding& f) {
  switch (info(f.event.kind).family) {
    case Family::semaphore:
      return fold_semaphore(f);
    case Family::pipe:
      return fold_pipe(f);
    case Family::stream:
      return fold_output(f);
    case Family::memory:
      return fold_memory(f);
    case Family::lock:
      return fold_lock(f);
    case Family::thread:
      return fold_thread(f);
    case Family::process:
      return fold_process(f);
    default:
      return;
  }
}

}  // namespace

void fold(World& world, const Event& event, const FoldListener* listener) {
  Folding f{world, event, listener};
  world.time_ns = std::max(world.time_ns, event.time_ns);
  ++world.events;
  if (event.thread != 0 && event.process != 0) fold_activity(f);
  if (info(event.kind).is_request) {
    fold_request(f);
  } else {
    fold_gil(f);
    fold_note(f);
  }
}

}  // namespace forkscope::trace
