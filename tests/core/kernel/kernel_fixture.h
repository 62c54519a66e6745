// KernelTest: a real kernel on an arena of its own, with a main thread, a lock in place of the GIL, and the
// events that were left.
#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/kernel/real/real_kernel.h"

namespace forkscope::kernel {

// Stands for the GIL: counts how often it was dropped around a wait.
class TestGil final : public BlockingRegion {
 public:
  void before_wait() override { ++drops; }
  void after_wait() override { ++takes; }
  int drops = 0, takes = 0;
};

// Runs std::functions as Python threads.
class TestHost final : public ThreadHost {
 public:
  void run_thread(void* token) override { (*static_cast<std::function<void()>*>(token))(); }
};

class KernelTest : public testing::Test {
 protected:
  KernelTest();

  Answer ask(const Request& request) { return kernel_->ask(main_, request); }
  Answer ask(EventKind kind, std::int64_t handle = -1, std::int64_t a = 0, std::int64_t timeout_ns = -1);
  // Starts `body` as a thread of the kernel; it gets a Thread that has begun and ends it afterwards.
  base::ThreadId start(std::function<void(Thread&)> body);
  void join(base::ThreadId id);
  // Spins, with the processor given away, until `condition` holds; fails the test after a long time.
  static void wait_until(const std::function<bool()>& condition);
  // True once some thread waits inside a Request for `object`.
  bool somebody_waits_for(base::ObjectId object) const;

  // Of all rings, sorted by time.
  std::vector<trace::Event> events() const;
  std::vector<trace::Event> events(EventKind kind) const;
  const trace::Arena& arena() const { return *kernel_->arena(); }

  TestHost host_;
  TestGil gil_;
  std::unique_ptr<RealKernel> kernel_;
  Thread main_;
  std::vector<std::unique_ptr<std::function<void()>>> bodies_;
};

}  // namespace forkscope::kernel
