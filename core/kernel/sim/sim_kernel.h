// SimKernel: what a Request does in a simulated world. look() says whether it could be answered now, take()
// answers it and changes the world; both decide as the stepped kernel does on real processes. It knows
// nothing of the VM: a process that is made is only told, whoever simulates gives it an inside. One a
// simulation; blocks nowhere.
#pragma once

#include <string>

#include "core/kernel/kernel.h"
#include "core/kernel/sim/sim_names.h"
#include "core/kernel/sim/world.h"
#include "core/trace/steps.h"

namespace forkscope::kernel {

// Who asks what.
struct SimMove {
  SimWorld& world;
  SimProcess& process;
  SimThread& thread;
  const SimRequest& request;
};

struct SimStep {
  enum class Then : std::uint8_t {
    answered,  // the answer is for the VM
    waits,     // a part is done; the same Request goes on
    thread_ended,
    process_ended,  // by its own exit
    refused,        // no simulation can do that: `refusal`
  };
  Then then = Then::answered;
  Answer answer = {};
  base::ProcessId made = 0;  // a process
  std::string printed = {};
  int printed_to = 0;  // 1 or 2
  std::string refusal = {};
};

class SimKernel {
 public:
  using MoveState = trace::MoveState;

  // A world with the first process, whose thread has not begun.
  static SimWorld first_world();
  // Has to be called when a thread comes to a Request: its time begins.
  static void arrive(const SimMove& move);
  static MoveState look(const SimMove& move);
  // Only where look() is not `blocked`.
  SimStep take(const SimMove& move);
  // The clock goes on until the wait of `thread` is over.
  static void pass_time(SimWorld& world, const SimThread& thread);
  // What SIGKILL and other signals do to a process that `sender` sends them.
  static void send_signal(SimWorld& world, SimProcess& process, int signal);
  // Gives a started thread its place in the world.
  static void add_thread(SimProcess& process, base::ThreadId id, const std::string& name);

  SimNames& names() { return names_; }

 private:
  static bool is_ready(const SimMove& move);
  static bool is_ready_descriptor(const SimMove& move);
  static bool can_read(const SimWorld& world, const SimDescriptor& descriptor);
  static bool has_writer(const SimWorld& world, base::ObjectId stream);
  static bool has_reader(const SimWorld& world, base::ObjectId stream);

  SimStep take_ready(const SimMove& move);
  SimStep semaphore(const SimMove& move);
  SimStep make_semaphore(const SimMove& move);
  SimStep open_semaphore(const SimMove& move);
  SimStep descriptor(const SimMove& move);
  SimStep make_pipe(const SimMove& move);
  SimStep read(const SimMove& move);
  SimStep write(const SimMove& move);
  SimStep poll(const SimMove& move);
  SimStep close(const SimMove& move);
  SimStep socket(const SimMove& move);
  SimStep make_socket_pair(const SimMove& move);
  SimStep listen(const SimMove& move);
  SimStep connect(const SimMove& move);
  SimStep accept(const SimMove& move);
  SimStep pass_descriptors(const SimMove& move);
  SimStep receive_descriptors(const SimMove& move);
  SimStep memory(const SimMove& move);
  SimStep make_memory(const SimMove& move);
  SimStep open_memory(const SimMove& move);
  SimStep lock(const SimMove& move);
  SimStep wait_on_condition(const SimMove& move);
  SimStep notify(const SimMove& move);
  SimStep thread(const SimMove& move);
  SimStep process(const SimMove& move);
  SimStep start_process(const SimMove& move);
  SimStep wait_for_process(const SimMove& move);
  SimStep watch(const SimMove& move);
  SimStep time(const SimMove& move);

  static base::ObjectId new_object(const SimMove& move);
  static int new_descriptor(SimProcess& process, SimDescriptor descriptor);

  SimNames names_;
};

// What nobody can reach any more goes: streams, semaphores and memory.
void drop_unreachable(SimWorld& world);
// A child of `parent` that has ended and was not waited for; null: there is none.
SimProcess* any_ended_child(SimWorld& world, const SimProcess& parent, bool& has_children);
// Ends a process with this code.
void end_process(SimWorld& world, SimProcess& process, std::int32_t exit_code);
SimStep refuse(const SimRequest& request, const std::string& reason);

}  // namespace forkscope::kernel
