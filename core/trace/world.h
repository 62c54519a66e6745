// World: the state of everything at one moment. Only the fold (fold.h) changes a World; panels read it. A
// plain value: it is copied into checkpoints and compared in tests. All ids are session-wide; all times are
// session nanoseconds.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/trace/event.h"
#include "core/trace/shared_values.h"

namespace forkscope::trace {

enum class StartMethod : std::uint8_t { fork, spawn, forkserver, first, resource_tracker, fork_server };

struct ProcessState {
  base::ProcessId id = 0;
  base::ProcessId parent = 0;
  std::int32_t pid = 0;
  StartMethod method = StartMethod::first;
  bool serves_manager = false;      // runs a manager's server, nothing of the program
  base::StringId name = 0;          // "Process-1"
  base::StringId command_line = 0;  // as ps shows it
  std::int64_t began_ns = 0;
  std::int64_t ended_ns = -1;  // -1 = alive
  int exit_code = 0;           // once ended; -N = signal N
  base::ThreadId gil_owner = 0;
  std::int64_t gil_since_ns = 0;
  base::ThreadId gil_last_owner = 0;
  std::uint64_t gil_handovers = 0;  // how often another thread than the last one took it

  bool operator==(const ProcessState&) const = default;
};

enum class ThreadActivity : std::uint8_t { running, waits_for_gil, waits, ended };

struct ThreadState {
  base::ThreadId id = 0;
  base::ProcessId process = 0;
  std::int32_t os_thread = 0;
  base::StringId name = 0;  // "MainThread", "QueueFeederThread"
  bool daemon = false;
  bool is_main = false;
  std::uint32_t line = 0;
  ThreadActivity activity = ThreadActivity::running;
  EventKind waits_in = EventKind::none;  // the Request it waits in
  base::ObjectId waits_for = 0;
  std::int64_t since_ns = 0;  // of `activity`
  std::int64_t began_ns = 0;
  std::int64_t ended_ns = -1;
  base::StringId call = 0;  // the library call it is in, "put('red')"; 0 = none

  bool operator==(const ThreadState&) const = default;
};

struct SemaphoreState {
  base::ObjectId id = 0;
  base::StringId name = 0;
  std::int64_t value =
      0;  // counted; may leave 0..largest for an instant, where two events' times are closer than the clock
  std::int64_t largest = 1;
  base::ThreadId owner =
      0;  // last thread that took it, where largest == 1 and value == 0; stays when that thread is killed
  base::ThreadId last_owner = 0;
  std::vector<base::ThreadId> waiters;
  std::int64_t drift = 0;         // what the last events said the value is, less what was counted ...
  std::int32_t drift_events = 0;  // ... and how many agreed on it: counted anew once that cannot be chance

  bool operator==(const SemaphoreState&) const = default;
};

struct LockState {
  base::ObjectId id = 0;
  base::ObjectId lock = 0;  // a condition: the lock it belongs to; 0 = this is a lock
  base::ThreadId owner = 0;
  std::vector<base::ThreadId> waiters;

  bool operator==(const LockState&) const = default;
};

struct PipeState {
  base::ObjectId id = 0;
  std::int64_t bytes = 0;  // inside, by the answers of reads and writes
  std::int64_t written = 0, read = 0;

  bool operator==(const PipeState&) const = default;
};

// An item on its way through a queue.
struct ItemState {
  base::ProcessId producer = 0;
  std::int64_t number = 0;   // in its producer, from 1
  base::StringId label = 0;  // repr
  std::int64_t buffered_ns = 0;
  std::int64_t taken_ns = -1;
  std::int64_t written_ns = -1;
  std::int64_t bytes = 0;  // of its pickle, once pickled
  std::int64_t sent = 0;   // bytes the feeder has written so far, header included
  base::ThreadId put_by = 0, fed_by = 0;

  bool operator==(const ItemState&) const = default;
};

// An item somebody has begun to take out of the pipe; its slot is not yet given back.
struct ReadingState {
  base::ThreadId getter = 0;
  bool received = false;  // whole
  ItemState item;

