// Gil: the lock a Python thread holds while it touches the process's values. CPython's algorithm: a waiter
// asks the owner to drop it after the switch interval (5 ms); an owner that was asked waits until another
// thread has really taken it. Any thread of the process; take() blocks.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>

#include "core/trace/recorder.h"

namespace forkscope::vm {

class Gil {
 public:
  Gil();
  ~Gil();
  Gil(const Gil&) = delete;
  Gil& operator=(const Gil&) = delete;

  void take(trace::Recorder& recorder);
  void drop(trace::Recorder& recorder);
  // True when the owner should drop it at the next safe place. Relaxed: looked at in every loop.
  bool drop_requested() const { return drop_request_.load(std::memory_order_relaxed); }
  // In the child of a fork, by the only thread, which holds it.
  void make_anew();
  // By the owner; those who wait already look at it when they next wake.
  void set_switch_interval(std::chrono::microseconds interval) {
    interval_.store(interval, std::memory_order_relaxed);
  }
  std::chrono::microseconds switch_interval() const { return interval_.load(std::memory_order_relaxed); }

 private:
  bool wait_until_taken();

  struct Shared;  // mutex and conditions: made anew after a fork, in whatever state the child finds them
  std::unique_ptr<Shared> shared_;
  std::atomic<bool> drop_request_{false};
  std::atomic<std::chrono::microseconds> interval_{std::chrono::microseconds(5000)};
};

}  // namespace forkscope::vm
