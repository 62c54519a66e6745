// SimWorld: everything a simulated program shares through its kernel, as plain data: processes with their
// descriptors, locks and signals, pipes, semaphores, memory and the clock. What lies inside the processes is
// the VM's. Ids follow from who made what, not from the order in which things were made. Owned by whoever
// simulates; any thread, one at a time.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/kernel/sim/objects.h"
#include "core/kernel/sim/stream.h"
#include "core/trace/event.h"

namespace forkscope::kernel {

// A Request that owns what it leads to. See kernel.h for the fields.
struct SimRequest {
  trace::EventKind kind = trace::EventKind::none;
  std::int64_t handle = -1, a = 0, b = 0, timeout_ns = -1, size = 0;
  base::ObjectId object = 0;
  std::string text;
  std::vector<int> descriptors;
  std::vector<std::string> arguments;
  bool has_environment = false;
  std::string child_name;  // of the process that it starts
  std::uint32_t line = 0;  // of the program
};

struct SimThread {
  base::ThreadId id = 0;
  std::string name;               // as Stepper names it
  std::int64_t deadline_ns = -1;  // of its wait
  std::uint64_t written = 0;      // bytes of a write that waits for room
  base::ObjectId condition = 0;   // whose lock it has given back, to wait
  bool was_notified = false;
  bool reads_clock = false;  // it has looked at the clock since the program began
  std::uint32_t objects_made = 0, processes_made = 0;

  bool operator==(const SimThread&) const = default;
};

struct SimCondition {
  base::ObjectId lock = 0;
  std::vector<base::ThreadId> waiters;  // the first one is the first to be notified

  bool operator==(const SimCondition&) const = default;
};

struct SimSignals {
  std::uint64_t arrived = 0, ignored = 0, caught = 0, blocked = 0;  // a bit a signal

  bool operator==(const SimSignals&) const = default;
};

struct SimProcess {
  enum class State : std::uint8_t { runs, ended, reaped };
  base::ProcessId id = 0, parent = 0;  // the id of its main thread
  State state = State::runs;
  std::int32_t exit_code = 0;  // -N: signal N
  std::string name;            // its main thread's
  SimMap<int, SimDescriptor> descriptors;
  SimMap<base::ObjectId, std::uint32_t> semaphores, memories;  // how often it has opened them
  SimMap<base::ObjectId, base::ThreadId> locks;                // who holds it, 0 = nobody
  SimMap<base::ObjectId, SimCondition> conditions;
  SimMap<base::ThreadId, SimThread> threads;  // the first is the main one
  SimSet<base::ThreadId> ended_threads;
  SimSignals signals;
  SimMap<std::string, std::uint32_t> names_given;

  bool runs() const { return state == State::runs; }
  bool is_main(const SimThread& thread) const { return thread.id == id; }
  // Null: none has this number.
  const SimDescriptor* descriptor(std::int64_t number) const {
    const auto found = descriptors.find(static_cast<int>(number));
    return found == descriptors.end() ? nullptr : &found->second;
  }

  bool operator==(const SimProcess&) const = default;
};

struct SimSemaphore {
  std::int64_t value = 0;
  std::string name;           // "": it has none any more
  base::ThreadId holder = 0;  // who took the last one
};

struct SimMemory {
  std::string bytes;
  std::string name;
};

struct SimListener {
  std::string address;
  std::int64_t room = 0;
  std::vector<SimDescriptor> waiting;  // the listening side's ends
};

struct SimWorld {
  std::int64_t now_ns = 0;
  std::uint32_t kills = 0;                          // that were nobody's in the program
  std::map<base::ProcessId, SimProcess> processes;  // a process stays where it is
  // An answer that depends on one that was not looked for may do so only by its name, or by the descriptors
  // that are on their way in it (state_bytes.h).
  SimObjects<SimStream> streams;
  SimObjects<SimSemaphore> semaphores;
  SimObjects<SimMemory> memories;
  SimMap<base::ObjectId, SimListener> listeners;
  SimMap<std::string, std::uint32_t> names_given;  // to main threads
  // No part of the state: that an answer depended on other processes than the one that asked. Never taken
  // back.
  mutable bool looked_around = false;

  // Nor which objects were looked for (objects.h).
  void forget_touched() {
    streams.forget_touched();
    semaphores.forget_touched();
    memories.forget_touched();
  }
  // What was done to `other`, a copy, is a part of what this one is asked for.
  void note_touched(const SimWorld& other) {
    streams.touch(other.streams.touched());
    semaphores.touch(other.semaphores.touched());
    memories.touch(other.memories.touched());
    looked_around = looked_around || other.looked_around;
  }
};

// The lowest number, from this one on, that leads to nothing: a new descriptor gets the lowest of all.
inline int free_number(const SimProcess& process, int from = 0) {
  auto used = process.descriptors.lower_bound(from);
  for (; used != process.descriptors.end() && used->first == from; ++used) ++from;
  return from;
}

constexpr std::int64_t pid_of(base::ProcessId process) {
  return 1000 + static_cast<std::int64_t>(process);
}
constexpr base::ProcessId process_of_pid(std::int64_t pid) {
  return static_cast<base::ProcessId>(pid - 1000);
}

}  // namespace forkscope::kernel
