// Kernel: the seam between the VM and the world. The VM asks with a Request (a plain value), the kernel
// answers. ask() passes the gate, emits the events and calls the kernel's own answer(); no kernel can forget
// an event. One Kernel a process; ask() is called by every Python thread, with its own Thread. It may block
// where requests.inc says so, and then lets the thread's BlockingRegion drop the GIL around the wait.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/ids.h"
#include "core/trace/arena.h"
#include "core/trace/event.h"
#include "core/trace/recorder.h"

namespace forkscope::kernel {

using trace::EventKind;

// A kernel object as the VM holds it: `handle` is the kernel's own (a descriptor for pipes and files, an
// index for semaphores, locks and conditions), `object` is the session-wide id.
struct Handle {
  std::int64_t handle = -1;
  base::ObjectId object = 0;
};

// What is asked. Only the fields that requests.inc names for the kind are looked at. The views must stay
// valid until ask() returns.
struct Request {
  EventKind kind = EventKind::none;
  std::int64_t handle = -1;  // descriptor, semaphore, lock (condition_create: its lock), condition, thread
                             // id, pid (process_wait, process_kill)
  std::int64_t a = 0;        // first value, bytes asked for, flags, signal, exit code, which clock, ns ...
                             // process_spawn: 1 = with SIGINT and SIGTERM blocked
  std::int64_t b = 0;
  std::int64_t timeout_ns = -1;  // -1 none, 0 only try
  std::string_view text =
      {};  // name, path, address, or the bytes to write; process_spawn: the program, "" = arguments[0]
  base::ObjectId object = 0;  // sem_open: the id the semaphore already has in this session, if known
  std::span<const int> descriptors = {};  // fd_poll: all of them; process_spawn, fd_send: those to pass on
  const std::vector<std::string>* arguments = nullptr;    // process_spawn
  const std::vector<std::string>* environment = nullptr;  // process_spawn: "NAME=value"
  std::int64_t size = 0;  // memory_create, memory_read, memory_write without text: bytes
};

struct Answer {
  int error = 0;  // errno, 0 = granted. A time limit that ran out is not an error: value is 0
  std::int64_t value =
      0;  // sem_acquire, lock_acquire, condition_wait, thread_join: 1 = yes, 0 = time ran out / not free
          // fd_read/fd_write/stream_*: bytes; fork/spawn: pid (fork: 0 in the child)
          // process_wait: 0 = still running, else pid, with `second` = exit code or -signal
          // process_watch: descriptor; clock_read: ns
          // memory_create, memory_open: handle; memory_read, memory_write: bytes
          // sem_create, sem_open, lock_create, condition_create: handle; file_open, fd_duplicate: descriptor
          // socket_listen, socket_connect, socket_accept: descriptor
          // sem_value: value; fd_poll, condition_notify: how many; thread_start: id of the thread
  std::int64_t second =
      0;  // EINTR: ns left of the time limit, if there is one; pipe_create: value = read end, second = write
          // end; socket_pair: both ends; socket_connect, socket_accept: the object that is written;
          // sem_acquire, sem_release: value after; process_fork, process_spawn: process id of the child
          // memory_create, memory_open: descriptor; memory_read: the bits of 1, 2, 4 or 8
          // bytes (what is longer is in `bytes`)
  base::ObjectId object = 0;  // of what was made or used
  std::string bytes =
      {};  // what was read; memory_open: how many bytes; socket_listen, socket_accept: an address
  std::vector<int> ready = {};  // fd_poll: descriptors with something to read (or at end of file);
                                // fd_receive: those that came
};

// The innermost call of our library that a thread is in. The views are valid while it does not move.
struct LibraryPlace {
  std::string_view file = {};      // "multiprocessing/queues.py"
  std::string_view function = {};  // "Queue._feed"
  std::uint32_t line = 0;          // 0 = it is in the program itself
};

// What a thread does around a wait: the VM drops its GIL before and takes it back after. And what it tells of
// itself while it is stepped, asked by its own thread.
class BlockingRegion {
 public:
  virtual ~BlockingRegion() = default;
  virtual void before_wait() = 0;
  virtual void after_wait() = 0;
  virtual LibraryPlace library_place() const { return {}; }
};

// What a thread of a stepped program keeps between its seat at the gate and its answer; the stepped kernel's
// own.
struct Stepping {
  bool is_granted = false;     // this Request, by an order of the controller
  bool waits_told = false;     // that it waits for this Request is in the trace
  std::uint32_t epoch = 0;     // the closing of the gate since which it is stepped; 0 = it is not
  std::uint32_t computed = 0;  // calls and backward jumps since its last Request
  // The last bytecode of so many is not begun: the VM counts, and passes the gate there; 0: none is counted.
  std::uint32_t bytecodes_left = 0;
  bool is_between_bytecodes = false;  // it has come there
  std::int64_t deadline_ns = -1;
  trace::MoveState outcome = trace::MoveState::ready;
};

// One Python thread as the kernel sees it. Owned by the VM's thread; used by that thread alone.
struct Thread {
  base::ThreadId id = 0;
  base::ProcessId process = 0;
  trace::Recorder recorder;
  BlockingRegion* blocking = nullptr;  // not owned

  // The kernel's own, about the Request being answered: when it was asked, and whether its event is written
  // already.
  std::int64_t asked_at = 0;
  bool told = false;
  Stepping stepping = {};
  std::string child_name = {};  // what the thread or process that it is about to start is called
};

// What the kernel calls back into: the VM runs the thread `token` names, on the operating system's thread it
// is called on.
class ThreadHost {
 public:
  virtual ~ThreadHost() = default;
  virtual void run_thread(void* token) = 0;
};

class Kernel {
 public:
  virtual ~Kernel() = default;

