// SimPort: what the Vm of a simulated process has for a kernel. Requests do not come here: whoever simulates
// runs the Vm's frames and takes them from there. It gives out ids that do not depend on the order of things,
// knows which signals have arrived, and notes threads that are started. Owned by whoever owns the Vm; one
// thread.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/kernel/kernel.h"
#include "core/kernel/sim/inside.h"
#include "core/kernel/sim/sim_names.h"
#include "core/kernel/sim/world.h"

namespace forkscope::kernel {

struct SimStartedThread {
  base::ThreadId id = 0;
  void* token = nullptr;
  std::string name;
};

class SimPort final : public Kernel {
 public:
  SimPort(const trace::Arena& arena, SimNames& names) : Kernel(&arena), names_(names) {}
  ~SimPort() override;

  // Before the Vm runs for `thread`, which has drawn and started so much before; `signals` are its process's.
  struct Drawn {
    std::uint32_t objects = 0, threads = 0;
    std::uint64_t entropy = 0;
  };
  void enter(base::ThreadId thread, const Drawn& drawn, SimSignals& signals);
  // Says at which line of the program it is; valid while it runs.
  void set_line(std::function<std::uint32_t()> line) { inside_.line = std::move(line); }
  // Afterwards; from then on this thread runs no simulated process.
  Drawn leave();
  // Why it can not be simulated; "" = it can.
  std::string take_refusal() { return std::exchange(inside_.refusal, {}); }
  std::vector<SimStartedThread> take_started();
  // How many it has started since then.
  std::size_t started() const { return started_.size(); }
  // What went wrong inside the engine's own part of the process; "" = nothing.
  std::string take_failure();
  // The id of the main thread of a process that begins.
  void set_main_thread(base::ThreadId id) { main_thread_ = id; }

  void begin_main_thread(Thread& thread) override;
  void begin_thread(Thread&, base::ThreadId) override {}
  Answer start_thread(Thread& starter, base::ThreadId id, void* token) override;
  void after_fork_in_child(Thread& thread) override { begin_main_thread(thread); }
  void pass_gate(Thread&) override {}
  void adopt_descriptor(Thread&, int, base::ObjectId, bool) override {}
  base::ObjectId descriptor_object(int) const override { return 0; }
  bool take_interrupt() override;
  int take_signal() override;

 protected:
  Answer answer(Thread& thread, const Request& request) override;
  base::ObjectId object_of(const Request&) const override { return 0; }

 private:
  base::ObjectId first_object() const { return SimNames::object_of_vm(thread_, drawn_.objects + 1); }

  SimNames& names_;
  base::ThreadId main_thread_ = SimNames::kFirst, thread_ = 0;
  Drawn drawn_;
  SimInside inside_;
  std::vector<SimStartedThread> started_;
  std::string failure_;
};

}  // namespace forkscope::kernel
