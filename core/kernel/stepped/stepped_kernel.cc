#include "core/kernel/stepped/stepped_kernel.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include "core/base/check.h"
#include "core/kernel/real/interrupt.h"
#include "core/kernel/stepped/marks.h"
#include "core/kernel/stepped/touches.h"
#include "core/trace/end_of_wait.h"
#include "core/trace/gate.h"

namespace forkscope::kernel {

namespace {

std::int64_t time_limit(const Request& request) {
  return request.kind == EventKind::sleep ? request.a : request.timeout_ns;
}

}  // namespace

base::Result<std::unique_ptr<SteppedKernel>> SteppedKernel::create(trace::Arena given, ThreadHost* host) {
  auto arena = session_arena(std::move(given));
  if (!arena) return arena.error();
  std::unique_ptr<SteppedKernel> kernel(new SteppedKernel(std::move(arena).value(), host));
  kernel->join_session();
  stop_waits_at(&kernel->arena_->header().gate_closed);
  return kernel;
}

SteppedKernel::~SteppedKernel() {
  stop_waits_at(nullptr);
}

trace::Seat* SteppedKernel::seat_of(Thread& thread) const {
  const trace::ThreadSlot* slot = thread.recorder.slot();
  return slot == nullptr ? nullptr : &trace::seat_of(*arena_, *slot);
}

bool SteppedKernel::is_stepped(const Thread& thread) const {
  return gate_closed() &&
         thread.stepping.epoch == arena_->header().steps.epoch.load(std::memory_order_relaxed);
}

// With what it was granted before, as expected.
bool SteppedKernel::may_go_on(const Thread& thread, const trace::Seat& seat) const {
  return is_stepped(thread) && seat.grants.load(std::memory_order_relaxed) > 0 &&
         !trace::is_unexpected(*arena_, seat.mark);
}

void SteppedKernel::begin_main_thread(Thread& thread) {
  RealKernel::begin_main_thread(thread);
  begin_in_seat(thread);
}

void SteppedKernel::begin_thread(Thread& thread, base::ThreadId id) {
  RealKernel::begin_thread(thread, id);
  begin_in_seat(thread);
}

void SteppedKernel::begin_in_seat(Thread& thread) {
  trace::Seat* seat = seat_of(thread);
  if (seat == nullptr) return;
  seat->grants = 0;
  seat->places = 0;
  seat->switch_at = trace::SwitchAt::calls_and_jumps;
  seat->steps = 0;
  trace::put_text(seat->name, "");
  thread.stepping = {};
  if (!gate_closed()) return;
  sit(
      thread, Request{.kind = EventKind::thread_begins}, false, [] { return MoveState::ready; }, 0);
}

std::uint32_t SteppedKernel::most_computed(const trace::Seat& seat) {
  const std::uint32_t ordered = seat.places.load(std::memory_order_relaxed);
  const bool at_these = seat.switch_at.load(std::memory_order_relaxed) == trace::SwitchAt::calls_and_jumps;
  const bool is_last = seat.grants.load(std::memory_order_relaxed) == 0;
  return ordered != 0 && at_these && is_last ? ordered : trace::kMostComputed;
}

// Behind a Request that begins now. Who was stopped has met the bytecode before which it stands already.
std::uint32_t SteppedKernel::bytecodes_of(const Request& request, const trace::Seat& seat) {
  const bool at_these = seat.switch_at.load(std::memory_order_relaxed) == trace::SwitchAt::every_bytecode;
  const bool is_last = seat.grants.load(std::memory_order_relaxed) == 0;
  const std::uint32_t ordered = seat.places.load(std::memory_order_relaxed);
  if (ordered == 0 || !at_these || !is_last) return 0;
  return request.kind == EventKind::none ? ordered + 1 : ordered;
}

// At calls and backward jumps: where a thread was told to stop, and in loops that ask nothing.
void SteppedKernel::pass_gate(Thread& thread) {
  trace::Seat* seat = seat_of(thread);
  const bool must_stop = std::exchange(thread.stepping.is_between_bytecodes, false);
  if (seat != nullptr && is_stepped(thread) && !must_stop &&
      ++thread.stepping.computed < most_computed(*seat))
    return;
  if (!gate_closed()) return;
  if (seat == nullptr) return RealKernel::pass_gate(thread);
  seat->mark = mark_of(thread, Request{}, 0);
  if (may_go_on(thread, *seat)) return begin_step(thread, Request{}, *seat, 0);
  sit(
      thread, Request{}, true, [] { return MoveState::ready; }, 0);
}

void SteppedKernel::before_answer(Thread& thread, const Request& request) {
  trace::Seat* seat = seat_of(thread);
  if (seat == nullptr) return RealKernel::pass_gate(thread);
  Stepping& stepping = thread.stepping;
  const std::int64_t limit_ns = time_limit(request);
  stepping.deadline_ns = limit_ns >= 0 ? trace::end_of_wait(now_ns(), limit_ns) : -1;
  stepping.waits_told = false;
  base::ObjectId object = 0;
  stepping.outcome = look(thread, request, object);
  seat->mark = mark_of(thread, request, object);
  if (stepping.outcome != MoveState::blocked && may_go_on(thread, *seat))
    return begin_step(thread, request, *seat, object);
  sit(
      thread, request, true, [&] { return look(thread, request, object); }, object);
  if (stepping.waits_told) tell_waits_no_more(thread);
}

SteppedKernel::MoveState SteppedKernel::wait_outcome(const Thread& thread, bool ready) const {
  if (ready) return MoveState::ready;
  if (is_interrupted()) return MoveState::interrupted;
  const std::int64_t deadline_ns = thread.stepping.deadline_ns;
  return deadline_ns >= 0 && now_ns() >= deadline_ns ? MoveState::time_ran_out : MoveState::blocked;
}

SteppedKernel::MoveState SteppedKernel::look(Thread& thread, const Request& request, base::ObjectId& object) {
  const Readiness found = readiness(request);
  object = found.object;
  return wait_outcome(thread, found.ready);
}

void SteppedKernel::describe(const Thread& thread, const Request& request, trace::Seat& seat,
                             base::ObjectId object) const {
  seat.kind = request.kind;
  seat.handle = request.handle;
  seat.a = request.kind == EventKind::fd_poll && !request.descriptors.empty() ? request.descriptors.front()
                                                                              : request.a;
  seat.b = request.b;
  seat.deadline_ns = thread.stepping.deadline_ns;
  seat.object = object;
  seat.line = thread.recorder.line();
  seat.size = static_cast<std::uint32_t>(request.text.size());
  seat.calls = thread.recorder.calls();
  seat.depth = thread.recorder.depth();
  const LibraryPlace place = thread.blocking == nullptr ? LibraryPlace() : thread.blocking->library_place();
  seat.library_line = place.line;
  trace::put_text(seat.library_file, place.file);
  trace::put_text(seat.library_function, place.function);
  seat.mark = mark_of(thread, request, object);
  trace::put_text(seat.text, request.kind == EventKind::fd_write ? "" : request.text);
}

void SteppedKernel::sit(Thread& thread, const Request& request, bool holds_gil, const Look& look,
                        base::ObjectId object) {
  trace::ThreadSlot* const slot = thread.recorder.slot();
  FORKSCOPE_CHECK(slot != nullptr, "who sits has a seat");
  trace::Seat& seat = trace::seat_of(*arena_, *slot);
  Stepping& stepping = thread.stepping;
  describe(thread, request, seat, object);
  if (holds_gil && thread.blocking != nullptr) thread.blocking->before_wait();
  slot->parked.store(1, std::memory_order_release);
  for (;;) {
    const std::uint32_t left = seat.grants.exchange(0);
    seat.move = look();
    if (seat.move == MoveState::blocked && !stepping.waits_told) {
      stepping.waits_told = true;
      thread.asked_at = thread.recorder.now();
      tell_waits(thread, request, {.object = object});
    }
    trace::end_turn(*arena_, *slot, left);
    const trace::SeatOrder order = trace::wait_in_seat(*arena_, seat);
    if (!gate_closed()) break;
    if (order != trace::SeatOrder::go) continue;
    stepping.outcome = look();
    if (stepping.outcome == MoveState::blocked || trace::is_unexpected(*arena_, seat.mark)) continue;
    stepping.epoch = arena_->header().steps.epoch.load(std::memory_order_relaxed);
    begin_step(thread, request, seat, object);
    break;
  }
  seat.state.store(trace::SeatState::away);
  slot->parked.store(0, std::memory_order_release);
  if (holds_gil && thread.blocking != nullptr) thread.blocking->after_wait();
}

void SteppedKernel::begin_step(Thread& thread, const Request& request, trace::Seat& seat,
                               base::ObjectId object) {
  if (seat.grants.load(std::memory_order_relaxed) > 0) seat.grants.fetch_sub(1, std::memory_order_relaxed);
  seat.steps.store(seat.steps.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
  arena_->header().steps.now_ns.fetch_add(trace::kStepTickNs, std::memory_order_relaxed);
  thread.recorder.note(EventKind::step_begins, object, static_cast<std::int64_t>(request.kind));
  trace::count_step(*arena_, seat.mark);
  note_touch(arena_->header().plan, request.kind, object, thread.process);
  if (changes_who_there_is(request.kind)) trace::cut_plan(*arena_);
  seat.kind = request.kind;
  thread.stepping.computed = 0;
  thread.stepping.bytecodes_left = bytecodes_of(request, seat);
  thread.stepping.is_granted = true;
}

Answer SteppedKernel::answer(Thread& thread, const Request& request) {
  if (thread.stepping.is_granted) return answer_granted(thread, request);
  if (request.kind == EventKind::condition_wait) return wait_on_condition_stepped(thread, request);
  Answer given = RealKernel::answer(thread, request);
  return given.error == kStoppedAtGate ? go_on_at_gate(thread, request, given) : given;
}

Answer SteppedKernel::go_on_at_gate(Thread& thread, const Request& request, const Answer& stopped) {
  Request rest = request;
  const bool writes = request.kind == EventKind::fd_write || request.kind == EventKind::stream_write;
  if (writes && stopped.value > 0) {
    Request part = request;
    part.text = request.text.substr(0, static_cast<std::size_t>(stopped.value));
    rest.text.remove_prefix(part.text.size());
    tell(thread, part, {.value = stopped.value, .object = stopped.object});
    thread.told = false;
  }
  if (request.kind == EventKind::sleep)
    rest.a = stopped.second;
  else if (request.timeout_ns > 0)
    rest.timeout_ns = stopped.second;
  before_answer(thread, rest);
  Answer answer = SteppedKernel::answer(thread, rest);
  if (writes) answer.value += stopped.value;
  return answer;
}

Answer SteppedKernel::answer_granted(Thread& thread, const Request& request) {
  if (thread.stepping.outcome != MoveState::ready) return out_of_time(thread, request);
  switch (request.kind) {
    case EventKind::clock_read:
      return read_clock_stepped(request);
    case EventKind::sleep:
      return {};
    case EventKind::condition_wait:
      return wait_on_condition_stepped(thread, request);
    case EventKind::fd_write:
      return write_stepped(thread, request);
    case EventKind::process_fork:
    case EventKind::process_spawn:
      return start_process(thread, request);
    case EventKind::process_kill:
      return send_signal(thread, request);
    case EventKind::thread_exit:
      return end_thread_stepped(thread, request);
    default:
      return RealKernel::answer(thread, request);
  }
}

// A wait that ended without what was waited for: its time is over, or a signal came.
Answer SteppedKernel::out_of_time(Thread& thread, const Request& request) {
  Answer answer{.object = readiness(request).object};
  if (thread.stepping.outcome == MoveState::interrupted) {
    answer.error = EINTR;
    if (thread.stepping.deadline_ns >= 0)
      answer.second = std::max<std::int64_t>(thread.stepping.deadline_ns - now_ns(), 0);
  }
  return answer;
}

}  // namespace forkscope::kernel
