#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/real_kernel.h"
#include "core/kernel/real/system_time.h"

namespace forkscope::kernel {

namespace {

// Only what is touched costs memory; nested values are freed recursively, so a small stack would be found too
// small.
constexpr std::size_t kStackBytes = 8 << 20;

struct Start {
  RealKernel* kernel;
  base::ThreadId id;
  void* token;
};

int start_detached(void* (*entry)(void*), void* argument) {
  pthread_attr_t attributes;
  ::pthread_attr_init(&attributes);
  ::pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  ::pthread_attr_setstacksize(&attributes, kStackBytes);
  pthread_t thread{};
  const int error = ::pthread_create(&thread, &attributes, entry, argument);
  ::pthread_attr_destroy(&attributes);
  return error;
}

}  // namespace

void RealKernel::begin_main_thread(Thread& thread) {
  take_ring(thread, new_thread_id());
  trace::Event event;
  event.kind = EventKind::process_begins;
  event.a = ::getpid();
  event.b = parent_;
  event.string = command_line_;
  thread.recorder.write(event);
  thread.recorder.note(EventKind::thread_begins, 0, 0, ::gettid());
}

void RealKernel::begin_thread(Thread& thread, base::ThreadId id) {
  take_ring(thread, id);
  base::ThreadId starter = 0;
  {
    const std::lock_guard guard(local_mutex_);
    if (const auto found = threads_.find(id); found != threads_.end()) starter = found->second.starter;
  }
  thread.recorder.note(EventKind::thread_begins, 0, starter, ::gettid());
}

void RealKernel::take_ring(Thread& thread, base::ThreadId id) {
  thread.id = id;
  thread.process = process_;
  thread.recorder = trace::Recorder(arena_, process_, id);
  if (trace::ThreadSlot* slot = thread.recorder.slot())
    slot->os_thread.store(::gettid(), std::memory_order_relaxed);
}

Answer RealKernel::start_thread(Thread& starter, base::ThreadId id, void* token) {
  starter.stepping.is_granted = false;
  if (gate_closed()) before_answer(starter, Request{.kind = EventKind::thread_start, .handle = id});
  starter.asked_at = starter.recorder.now();
  starter.told = false;
  {
    const std::lock_guard guard(local_mutex_);
    threads_[id].starter = starter.id;
  }
  auto start = std::make_unique<Start>(Start{this, id, token});
  Answer answer{.value = id};
  answer.error = start_detached(thread_main, start.get());
  if (answer.error == 0) {
    start.release();
  } else {
    const std::lock_guard guard(local_mutex_);
    threads_.erase(id);
  }
  tell(starter, Request{.kind = EventKind::thread_start}, answer);
  return answer;
}

void* RealKernel::thread_main(void* argument) {
  const std::unique_ptr<Start> start(static_cast<Start*>(argument));
  start->kernel->host_->run_thread(start->token);
  start->kernel->thread_has_ended(start->id);
  return nullptr;
}

void RealKernel::thread_has_ended(base::ThreadId id) {
  const std::lock_guard guard(local_mutex_);
  const auto found = threads_.find(id);
  if (found == threads_.end()) return;
  StartedThread& thread = found->second;
  thread.ended = true;
  for (Waiter* joiner : thread.joiners) joiner->wake();
  thread.joiners.clear();
}

Answer RealKernel::answer_thread(Thread& thread, const Request& request) {
  if (request.kind == EventKind::thread_join) return join_thread(thread, request);
  if (request.kind != EventKind::thread_exit) return {.error = ENOSYS};
  end_thread(thread, request);
  return {};
}

Answer RealKernel::join_thread(Thread& thread, const Request& request) {
  Answer answer;
  Waiter waiter;
  const auto id = static_cast<base::ThreadId>(request.handle);
  {
    const std::lock_guard guard(local_mutex_);
    const auto found = threads_.find(id);
    if (found == threads_.end()) return {.error = ESRCH};
    answer.value = found->second.ended ? 1 : 0;
    if (answer.value == 1 || request.timeout_ns == 0) return answer;
    found->second.joiners.push_back(&waiter);
  }
  const std::int64_t deadline_ns = deadline_after(request.timeout_ns);
  WaitSection section(*this, thread, request, answer);
  section.waits();
  const WakeReason reason = waiter.sleep(deadline_ns);
  const std::lock_guard guard(local_mutex_);
  leave_queue(threads_[id].joiners, &waiter);
  answer.value = threads_[id].ended ? 1 : 0;
  if (answer.value == 0 && reason == WakeReason::interrupted) answer.error = interruption_error();
  return answer;
}

void RealKernel::end_thread(Thread& thread, const Request& request) {
  tell(thread, request, {});
  thread.recorder.note(EventKind::thread_ends);
  // Stepped, a closed ring says that who joins this thread may move. Otherwise a join waits for the thread's
  // true end.
  if (gate_closed()) thread_has_ended(thread.id);
  thread.recorder.close();
}

}  // namespace forkscope::kernel
