#include "core/kernel/kernel.h"

#include <algorithm>
#include <random>

#include "core/kernel/stopped.h"

namespace forkscope::kernel {

namespace {

// What the trace keeps of a text that was printed at once; the event's `b` says how long it really was.
constexpr std::size_t kLongestText = 64 << 10;

std::string command_line(const std::vector<std::string>& arguments) {
  std::string line;
  for (const std::string& argument : arguments) line += line.empty() ? argument : " " + argument;
  return line;
}

base::StringId event_string(const trace::Arena& arena, const Request& request) {
  switch (request.kind) {
    case EventKind::sem_create:
    case EventKind::sem_open:
    case EventKind::sem_unlink:
    case EventKind::memory_create:
    case EventKind::memory_open:
    case EventKind::memory_unlink:
    case EventKind::file_open:
    case EventKind::socket_listen:
    case EventKind::socket_connect:
      return arena.add_string(request.text);
    case EventKind::stream_write:
      return arena.add_string(request.text.substr(0, kLongestText));
    case EventKind::process_spawn:
      return request.arguments == nullptr ? 0 : arena.add_string(command_line(*request.arguments));
    default:
      return 0;
  }
}

struct Numbers {
  std::int64_t a = 0;
  std::int64_t b = 0;
};

// The event's two numbers, as requests.inc has them.
Numbers numbers(const Request& request, const Answer& answer) {
  const auto size = static_cast<std::int64_t>(request.text.size());
  switch (request.kind) {
    case EventKind::sem_create:
    case EventKind::file_open:
      return {request.a, request.b};
    case EventKind::sem_open:
      return {0, request.b};
    case EventKind::sem_acquire:
      return {request.timeout_ns, answer.second};
    case EventKind::sem_release:
      return {0, answer.second};
    case EventKind::pipe_create:
    case EventKind::socket_pair:
      return {answer.value, answer.second};
    case EventKind::socket_listen:
      return {request.a, request.b};
    case EventKind::socket_connect:
      return {request.a, answer.second};
    case EventKind::socket_accept:
      return {request.handle, answer.second};
    case EventKind::fd_send:
      return {request.handle, static_cast<std::int64_t>(request.descriptors.size())};
    case EventKind::fd_receive:
      return {request.handle, request.b};
    case EventKind::fd_read:
    case EventKind::process_kill:
      return {request.handle, request.a};
    case EventKind::fd_write:
    case EventKind::stream_write:
      return {request.handle, size};
    case EventKind::fd_poll:
      return {request.descriptors.empty() ? -1 : request.descriptors.front(), request.timeout_ns};
    case EventKind::fd_close:
    case EventKind::fd_duplicate:
    case EventKind::process_watch:
      return {request.handle, 0};
    case EventKind::memory_create:
      return {request.size, answer.second};
    case EventKind::memory_open:
      return {answer.second, request.size};
    case EventKind::memory_read:
      return {request.a, answer.second};
    case EventKind::memory_write:
      return {request.a, request.b};
    case EventKind::lock_acquire:
    case EventKind::condition_wait:
      return {request.timeout_ns, 0};
    case EventKind::condition_create:
      return {answer.second, 0};
    case EventKind::stream_read:
    case EventKind::condition_notify:
    case EventKind::process_exit:
    case EventKind::process_identity:
    case EventKind::clock_read:
    case EventKind::sleep:
      return {request.a, 0};
    case EventKind::thread_start:
      return {answer.value, 0};
    case EventKind::thread_join:
    case EventKind::process_wait:
      return {request.handle, request.timeout_ns};
    case EventKind::process_fork:
      return {answer.second, 0};
    case EventKind::process_spawn:
      return {answer.second, answer.value};
    default:
      return {};
  }
}

}  // namespace

Answer Kernel::ask(Thread& thread, const Request& request) {
  thread.stepping.is_granted = false;
  if (gate_closed()) before_answer(thread, request);
  if (!thread.recorder.enabled()) return answer(thread, request);
  thread.asked_at = thread.recorder.now();
  thread.told = false;
  Answer result = answer(thread, request);
  if (!thread.told) write_event(thread, request, result, trace::Phase::done);
  return result;
}

void Kernel::tell(Thread& thread, const Request& request, const Answer& answer) {
  if (!thread.recorder.enabled() || thread.told) return;
  write_event(thread, request, answer, trace::Phase::done);
  thread.told = true;
}

void Kernel::write_event(Thread& thread, const Request& request, const Answer& answer, trace::Phase phase) {
  if (!thread.recorder.enabled()) return;
  const bool done = phase == trace::Phase::done;
  const auto [a, b] = numbers(request, answer);
  trace::Event event;
  event.kind = request.kind;
  event.phase = phase;
  event.object = answer.object != 0 ? answer.object : object_of(request);
  event.began_ns = thread.asked_at;
  // Who takes what was given back must not seem to be earlier than the giving.
  if (request.kind == EventKind::sem_release) event.time_ns = thread.asked_at;
  event.a = a;
  event.b = b;
  event.result = answer.error != 0 ? -answer.error : answer.value;
  if (done) event.string = event_string(*arena_, request);
  thread.recorder.write(event);
}

void Kernel::tell_waits(Thread& thread, const Request& request, const Answer& answer) {
  write_event(thread, request, answer, trace::Phase::waits);
  if (trace::ThreadSlot* slot = thread.recorder.slot()) {
    const base::ObjectId object = answer.object != 0 ? answer.object : object_of(request);
    slot->waits_for.store(object != 0 ? object : trace::kWaitsForNoObject, std::memory_order_release);
  }
}

void Kernel::tell_waits_no_more(Thread& thread) {
  if (trace::ThreadSlot* slot = thread.recorder.slot()) slot->waits_for.store(0, std::memory_order_release);
}

base::ObjectId Kernel::new_object_id() {
  return new_object_ids(1);
}

base::ObjectId Kernel::new_object_ids(std::uint32_t count) {
  return arena_ == nullptr ? 0 : arena_->header().next_object.fetch_add(count, std::memory_order_relaxed);
}

base::ThreadId Kernel::new_thread_id() {
  return arena_ == nullptr ? 0 : arena_->header().next_thread.fetch_add(1, std::memory_order_relaxed);
}

Kernel::WaitSection::WaitSection(Kernel& kernel, Thread& thread, const Request& request, const Answer& answer)
    : kernel_(kernel), thread_(thread), request_(request), answer_(answer) {
  if (thread_.blocking != nullptr) thread_.blocking->before_wait();
}

void Kernel::WaitSection::waits() {
  if (waits_) return;
  waits_ = true;
  kernel_.tell_waits(thread_, request_, answer_);
}

Kernel::WaitSection::~WaitSection() {
  if (waits_) tell_waits_no_more(thread_);
  if (answer_.error != kStoppedAtGate) kernel_.tell(thread_, request_, answer_);
  if (thread_.blocking != nullptr) thread_.blocking->after_wait();
}

std::string new_semaphore_name(const trace::Arena& arena) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz0123456789_";
  // Read from the system every time: forked children must not draw the same names.
  std::random_device device;
  std::uniform_int_distribution<std::size_t> letter(0, kLetters.size() - 1);
  const bool repeats = arena.header().steps.entropy_seed.load(std::memory_order_relaxed) != 0;
  std::string name = "/mp-" + std::string(arena.session_prefix());
  for (int count = 0; count < 4; ++count)
    name += kLetters[repeats ? trace::draw_entropy(arena) % kLetters.size() : letter(device)];
  return name;
}

}  // namespace forkscope::kernel
