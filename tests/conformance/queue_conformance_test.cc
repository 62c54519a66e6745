#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "tests/conformance/traced_run.h"

namespace forkscope::conformance {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr char kPlain[] = R"(
from multiprocessing import Queue
q = Queue(3)
for item in ("red", "blue", 7):
    q.put(item)
print(q.get(), q.get(timeout=30), q.get())
)";

bool is_request(const Event& event) {
  return trace::info(event.kind).is_request;
}

// Requests about the queue's own objects, in words: which object, what was done.
std::vector<std::string> queue_steps(const TracedRun& run, const std::vector<Event>& events) {
  const auto q = run.queue();
  const std::map<base::ObjectId, std::string> names = {
      {q.pipe, "pipe"}, {q.slots, "slots"}, {q.reader_lock, "reader lock"}, {q.writer_lock, "writer lock"}};
  std::vector<std::string> steps;
  for (const Event& event : events) {
    const auto name = names.find(event.object);
    if (!is_request(event) || name == names.end() || event.kind == EventKind::sem_value) continue;
    steps.push_back(name->second + ": " + std::string(trace::info(event.kind).name));
  }
  return steps;
}

std::function<bool(const Event&)> nth_call(std::string_view function, int number, const TracedRun& run) {
  return [=, &run, count = 0](const Event& event) mutable {
    return event.kind == EventKind::call_begins && run.store().string(event.string).starts_with(function) &&
           ++count == number;
  };
}

bool call_ends(const Event& event) {
  return event.kind == EventKind::call_ends;
}

// 1: put() performs no pipe action in the caller; the feeder of that process writes; FIFO per producer.
TEST(QueueConformance, PutLeavesThePipeToTheFeeder) {
  const TracedRun run(kPlain);
  EXPECT_EQ(run.output(), "red blue 7\n");
  const auto q = run.queue();
  const auto writes =
      run.where([&](const Event& e) { return e.kind == EventKind::fd_write && e.object == q.pipe; });
  EXPECT_EQ(writes.size(), 3U);
  for (const Event& write : writes) EXPECT_EQ(run.thread_name(write.thread), "QueueFeederThread");
  std::vector<std::int64_t> numbers;
  for (const Event& event : run.of_kind(EventKind::item_written)) numbers.push_back(event.a);
  EXPECT_THAT(numbers, ElementsAre(1, 2, 3));
  for (const Event& event : run.of_kind(EventKind::item_buffered))
    EXPECT_EQ(run.thread_name(event.thread), "MainThread");
  EXPECT_THAT(queue_steps(run, run.between(nth_call("put", 2, run), call_ends)),
              ElementsAre("slots: sem_acquire"));
}

// 2: qsize() is maxsize minus the semaphore's value, which moves at PUT.2, at A5 or B5, and at FEED.E only.
TEST(QueueConformance, QsizeIsMaxsizeMinusTheSemaphore) {
  const TracedRun run(R"(
from multiprocessing import Queue
import time
q = Queue(4)
q.put(1); q.put(lambda: 0); q.put(2)
while q.qsize() != 2: time.sleep(0.001)
print(q.get(), q.qsize(), q.get(timeout=30), q.qsize())
)");
  EXPECT_EQ(run.output(), "1 1 2 0\n");
  const auto q = run.queue();
  std::int64_t value = q.maxsize;
  std::map<base::ThreadId, std::int64_t> asked;  // the value that the thread's sem_value must have read
  int moved_in_get = 0;
  int moved_in_feeder = 0;
  for (const Event& event : run.events()) {
    if (event.object == q.slots && event.kind == EventKind::sem_acquire && event.result == 1) --value;
    if (event.object == q.slots && event.kind == EventKind::sem_release) {
      ++value;
      ++(run.thread_name(event.thread) == "QueueFeederThread" ? moved_in_feeder : moved_in_get);
    }
    if (event.object == q.slots && event.kind == EventKind::sem_value) asked[event.thread] = event.result;
    if (event.kind == EventKind::queue_answers && event.a == 1) {
      EXPECT_EQ(event.b, q.maxsize - asked[event.thread]);
    }
  }
  EXPECT_EQ(value, q.maxsize);
  EXPECT_EQ(moved_in_get, 2);
  EXPECT_EQ(moved_in_feeder, 1);
}

// 3: empty() depends on the pipe only; a header alone makes it False.
TEST(QueueConformance, EmptyLooksAtThePipeOnly) {
  const TracedRun run(R"(
from multiprocessing import Queue
import _forkscope
q = Queue()
print(q.empty())
_forkscope.write(q._writer._handle, b"\x00\x00\x00\x05")
print(q.empty(), q.qsize())
)");
  EXPECT_EQ(run.output(), "True\nFalse 0\n");
  const auto looked = run.between([](const Event& e) { return e.kind == EventKind::queue_asks; },
                                  [](const Event& e) { return e.kind == EventKind::queue_answers; });
  EXPECT_THAT(queue_steps(run, looked), ElementsAre("pipe: fd_poll"));
}

// 4: get(): lock, read, unlock, free the slot; with a time limit: lock, poll, read, free the slot, unlock.
TEST(QueueConformance, TheTwoPathsOfGet) {
  const TracedRun run(kPlain);
  EXPECT_THAT(queue_steps(run, run.between(nth_call("get", 1, run), call_ends)),
              ElementsAre("reader lock: sem_acquire", "pipe: fd_read", "pipe: fd_read",
                          "reader lock: sem_release", "slots: sem_release"));
  EXPECT_THAT(queue_steps(run, run.between(nth_call("get", 2, run), call_ends)),
              ElementsAre("reader lock: sem_acquire", "pipe: fd_poll", "pipe: fd_read", "pipe: fd_read",
                          "slots: sem_release", "reader lock: sem_release"));
}

