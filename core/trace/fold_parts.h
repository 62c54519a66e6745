// The parts of the fold, one file a family; see fold.h. Internal to core/trace. Each part gets the world with
// the event's thread already known, and may rely on nothing that an event claims.
#pragma once

#include <vector>

#include "core/trace/fold.h"

namespace forkscope::trace {

struct Folding {
  World& world;
  const Event& event;
  const FoldListener* listener;
};

// Returns what the world holds under `id`, made anew if it is not known yet.
ProcessState& process_of(Folding& f, base::ProcessId id);
ThreadState& thread_of(Folding& f, base::ThreadId id, base::ProcessId process);

// fold_threads.cc: who runs, waits, has the GIL; processes begin and end.
void fold_activity(Folding& f);  // every event with a thread
void fold_thread(Folding& f);
void fold_process(Folding& f);
void fold_gil(Folding& f);
void end_process(Folding& f, base::ProcessId id, int exit_code);

// fold_semaphores.cc
void fold_semaphore(Folding& f);
void fold_lock(Folding& f);
void add_waiter(World& world, base::ObjectId object, base::ThreadId thread);
void remove_waiter(World& world, base::ObjectId object, base::ThreadId thread);

// fold_queues.cc: pipes, and the items' way through queues.
void fold_pipe(Folding& f);
void fold_queue(Folding& f);
QueueState* queue_with(World& world, base::ObjectId part);  // the queue whose pipe, slots or lock `part` is
void slots_changed(Folding& f, const SemaphoreState& semaphore, bool released);
void forget_process_items(Folding& f, base::ProcessId process, const std::vector<base::ThreadId>& threads);

// fold_memory.cc: shared values.
void fold_memory(Folding& f);
void fold_shared_value(Folding& f);

// fold_pools.cc: what pools have to do, and who does it.
void fold_pool(Folding& f);
void forget_process_tasks(Folding& f, const std::vector<base::ThreadId>& threads);

// fold_answers.cc: what queues were asked, and whether they told the truth.
void fold_question(Folding& f);
void form_answer_at_poll(Folding& f, QueueState& queue);
void form_answer_at_semaphore(Folding& f, QueueState& queue);
// To be called where the pipe got something, the queue became empty, or its reader lock was given back.
void truth_again(Folding& f, const QueueState& queue);
// Whether a wrong answer would be right if it were given now.
bool is_true_by_now(const World& world, const QueueState& queue, const Answer& answer);

}  // namespace forkscope::trace
