// SteppedKernel: the operating system behind gates. While the session's gate is open it is the RealKernel.
// While it is closed every thread sits down before each Request (core/trace/steps.h), says what it is about
// to do and whether that could be done now, and goes on when it is told to. Nobody blocks inside the
// operating system then: a Request is only answered once it needs no waiting, time is the stepped clock, and
// whoever starts a thread or a process waits until that sits in its own seat. So at most one thread runs. One
// a process, as the RealKernel.
#pragma once

#include <functional>
#include <memory>

#include "core/kernel/real/real_kernel.h"

namespace forkscope::kernel {

class SteppedKernel final : public RealKernel {
 public:
  ~SteppedKernel() override;
  // As RealKernel::create.
  static base::Result<std::unique_ptr<SteppedKernel>> create(trace::Arena given = {},
                                                             ThreadHost* host = nullptr);

  void begin_main_thread(Thread& thread) override;
  void begin_thread(Thread& thread, base::ThreadId id) override;
  Answer start_thread(Thread& starter, base::ThreadId id, void* token) override;
  void pass_gate(Thread& thread) override;

 private:
  using RealKernel::RealKernel;
  using MoveState = trace::MoveState;
  using Look = std::function<MoveState()>;

  void before_answer(Thread& thread, const Request& request) override;
  Answer answer(Thread& thread, const Request& request) override;
  // A wait inside the system that ended because the gate was closed goes on in the seat.
  Answer go_on_at_gate(Thread& thread, const Request& request, const Answer& stopped);
  Answer answer_granted(Thread& thread, const Request& request);

  // Whether the thread runs by an order that was given since the gate was closed last.
  bool is_stepped(const Thread& thread) const;
  bool may_go_on(const Thread& thread, const trace::Seat& seat) const;
  trace::Seat* seat_of(Thread& thread) const;
  std::int64_t now_ns() const { return arena_->header().steps.now_ns.load(std::memory_order_relaxed); }

  MoveState look(Thread& thread, const Request& request, base::ObjectId& object);
  MoveState wait_outcome(const Thread& thread, bool ready) const;
  // Sits down until told to go, and `look` says that it can.
  void sit(Thread& thread, const Request& request, bool holds_gil, const Look& look, base::ObjectId object);
  void describe(const Thread& thread, const Request& request, trace::Seat& seat, base::ObjectId object) const;
  void begin_step(Thread& thread, const Request& request, trace::Seat& seat, base::ObjectId object);
  void begin_in_seat(Thread& thread);
  // Calls and backward jumps after which a thread that asks nothing sits down.
  static std::uint32_t most_computed(const trace::Seat& seat);
  static std::uint32_t bytecodes_of(const Request& request, const trace::Seat& seat);

  Answer out_of_time(Thread& thread, const Request& request);
  Answer wait_on_condition_stepped(Thread& thread, const Request& request);
  Answer write_stepped(Thread& thread, const Request& request);
  Answer write_parts(Thread& thread, const Request& request);
  Answer start_process(Thread& thread, const Request& request);
  Answer send_signal(Thread& thread, const Request& request);
  Answer end_thread_stepped(Thread& thread, const Request& request);
  Answer read_clock_stepped(const Request& request) const;

  // Until the only thread of a process, or a thread of this one, sits; gives up when that has died.
  void wait_for_arrival(Thread& starter, base::ProcessId process, base::ThreadId thread, std::int64_t pid);
};

}  // namespace forkscope::kernel
