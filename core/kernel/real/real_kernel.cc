#include "core/kernel/real/real_kernel.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <string_view>

#include "core/kernel/host.h"
#include "core/kernel/real/entropy.h"
#include "core/kernel/real/interrupt.h"
#include "core/kernel/real/session_variables.h"
#include "core/kernel/real/system_time.h"
#include "core/trace/gate.h"
#include "core/trace/slots.h"

namespace forkscope::kernel {

namespace {

// The number in an environment variable, which is removed: programs and what they start must not see it.
std::optional<int> take_number(const char* name) {
  const char* text = std::getenv(name);
  if (text == nullptr) return std::nullopt;
  int number = 0;
  const std::string_view view = text;
  const auto [end, error] = std::from_chars(view.data(), view.data() + view.size(), number);
  const bool whole = error == std::errc() && end == view.data() + view.size();
  ::unsetenv(name);
  return whole ? std::optional(number) : std::nullopt;
}

base::Result<trace::Arena> join_arena() {
  if (const std::optional<int> fd = take_number(kArenaVariable)) {
    ::fcntl(*fd, F_SETFD, FD_CLOEXEC);
    return trace::Arena::open(*fd);
  }
  base::Result<trace::Arena> alone = trace::Arena::create();
  if (alone) alone.value().header().tracing = 0;
  return alone;
}

// As ps shows it.
std::string own_command_line() {
  base::Result<std::string> text = read_file("/proc/self/cmdline");
  if (!text) return "";
  std::string line = std::move(text).value();
  while (!line.empty() && line.back() == '\0') line.pop_back();
  for (char& letter : line) {
    if (letter == '\0') letter = ' ';
  }
  return line;
}

}  // namespace

base::Result<std::unique_ptr<RealKernel>> RealKernel::create(trace::Arena given, ThreadHost* host) {
  auto arena = session_arena(std::move(given));
  if (!arena) return arena.error();
  std::unique_ptr<RealKernel> kernel(new RealKernel(std::move(arena).value(), host));
  kernel->join_session();
  return kernel;
}

base::Result<std::unique_ptr<trace::Arena>> RealKernel::session_arena(trace::Arena given) {
  if (!given.valid()) {
    base::Result<trace::Arena> joined = join_arena();
    if (!joined) return joined.error();
    given = std::move(joined).value();
  }
  return std::make_unique<trace::Arena>(std::move(given));
}

RealKernel::RealKernel(std::unique_ptr<trace::Arena> arena, ThreadHost* host)
    : Kernel(arena.get()), own_arena_(std::move(arena)), host_(host) {}

RealKernel::~RealKernel() {
  draw_entropy_from(nullptr);
}

void RealKernel::join_session() {
  install_signal_handling();
  draw_entropy_from(arena_);
  const auto pid = static_cast<std::int32_t>(::getpid());
  command_line_ = arena_->add_string(own_command_line());
  if (const std::optional<int> id = take_number(kProcessVariable)) {
    process_ = static_cast<base::ProcessId>(*id);
    trace::ProcessSlot* slot = trace::find_process(*arena_, process_);
    // Whoever finds the variable by inheritance is not the process it was meant for.
    if (slot != nullptr && (slot->pid == pid || slot->pid == -static_cast<std::int32_t>(::getppid()))) {
      parent_ = slot->parent;
      return trace::process_runs(*slot, pid);
    }
  }
  process_ = arena_->header().next_process.fetch_add(1);
  if (trace::ProcessSlot* slot = trace::claim_process(*arena_, process_, 0, pid))
    trace::process_runs(*slot, pid);
}

Answer RealKernel::answer(Thread& thread, const Request& request) {
  // The shortest way for what moves a queue's items.
  if (request.kind == EventKind::fd_read)
    return read_descriptor(thread, request, static_cast<int>(request.handle), request.a);
  if (request.kind == EventKind::fd_write) return write_descriptor(thread, request);
  const std::int64_t limit_ns = request.kind == EventKind::sleep ? request.a : request.timeout_ns;
  if (limit_ns <= 0) return answer_by_family(thread, request);
  const std::int64_t deadline_ns = deadline_after(limit_ns);
  Answer given = answer_by_family(thread, request);
  if (given.error == EINTR || given.error == kStoppedAtGate) given.second = remaining_until(deadline_ns);
  return given;
}

std::int64_t RealKernel::answer_at_once(Thread& thread, EventKind kind, std::int64_t handle,
                                        std::int64_t number) {
  if (gate_closed()) return kAsk;
  if (!thread.recorder.enabled()) return answer_at_once(kind, handle, number).value;
  const bool gives = kind == EventKind::lock_release || kind == EventKind::sem_release ||
                     kind == EventKind::condition_notify;
  // Who takes what was given back must not seem to be earlier than the giving.
  const std::int64_t given_at = gives ? thread.recorder.now() : 0;
  const AtOnce answer = answer_at_once(kind, handle, number);
  if (answer.value != kAsk) {
    thread.recorder.write({.time_ns = given_at,
                           .a = answer.a,
                           .b = answer.b,
                           .result = answer.value,
                           .object = answer.object,
                           .kind = kind});
  }
  return answer.value;
}

RealKernel::AtOnce RealKernel::answer_at_once(EventKind kind, std::int64_t handle, std::int64_t number) {
  switch (kind) {
    case EventKind::lock_acquire:
      return take_lock_at_once(handle, number);
    case EventKind::lock_release:
      return give_lock_at_once(handle);
    case EventKind::condition_notify:
      return notify_at_once(handle, number);
    case EventKind::sem_acquire:
      return take_semaphore_at_once(handle, number);
    case EventKind::sem_release:
      return give_semaphore_at_once(handle, number);
    case EventKind::sem_value:
      return semaphore_value(handle);
    default:
      return {};
  }
}

Answer RealKernel::answer_by_family(Thread& thread, const Request& request) {
  switch (trace::info(request.kind).family) {
    case trace::Family::semaphore:
      return answer_semaphore(thread, request);
    case trace::Family::pipe:
    case trace::Family::file:
    case trace::Family::stream:
      return answer_descriptor(thread, request);
    case trace::Family::memory:
      return answer_memory(request);
    case trace::Family::lock:
      return answer_lock(thread, request);
    case trace::Family::thread:
      return answer_thread(thread, request);
    case trace::Family::process:
      return answer_process(thread, request);
    case trace::Family::time:
      return answer_time(thread, request);
    case trace::Family::none:
    case trace::Family::note:
      break;
  }
  return {.error = ENOSYS};
}

base::ObjectId RealKernel::object_of(const Request& request) const {
  if (request.kind == EventKind::fd_poll) {
    return request.descriptors.empty() ? 0 : descriptor_object(request.descriptors.front());
  }
  if (trace::info(request.kind).family != trace::Family::pipe) return request.object;
  const DescriptorObjects objects = descriptor_objects(static_cast<int>(request.handle));
  const bool writes = request.kind == EventKind::fd_write || request.kind == EventKind::fd_send;
  return writes || objects.read == 0 ? objects.written : objects.read;
}

void RealKernel::pass_gate(Thread& thread) {
  if (thread.blocking != nullptr) thread.blocking->before_wait();
  trace::wait_at_gate(*arena_, thread.recorder.slot());
  if (thread.blocking != nullptr) thread.blocking->after_wait();
}

bool RealKernel::take_interrupt() {
  return take_interrupt_flag();
}

int RealKernel::take_signal() {
  return take_arrived_signal();
}

}  // namespace forkscope::kernel