// 5: Empty can be raised with items in the pipe; Full never while a slot is free.
TEST(QueueConformance, EmptyMayBeWrongFullMayNot) {
  const TracedRun run(R"(
from multiprocessing import Queue
from queue import Empty, Full
import time
q = Queue(1)
q.put(1)
while q.empty(): time.sleep(0.001)
q._rlock.acquire()
try: q.get_nowait()
except Empty: print("Empty", q.empty())
q._rlock.release()
for item in range(20):
    try: q.put_nowait(item); print("put")
    except Full: q.get()
)");
  EXPECT_THAT(run.output(), HasSubstr("Empty False\n"));
  const auto q = run.queue();
  std::int64_t value = q.maxsize;
  int refused = 0;
  for (const Event& event : run.events()) {
    if (event.object == q.slots && event.kind == EventKind::sem_acquire && event.result == 1) --value;
    if (event.object == q.slots && event.kind == EventKind::sem_release) ++value;
    if (event.kind != EventKind::queue_answers || event.b != 0) continue;
    if (event.a == 3) {
      EXPECT_EQ(event.result, 1) << "the reader lock was held";
    } else if (event.a == 4) {
      EXPECT_EQ(value, 0) << "Full with a free slot";
    }
    refused += event.a == 4 ? 1 : 0;
  }
  EXPECT_GT(refused, 0);
}

// 6: close() closes nothing itself if no feeder ran; the feeder closes reader, then writer.
TEST(QueueConformance, TheFeederClosesReaderThenWriter) {
  const TracedRun run(R"(
from multiprocessing import Queue
unused = Queue()
unused.close()
print(unused.empty())
used = Queue()
used.put(1)
used.get()
used.close()
used.join_thread()
)");
  EXPECT_EQ(run.output(), "True\n");
  const auto closes_of = [&](std::size_t number) {
    return run.where([&run, number](const Event& e) {
      return e.kind == EventKind::fd_close && e.object == run.queue(number).pipe;
    });
  };
  EXPECT_THAT(closes_of(0), IsEmpty());
  const auto created = run.where(
      [&](const Event& e) { return e.kind == EventKind::pipe_create && e.object == run.queue(1).pipe; });
  const auto closed = closes_of(1);
  ASSERT_EQ(created.size(), 1U);
  ASSERT_EQ(closed.size(), 2U);
  EXPECT_EQ(closed[0].a, created[0].a);
  EXPECT_EQ(closed[1].a, created[0].b);
  for (const Event& event : closed) EXPECT_EQ(run.thread_name(event.thread), "QueueFeederThread");
}

// 7: an item that cannot be sent gives its slot back before it is reported; JoinableQueue's counter is not
// touched.
TEST(QueueConformance, AFailedItemFreesItsSlotFirst) {
  const TracedRun run(R"(
from multiprocessing import JoinableQueue
import time
q = JoinableQueue(1)
q.put(lambda: 0)
while q.qsize(): time.sleep(0.001)
print(q._unfinished_tasks.get_value())
q.close()
q.join_thread()
)");
  EXPECT_EQ(run.output(), "1\n");
  EXPECT_THAT(run.errors(), HasSubstr("PicklingError: Can't pickle <function <lambda> at 0x"));
  const auto q = run.queue();
  std::vector<std::string> steps;
  for (const Event& event : run.events()) {
    if (run.thread_name(event.thread) != "QueueFeederThread") continue;
    if (event.object == q.slots && event.kind == EventKind::sem_release) steps.emplace_back("slot");
    if (event.kind == EventKind::stream_write && (steps.empty() || steps.back() != "report"))
      steps.emplace_back("report");
  }
  EXPECT_THAT(steps, ElementsAre("slot", "report"));
}

// 8: the end of a process: sentinel to the feeders, SIGTERM to daemons, children joined, feeders joined.
TEST(QueueConformance, OrderAtTheEndOfAProcess) {
  const TracedRun run(R"(
from multiprocessing import Process, Queue
import os
import time

# Ends only once its elder sibling is killed and reaped, so that it is surely alive when the main process ends.
def outlive(pid):
    while True:
        try:
            os.kill(pid, 0)
        except OSError:
            return
        time.sleep(0.01)

q = Queue()
q.put(1)
daemon = Process(target=time.sleep, args=(60,), daemon=True)
daemon.start()
Process(target=outlive, args=(daemon.pid,)).start()
)");
  EXPECT_EQ(run.exit_code(), 0);
  const base::ProcessId first = run.of_kind(EventKind::queue_created).at(0).process;
  std::vector<std::string> steps;
  bool both_run = false;
  for (const Event& event : run.events()) {
    if (event.process != first || run.thread_name(event.thread) != "MainThread") continue;
    if (event.kind == EventKind::start_stage && event.a == 5) both_run = true;
    if (event.kind == EventKind::process_wait && event.b == 0) continue;
    if (!both_run || (event.kind != EventKind::condition_notify && event.kind != EventKind::process_kill &&
                      event.kind != EventKind::process_wait && event.kind != EventKind::thread_join)) {
      continue;
    }
    // The killed daemon may have been reaped by a look before its join: one wait or two in a row.
    const bool waits_again =
        event.kind == EventKind::process_wait && !steps.empty() && steps.back() == "process_wait";
    if (!waits_again) steps.emplace_back(trace::info(event.kind).name);
  }
  EXPECT_THAT(steps, ElementsAre("condition_notify", "process_kill", "process_wait", "thread_join"));
}

}  // namespace
}  // namespace forkscope::conformance