  bool operator==(const ReadingState&) const = default;
};

// What a queue was asked and said. Kept in QueueState::answers of the store's index, not in every World.
enum class Question : std::uint8_t { empty, qsize, full, get, put };

struct Answer {
  std::int64_t time_ns = 0;  // the instant the answer was formed, see below
  base::ThreadId thread = 0;
  base::ProcessId process = 0;
  base::ObjectId queue = 0;
  std::uint32_t line = 0;
  Question question = Question::empty;
  std::int64_t value = 0;  // empty/full 0/1; qsize n; get/put 1 done, 0 Empty/Full
  bool wrong = false;      // "empty: True" or "get: Empty" with items queued
  // The queue at the instant the answer was formed (the poll, the refused acquire).
  std::int32_t queued = 0, in_buffer = 0, in_hand = 0, in_pipe = 0, being_read = 0;
  bool lock_refused = false;          // get: the reader lock was held
  base::ThreadId lock_owner = 0;      // ... by this thread
  std::int64_t stayed_wrong_ns = -1;  // until the pipe had an item or the queue was empty; -1 = not yet known
  bool formed = false;                // false: asked, but what decides the answer has not been looked at yet

  bool operator==(const Answer&) const = default;
};

struct QueueState {
  base::ObjectId id = 0;
  base::StringId name = 0;  // the program's variable, if known
  base::ObjectId pipe = 0, slots = 0, reader_lock = 0, writer_lock = 0;
  std::int64_t maxsize = 0;
  std::int64_t slots_taken = 0;  // = qsize()
  std::map<base::ProcessId, std::deque<ItemState>>
      buffers;                                        // each process has its own; oldest first, none empty
  std::map<base::ProcessId, base::ThreadId> feeders;  // each process's, once it has taken an item
  std::vector<ItemState> in_hand;                     // feeders
  std::deque<ItemState> in_pipe;                      // oldest first
  std::vector<ReadingState> reading;                  // being read, or read and the slot not yet given back
  std::int32_t being_read = 0;                        // how many those are
  std::int64_t full_until_ns = -1;                    // when it last stopped being full; -1 = it never was
  std::uint64_t put_count = 0, got_count = 0, failed_count = 0;
  std::array<std::uint64_t, 5> asked{};  // by Question
  std::array<std::uint64_t, 5> wrong{};

  std::int32_t in_buffer() const;
  // Put and not yet taken by anybody: buffer + hand + pipe.
  std::int32_t queued() const;
  // Whether a poll would find something: a header is enough.
  bool readable() const;
  bool operator==(const QueueState&) const = default;
};

// A Pool: what its calls gave it to do and how far that is.
struct PoolTask {
  std::int64_t job = 0, number = 0;

  bool operator==(const PoolTask&) const = default;
};

struct PoolState {
  base::ObjectId id = 0;
  base::StringId name = 0;  // the program's variable, if known
  std::int64_t workers = 0;
  base::ObjectId tasks = 0, results = 0;  // pipes; 0 = its workers are threads
  std::int64_t job = 0;                   // the last call that gave it work ...
  base::StringId job_name = 0;            // ... "map(square)"
  std::int64_t given = 0;                 // tasks of all its jobs, as far as known
  std::int64_t submitted = 0, started = 0, done = 0, received = 0;
  std::map<base::ThreadId, PoolTask> running;  // by worker
  std::int64_t lost = 0;                       // begun by workers that were killed
  bool closed = false, terminated = false;

  bool operator==(const PoolState&) const = default;
};

struct OutputPiece {
  std::int64_t time_ns = 0;
  base::ProcessId process = 0;
  base::ThreadId thread = 0;
  bool is_error = false;  // stderr
  base::StringId text = 0;
  std::uint32_t bytes = 0;
};

struct World {
  std::int64_t time_ns = 0;
  std::uint64_t events = 0;  // folded so far
  std::uint64_t lost = 0;    // dropped so far
  bool paused = false;
  std::map<base::ProcessId, ProcessState> processes;
  std::map<base::ThreadId, ThreadState> threads;
  std::map<base::ObjectId, SemaphoreState> semaphores;
  std::map<base::ObjectId, LockState> locks;
  std::map<base::ObjectId, PipeState> pipes;
  std::map<base::ObjectId, QueueState> queues;
  std::map<base::ObjectId, SharedValueState> shared_values;
  std::map<base::ObjectId, PoolState> pools;
  std::map<base::ObjectId, base::ObjectId> queue_of;  // of a pipe, slots semaphore, reader or writer lock
  std::map<base::ThreadId, Answer> asking;            // threads between queue_asks and queue_answers
  std::map<base::ObjectId, base::StringId> names;
  std::uint64_t output_pieces = 0;  // how many of the store's output pieces have been printed by now

  bool operator==(const World&) const = default;
};

}  // namespace forkscope::trace
