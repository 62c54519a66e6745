// RealKernel: the kernel that is the operating system: real processes, pipes, semaphores and threads. One a
// process, owned by the program's main; answers for all its Python threads. The GIL guards nothing here: what
// several threads touch has its own mutex, held for moments and never across a wait, so that fork() can take
// them all.
#pragma once

#include <semaphore.h>
#include <sys/types.h>

#include <array>
#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/kernel/kernel.h"
#include "core/kernel/real/memory.h"
#include "core/kernel/real/parking.h"

namespace forkscope::kernel {

class RealKernel : public Kernel {
 public:
  // Joins the session: `given`, or the arena that the environment names (a spawned process), or a new one
  // with tracing off.
  static base::Result<std::unique_ptr<RealKernel>> create(trace::Arena given = {},
                                                          ThreadHost* host = nullptr);
  ~RealKernel() override;

  // Before the first start_thread. Not owned.
  void set_host(ThreadHost* host) override { host_ = host; }
  base::ProcessId process() const { return process_; }

  std::int64_t answer_at_once(Thread& thread, EventKind kind, std::int64_t handle,
                              std::int64_t number) override;
  void begin_main_thread(Thread& thread) override;
  void begin_thread(Thread& thread, base::ThreadId id) override;
  Answer start_thread(Thread& starter, base::ThreadId id, void* token) override;
  void after_fork_in_child(Thread& thread) override;
  void pass_gate(Thread& thread) override;
  void adopt_descriptor(Thread& thread, int descriptor, base::ObjectId object, bool write_end) override;
  base::ObjectId descriptor_object(int descriptor) const override;
  bool take_interrupt() override;
  int take_signal() override;

 protected:
  static constexpr int kTrackedDescriptors = 4096;

  // What is read from a descriptor and what is written into it; a socket has both.
  struct DescriptorObjects {
    base::ObjectId read = 0, written = 0;
  };
  struct Semaphore {
    sem_t* system = nullptr;  // null once closed
    base::ObjectId object = 0;
  };
  struct Lock {
    base::ObjectId object = 0;
    bool held = false;
    WaitQueue waiters;
  };
  struct Condition {
    base::ObjectId object = 0;
    Lock* lock = nullptr;
    WaitQueue waiters;
  };
  struct StartedThread {
    base::ThreadId starter = 0;
    bool ended = false;
    WaitQueue joiners;
  };

  // What answer_at_once() answers, and the event's object and numbers.
  struct AtOnce {
    std::int64_t value = kAsk;
    base::ObjectId object = 0;
    std::int64_t a = 0, b = 0;
  };

  RealKernel(std::unique_ptr<trace::Arena> arena, ThreadHost* host);
  // `given`, or the arena that the environment names, or a new one.
  static base::Result<std::unique_ptr<trace::Arena>> session_arena(trace::Arena given);
  void join_session();

  Answer answer(Thread& thread, const Request& request) override;
  Answer answer_by_family(Thread& thread, const Request& request);
  AtOnce answer_at_once(EventKind kind, std::int64_t handle, std::int64_t number);
  base::ObjectId object_of(const Request& request) const override;

  // semaphores.cc
  Answer answer_semaphore(Thread& thread, const Request& request);
  Answer make_semaphore(const Request& request, bool create);
  Answer acquire_semaphore(Thread& thread, const Request& request, const Semaphore& semaphore);
  Answer close_semaphore(const Request& request);
  Semaphore semaphore(std::int64_t handle);
  AtOnce take_semaphore_at_once(std::int64_t handle, std::int64_t timeout_ns);
  AtOnce give_semaphore_at_once(std::int64_t handle, std::int64_t bound);
  AtOnce semaphore_value(std::int64_t handle);

  // descriptors.cc
  Answer answer_descriptor(Thread& thread, const Request& request);
  Answer make_pipe();
  Answer read_descriptor(Thread& thread, const Request& request, int descriptor, std::int64_t size);
  Answer write_descriptor(Thread& thread, const Request& request);
  Answer poll_descriptors(Thread& thread, const Request& request);
  Answer close_descriptor(const Request& request);
  Answer duplicate_descriptor(const Request& request);
  Answer open_file(const Request& request);
  void set_descriptor_objects(int descriptor, DescriptorObjects objects);
  DescriptorObjects descriptor_objects(int descriptor) const;