  // Answers `request` for `thread`; see above. thread_exit and process_exit end in the caller's hands:
  // thread_exit returns and the VM's thread function returns; process_exit does not return (real), or ends
  // the process (others).
  Answer ask(Thread& thread, const Request& request);

  // The value that ask() would answer a Request about a lock, a semaphore or condition_notify with, without
  // the ways of ask(): where nothing has to be waited for or refused, and the gate is open. The event is the
  // same, but for the moment it began, which is that of the answer. kAsk = only ask() can answer. `number`:
  // Request::a of condition_notify, Request::b of sem_release, Request::timeout_ns of sem_acquire and
  // lock_acquire. Never blocks.
  static constexpr std::int64_t kAsk = -1;
  virtual std::int64_t answer_at_once(Thread&, EventKind, std::int64_t /*handle*/, std::int64_t /*number*/) {
    return kAsk;
  }

  // Who runs the threads that start_thread starts: before the first one. Not owned.
  virtual void set_host(ThreadHost*) {}

  // Gives `thread` its identity and its ring, and emits process_begins (main thread) and thread_begins:
  // called once by the thread itself before its first ask(). begin_main_thread: by the first thread of a
  // process that was not forked; begin_thread: first thing in ThreadHost::run_thread, with the id that
  // start_thread was given.
  virtual void begin_main_thread(Thread& thread) = 0;
  virtual void begin_thread(Thread& thread, base::ThreadId id) = 0;

  // Starts a Python thread: like a thread_start Request, with the token for ThreadHost::run_thread. `id` is
  // the new thread's id, already allocated with new_thread_id(). Answer.error is EAGAIN where the system
  // refuses.
  virtual Answer start_thread(Thread& starter, base::ThreadId id, void* token) = 0;

  // After process_fork answered 0: called in the child before anything else; forgets the other threads and
  // gives `thread` the child's identity and a new ring.
  virtual void after_fork_in_child(Thread& thread) = 0;

  // Stops here while the gate is closed (the GIL must not be held: wraps the wait in thread.blocking). Called
  // by ask() and, for loops that ask nothing, by the VM when gate_closed() is seen at a backward jump or
  // call, and before the bytecode that Stepping::bytecodes_left says.
  virtual void pass_gate(Thread& thread) = 0;
  bool gate_closed() const {
    return arena_ != nullptr && arena_->header().gate_closed.load(std::memory_order_relaxed) != 0;
  }

  // Says that an inherited descriptor belongs to `object` (a spawned child after unpickling a connection), so
  // that its events name the same pipe as the parent's.
  virtual void adopt_descriptor(Thread& thread, int descriptor, base::ObjectId object, bool write_end) = 0;
  // The object that is read from a descriptor, or written into one that is only written; 0 if it has none.
  virtual base::ObjectId descriptor_object(int descriptor) const = 0;

  // True once after SIGINT arrived in this process; the VM raises KeyboardInterrupt in its main thread.
  virtual bool take_interrupt() = 0;
  // The number of a signal that arrived and that this process handles itself, once; 0 = none.
  virtual int take_signal() { return take_interrupt() ? kInterruptSignal : 0; }
  static constexpr int kInterruptSignal = 2;

  base::ObjectId new_object_id();
  // The first of `count` ids that follow each other.
  base::ObjectId new_object_ids(std::uint32_t count);
  base::ThreadId new_thread_id();
  const trace::Arena* arena() const { return arena_; }
  trace::StringTable& strings() { return strings_; }

 protected:
  // Before a Request while the gate is closed: returns when it may be answered.
  virtual void before_answer(Thread& thread, const Request&) { pass_gate(thread); }
  explicit Kernel(const trace::Arena* arena) : arena_(arena), strings_(arena) {}
  // Answers without emitting; everything that may block happens inside a WaitSection.
  virtual Answer answer(Thread& thread, const Request& request) = 0;
  // The object an event of this request is about.
  virtual base::ObjectId object_of(const Request& request) const = 0;

  // Writes the event of an answered Request now, instead of at the end of ask(): where the answer's time
  // would otherwise be late (before the GIL is taken back), or where ask() never returns.
  void tell(Thread& thread, const Request& request, const Answer& answer);
  // Writes that the thread waits, and publishes for what in its slot.
  void tell_waits(Thread& thread, const Request& request, const Answer& answer);
  static void tell_waits_no_more(Thread& thread);

  // Around system calls that may block: drops the GIL. At its end it writes the event of `answer`, filled in
  // by then, and takes the GIL back.
  class WaitSection {
   public:
    WaitSection(Kernel& kernel, Thread& thread, const Request& request, const Answer& answer);
    ~WaitSection();
    WaitSection(const WaitSection&) = delete;
    WaitSection& operator=(const WaitSection&) = delete;

    // Right before the thread really goes to sleep: emits the `waits` event and publishes waits_for in the
    // thread's slot. A second call does nothing.
    void waits();

   private:
    Kernel& kernel_;
    Thread& thread_;
    const Request& request_;
    const Answer& answer_;
    bool waits_ = false;
  };

  const trace::Arena* arena_;
  trace::StringTable strings_;

 private:
  void write_event(Thread& thread, const Request& request, const Answer& answer, trace::Phase phase);
};

// A name for a semaphore that no other session uses: "/mp-" and 8 characters of [a-z0-9_], the first four of
// which are the session's own, so that the lab can find and remove what a killed program leaves behind.
std::string new_semaphore_name(const trace::Arena& arena);

}  // namespace forkscope::kernel
