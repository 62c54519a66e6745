// A kernel without a world, for fuzzing: locks are always free, clocks go on, what is printed is gone, and
// everything else is refused. Its gate is closed, so that every call and every backward jump passes here and
// is counted; where a program has had its share, Stopped leaves through Vm::run(), which holds nothing then.
// One thread.
#pragma once

#include "core/kernel/kernel.h"

namespace forkscope::fuzz {

struct Stopped {};

class RefusingKernel final : public kernel::Kernel {
 public:
  // `arena` outlives the kernel.
  explicit RefusingKernel(const trace::Arena& arena);

  // How many calls, backward jumps and asks there may be from now on.
  void allow(std::int64_t steps) { steps_left_ = steps; }

  void begin_main_thread(kernel::Thread& thread) override;
  void begin_thread(kernel::Thread&, base::ThreadId) override {}
  kernel::Answer start_thread(kernel::Thread&, base::ThreadId, void*) override;
  void after_fork_in_child(kernel::Thread&) override {}
  void pass_gate(kernel::Thread&) override;
  void adopt_descriptor(kernel::Thread&, int, base::ObjectId, bool) override {}
  base::ObjectId descriptor_object(int) const override { return 0; }
  bool take_interrupt() override { return false; }

 private:
  kernel::Answer answer(kernel::Thread&, const kernel::Request& request) override;
  base::ObjectId object_of(const kernel::Request&) const override { return 0; }

  std::int64_t steps_left_ = 0;
  std::int64_t clock_ = 0;
  std::int64_t handles_ = 0;
};

}  // namespace forkscope::fuzz