  // sockets.cc
  Answer answer_socket(Thread& thread, const Request& request);
  Answer make_socket_pair();
  Answer listen_at(const Request& request);
  Answer connect_to(Thread& thread, const Request& request);
  Answer accept_connection(Thread& thread, const Request& request);
  Answer send_descriptors(Thread& thread, const Request& request);
  Answer receive_descriptors(Thread& thread, const Request& request);
  Answer connected(int descriptor, base::ObjectId read, base::ObjectId written);
  std::string name_of_connection(base::ObjectId object) const;

  // memory.cc
  Answer answer_memory(const Request& request);

  // locks.cc
  Answer answer_lock(Thread& thread, const Request& request);
  Answer make_lock();
  Answer acquire_lock(Thread& thread, const Request& request, Lock& lock);
  Answer release_lock(Lock& lock);
  Answer make_condition(const Request& request);
  Answer wait_on_condition(Thread& thread, const Request& request, Condition& condition);
  void sleep_on_condition(Condition& condition, Waiter& waiter, std::int64_t deadline_ns, Answer& answer);
  Answer notify_condition(const Request& request, Condition& condition);
  static std::int64_t notify(Condition& condition, std::int64_t how_many);
  WakeReason take_when_free(Lock& lock, Waiter& waiter, std::int64_t deadline_ns);
  // Whom to wake once local_mutex_ is free.
  [[nodiscard]] static std::atomic<std::uint32_t>* set_free(Lock& lock);
  Lock* find_lock(std::int64_t handle);
  AtOnce take_lock_at_once(std::int64_t handle, std::int64_t timeout_ns);
  AtOnce give_lock_at_once(std::int64_t handle);
  AtOnce notify_at_once(std::int64_t handle, std::int64_t how_many);
  Condition* find_condition(std::int64_t handle);

  // threads.cc
  void take_ring(Thread& thread, base::ThreadId id);
  Answer answer_thread(Thread& thread, const Request& request);
  Answer join_thread(Thread& thread, const Request& request);
  void end_thread(Thread& thread, const Request& request);
  void thread_has_ended(base::ThreadId id);
  static void* thread_main(void* start);

  // processes.cc
  Answer answer_process(Thread& thread, const Request& request);
  Answer fork_process(Thread& thread);
  Answer wait_for_signal(Thread& thread, const Request& request);
  [[noreturn]] void exit_process(Thread& thread, const Request& request);
  trace::ProcessSlot* reserve_process(base::ProcessId id);

  // spawning.cc
  Answer spawn_process(Thread& thread, const Request& request);

  // reaping.cc
  Answer wait_for_process(Thread& thread, const Request& request);
  Answer watch_process(const Request& request);
  bool reap(Thread& thread, pid_t pid, Answer& answer);

  // clock.cc
  Answer answer_time(Thread& thread, const Request& request);

  // readiness.cc: whether a Request would be answered without waiting, and changes nothing.
  struct Readiness {
    bool ready = true;
    base::ObjectId object = 0;  // what it is about, if known
  };
  Readiness readiness(const Request& request);
  Readiness semaphore_readiness(const Request& request);
  Readiness lock_readiness(const Request& request);
  Readiness join_readiness(const Request& request);
  Readiness descriptor_readiness(const Request& request);
  // Bytes written without waiting; 0 where it would have to wait, or -errno.
  static std::int64_t write_without_waiting(int descriptor, std::string_view bytes);
  // After a signal was sent: whether it has done what it does to that process by now.
  static bool signal_has_acted(std::int64_t pid, int signal);
  static bool has_ended(std::int64_t pid);
  static bool is_interrupted();

  const std::unique_ptr<trace::Arena> own_arena_;
  ThreadHost* host_;
  base::ProcessId process_ = 0;
  base::ProcessId parent_ = 0;
  base::StringId command_line_ = 0;

  std::array<std::atomic<base::ObjectId>, kTrackedDescriptors> read_objects_{}, written_objects_{};

  // The thread that found something with the last poll, and has not read since. Where it looks again it waits
  // for another to read, as the thread does that looks after a pool's workers: it lets the others go first.
  std::atomic<base::ThreadId> last_finder_{0};

  Memories memories_;

  std::mutex tables_mutex_;  // semaphores_, children_
  std::deque<Semaphore> semaphores_;
  std::unordered_map<pid_t, base::ProcessId> children_;

  std::mutex local_mutex_;  // locks, conditions, threads and their wait queues
  std::deque<Lock> locks_;
  std::deque<Condition> conditions_;
  std::map<base::ThreadId, StartedThread> threads_;
};

}  // namespace forkscope::kernel
