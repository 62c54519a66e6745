// StageModel: what is on the stage at one moment: processes with their threads and buffers, and what they
// share. Made from a World; plain values without text of ours (the panel words them) and without places
// (stage_layout.h gives those). Pure.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "app/model/names.h"
#include "app/model/step_view.h"
#include "core/trace/store.h"
#include "core/trace/world.h"

namespace forkscope::app {

// One item, the same wherever it is.
struct ItemKey {
  base::ObjectId queue = 0;
  base::ProcessId producer = 0;
  std::int64_t number = 0;

  auto operator<=>(const ItemKey&) const = default;
};

struct StageItem {
  ItemKey key;
  std::string label;  // repr
  std::int64_t bytes = 0, sent = 0;
  bool changed = false;
};

// What the last step did something with.
struct StageChanges {
  std::set<base::ThreadId> threads;
  std::set<base::ObjectId> objects;
  std::set<base::ProcessId> processes;
  std::set<ItemKey> items;
};
// `last` may be null.
StageChanges changes_of(const trace::Store& store, const DoneStep* last);

enum class Doing : std::uint8_t {
  computes,  // runs code of the program
  in_call,   // runs inside the library
  has_item,  // a feeder with an item in its hand
  waits,     // for `waits_for`
  waits_for_gil,
};

struct StageThread {
  base::ThreadId id = 0;
  std::string name;
  bool is_main = false, is_feeder = false, has_gil = false, changed = false;
  Doing doing = Doing::computes;
  std::string call, outcome;  // the library call it is in, else the last one and what it gave
  std::uint32_t line = 0;
  trace::EventKind waits_in = trace::EventKind::none;
  base::ObjectId waits_for = 0;
  std::optional<StageItem> hand;        // a feeder's
  std::vector<StageItem> reading;       // taken out of a pipe, not yet returned by get()
  std::optional<trace::PoolTask> task;  // a pool's worker
};

// The private part of a queue in one process.
struct StageBuffer {
  base::ObjectId queue = 0;
  int feeder = -1;               // index among the process' threads; -1 = not started yet
  std::vector<StageItem> items;  // oldest first, at most kMostItems
  std::size_t count = 0;         // of all
};

struct StageProcess {
  base::ProcessId id = 0;
  int pid = 0;
  std::string name;
  ProcessRole role = ProcessRole::program;
  trace::StartMethod method = trace::StartMethod::first;
  bool ended = false, changed = false;
  int exit_code = 0;
  std::vector<StageThread> threads;  // alive, at most kMostThreads
  std::size_t more_threads = 0;      // alive, beyond those
  std::vector<StageBuffer> buffers;

  // Only its name is of interest: it is over, or runs nothing of the program.
  bool is_brief() const { return ended || (role != ProcessRole::program && role != ProcessRole::manager); }
};

struct StageLock {
  base::ObjectId object = 0;
  base::ThreadId owner = 0;
  std::string owner_name;
  bool owner_was_killed = false;
  std::size_t waiters = 0;
  bool changed = false;
};

struct StageQueue {
  base::ObjectId id = 0;
  std::vector<StageItem> items;  // in the pipe, oldest first, at most kMostItems
  std::size_t count = 0;
  std::int64_t bytes = 0;  // in the pipe
  std::int64_t slots_taken = 0;
  std::int64_t maxsize = 0;  // 0 = without limit
  bool pipe_changed = false;
  StageLock slots, reader_lock, writer_lock;
};

struct StagePool {
  trace::PoolState state;
  std::string name, job;
  std::int64_t task_bytes = 0, result_bytes = 0;
  bool changed = false;
};

enum class StageObjectKind : std::uint8_t { lock, semaphore, thread_lock, condition, shared_value, pipe };

// Whatever else processes share, or threads wait for.
struct StageObject {
  StageObjectKind kind = StageObjectKind::lock;
  std::string name;                     // "" = the program gave it none
  StageLock lock;                       // its id; for locks also owner and waiters
  std::int64_t value = 0, largest = 0;  // a semaphore's
  std::int64_t bytes = 0;               // a pipe's
  std::string text;                     // a shared value: "5", "[1, 2, 3]"
  std::uint64_t overwritten = 0;        // a shared value's lost stores
};

struct StageModel {
  std::vector<StageProcess> processes;  // in order of beginning
  std::size_t more_processes = 0;       // ended ones that are not shown
  std::vector<StageQueue> queues;
  std::vector<StagePool> pools;
  std::vector<StageObject> objects;
  std::size_t more_objects = 0;
};

inline constexpr std::size_t kMostItems = 24, kMostThreads = 12, kMostProcesses = 24, kMostObjects = 24;

StageModel stage_model(const trace::Store& store, const trace::World& world, const StepView& step);

}  // namespace forkscope::app
