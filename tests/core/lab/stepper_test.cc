// A program that is stepped from its beginning, and the way back from stepping to running and again to
// stepping.
#include "core/lab/stepper.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "core/lab/session.h"
#include "core/trace/gate.h"

namespace forkscope::lab {
namespace {

using trace::EventKind;

constexpr char kQueue[] =
    "from multiprocessing import Process, Queue\n"
    "def take(q):\n"
    "    q.get()\n"
    "if __name__ == '__main__':\n"
    "    q = Queue()\n"
    "    p = Process(target=take, args=(q,))\n"
    "    p.start()\n"
    "    q.put(1)\n"
    "    p.join()\n";
constexpr char kJoiner[] =
    "import time\n"
    "from multiprocessing import Process\n"
    "p = Process(target=time.sleep, args=(1000,))\n"
    "p.start()\n"
    "p.join()\n";
constexpr char kSleeper[] = "import time\ntime.sleep(1000)\n";
constexpr char kBusy[] = "import time\nwhile True:\n    time.monotonic()\n";

class Stepping : public testing::Test {
 protected:
  void begin(const std::string& text, bool stepped = true) {
    file_ = std::filesystem::path(testing::TempDir()) / ("stepped-" + std::to_string(::getpid()) + ".py");
    std::ofstream(file_) << text;
    SessionPlan plan;
    plan.executable = FORKSCOPE_LAB_PROGRAM;
    plan.arguments = {"forkscope-lab", "run", file_.string()};
    plan.names = new_session_names();
    plan.piped = plan.closed_input = true;
    plan.stepped = stepped;
    plan.entropy = stepped ? 1 : 0;
    auto session = Session::start(plan);
    ASSERT_TRUE(session.ok());
    session_ = std::move(session.value());
    stepper_ = std::make_unique<Stepper>(session_->arena(), [this] { session_->turn(); });
  }
  void TearDown() override {
    session_.reset();
    std::filesystem::remove(file_);
  }
  // Steps `thread` until its next Request is of `kind`.
  void advance(const std::string& thread, EventKind kind) {
    for (int step = 0; step < 1000 && stepper_->find(thread)->kind != kind; ++step)
      ASSERT_TRUE(stepper_->step(thread).ok());
    ASSERT_EQ(stepper_->find(thread)->kind, kind);
  }

  std::filesystem::path file_;
  std::unique_ptr<Session> session_;
  std::unique_ptr<Stepper> stepper_;
};

TEST_F(Stepping, OnlyTheOneThatIsToldMoves) {
  begin(kQueue);
  ASSERT_TRUE(stepper_->settle().ok());
  ASSERT_EQ(stepper_->moves().size(), 1u);
  EXPECT_EQ(stepper_->moves()[0].thread, "main");
  EXPECT_EQ(stepper_->moves()[0].kind, EventKind::thread_begins);
  advance("main", EventKind::process_fork);
  ASSERT_TRUE(stepper_->step("main").ok());
  ASSERT_EQ(stepper_->moves().size(), 2u);
  EXPECT_EQ(stepper_->moves()[1].thread, "Process-1");
  const Move main = *stepper_->find("main");
  ASSERT_TRUE(stepper_->step("Process-1").ok());
  EXPECT_EQ(stepper_->find("main")->kind, main.kind);
}

TEST_F(Stepping, WhoWaitsIsKnownAtOnceAndCannotMove) {
  begin(kQueue);
  ASSERT_TRUE(stepper_->settle().ok());
  advance("main", EventKind::process_fork);
  ASSERT_TRUE(stepper_->step("main").ok());
  advance("Process-1", EventKind::fd_read);
  EXPECT_FALSE(stepper_->find("Process-1")->can_move());
  const auto refused = stepper_->step("Process-1");
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(refused.error().message.find("main"), std::string::npos);
  advance("main", EventKind::thread_start);
  ASSERT_TRUE(stepper_->step("main").ok());
  ASSERT_NE(stepper_->find("feeder"), nullptr);
  while (!stepper_->find("Process-1")->can_move()) {
    const bool feeds = stepper_->find("feeder")->can_move();
    ASSERT_TRUE(stepper_->step(feeds ? "feeder" : "main").ok());
  }
}

// The line of the library that a thread is about to go on from.
std::string library_text(const Move& move) {
  std::ifstream text(LIBRARY + move.library_file);
  std::string line;
  for (std::uint32_t number = 0; number < move.library_line; ++number) std::getline(text, line);
  return line.substr(std::min(line.size(), line.find_first_not_of(' ')));
}

TEST_F(Stepping, AThreadSaysWhereInTheLibraryItIs) {
  begin(kQueue);
  ASSERT_TRUE(stepper_->settle().ok());
  EXPECT_EQ(stepper_->find("main")->library_line, 0u);
  advance("main", EventKind::process_fork);
  EXPECT_EQ(stepper_->find("main")->library_file, "os.py");
  while (stepper_->find("main")->line != 8) ASSERT_TRUE(stepper_->step("main").ok());
  const Move* main = stepper_->find("main");
  EXPECT_EQ(main->library_function, "Queue.put");
  EXPECT_EQ(library_text(*main), "take_slot()");
  advance("main", EventKind::thread_start);
  EXPECT_EQ(stepper_->find("main")->library_file, "threading.py");
  while (stepper_->find("main")->line == 8)
    ASSERT_TRUE(stepper_->step(stepper_->find("main")->can_move() ? "main" : "feeder").ok());
  advance("feeder", EventKind::fd_write);
  const Move* feeder = stepper_->find("feeder");
  EXPECT_EQ(feeder->library_file, "multiprocessing/queues.py");
  EXPECT_EQ(feeder->library_function, "Queue._feed");
  EXPECT_EQ(library_text(*feeder), "send(writer._handle, data, buffer)");
}

TEST_F(Stepping, InTheProgramAThreadIsNotInTheLibrary) {
  begin(
      "from multiprocessing import Process\ndef work():\n    print(1)\n"
      "if __name__ == '__main__':\n    Process(target=work).start()\n");
  ASSERT_TRUE(stepper_->settle().ok());
  while (stepper_->find("Process-1") == nullptr) ASSERT_TRUE(stepper_->step("main").ok());
  advance("Process-1", EventKind::stream_write);
  EXPECT_EQ(stepper_->find("Process-1")->line, 3u);
  EXPECT_EQ(stepper_->find("Process-1")->library_line, 0u);
}

TEST_F(Stepping, TimePassesWhenToldTo) {
  begin(kSleeper);
  ASSERT_TRUE(stepper_->settle().ok());
  advance("main", EventKind::sleep);
  EXPECT_FALSE(stepper_->anybody_can_move());
  EXPECT_TRUE(stepper_->time_can_pass());
  ASSERT_TRUE(stepper_->pass_time().ok());
  EXPECT_GE(stepper_->now_ns(), 1'000'000'000'000);
  EXPECT_TRUE(stepper_->find("main")->can_move());
  ASSERT_TRUE(stepper_->step("main", 1000).ok());
  EXPECT_TRUE(stepper_->over());
}

TEST_F(Stepping, WhoIsLeftAfterTheMainProcessSitsAsLongAsItTakes) {
  begin(
      "import os\n"
      "from multiprocessing import Process\n"
      "Process(target=print, args=('left',)).start()\n"
      "os._exit(0)\n");
  ASSERT_TRUE(stepper_->settle().ok());
  while (stepper_->find("main") != nullptr) ASSERT_TRUE(stepper_->step("main").ok());
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(800);
  while (std::chrono::steady_clock::now() < end) session_->turn();
  stepper_->look_again();
  ASSERT_NE(stepper_->find("Process-1"), nullptr);
  while (!stepper_->over()) ASSERT_TRUE(stepper_->step("Process-1").ok());
}

TEST_F(Stepping, AProcessThatIsKilledInItsSeatIsGone) {
  begin(kJoiner);
  ASSERT_TRUE(stepper_->settle().ok());
  advance("main", EventKind::process_fork);
  ASSERT_TRUE(stepper_->step("main").ok());
  advance("Process-1", EventKind::sleep);
  advance("main", EventKind::process_wait);
  EXPECT_FALSE(stepper_->find("main")->can_move());
  ASSERT_TRUE(stepper_->kill("Process-1").ok());
  EXPECT_EQ(stepper_->find("Process-1"), nullptr);
  EXPECT_TRUE(stepper_->find("main")->can_move());
}

constexpr char kTwo[] =
    "from multiprocessing import Lock, Process\n"
    "def work(lock):\n"
    "    for i in range(1000):\n"
    "        lock.acquire()\n"
    "        lock.release()\n"
    "if __name__ == '__main__':\n"
    "    children = [Process(target=work, args=(Lock(),)) for i in range(2)]\n"
    "    for child in children: child.start()\n"
    "    for child in children: child.join()\n";

TEST_F(Stepping, TurnsAreHandedFromProcessToProcess) {
  begin(kTwo);
  ASSERT_TRUE(stepper_->settle().ok());
  while (stepper_->find("Process-2") == nullptr) ASSERT_TRUE(stepper_->step("main").ok());
  const std::vector<Turn> turns{{"Process-1", 3}, {"Process-2", 2}, {"Process-1", 1}, {"main", 1}};
  const std::uint64_t before = stepper_->steps_done();
  const auto done = stepper_->take_turns(turns);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value(), 7u);
  EXPECT_EQ(stepper_->steps_done(), before + 7);
  EXPECT_EQ(stepper_->mark(before).kind, EventKind::thread_begins);
  EXPECT_EQ(stepper_->mark(before + 3).kind, EventKind::thread_begins);
}

TEST_F(Stepping, ATurnThatCannotBeTakenEndsThePlan) {
  begin(kQueue);
  ASSERT_TRUE(stepper_->settle().ok());
  while (stepper_->find("Process-1") == nullptr) ASSERT_TRUE(stepper_->step("main").ok());
  const std::vector<Turn> turns{{"Process-1", 1000}, {"main", 1}};
  const EventKind next_of_main = stepper_->find("main")->kind;
  ASSERT_TRUE(stepper_->take_turns(turns).ok());
  EXPECT_FALSE(stepper_->find("Process-1")->can_move());
  EXPECT_EQ(stepper_->find("main")->kind, next_of_main);
  EXPECT_FALSE(stepper_->take_turns(turns).ok());
}

TEST_F(Stepping, AProcessThatIsKilledFromOutsideEndsThePlan) {
  begin(kTwo);
  ASSERT_TRUE(stepper_->settle().ok());
  while (stepper_->find("Process-2") == nullptr) ASSERT_TRUE(stepper_->step("main").ok());
  pid_t pid = 0;
  for (const trace::ProcessSlot& slot : session_->arena().header().processes) {
    if (slot.process.load() == stepper_->find("Process-1")->process) pid = slot.pid.load();
  }
  ASSERT_GT(pid, 0);
  ::kill(pid, SIGKILL);
  const std::vector<Turn> turns{{"Process-2", 2}, {"Process-1", 2}, {"Process-2", 2}};
  const auto done = stepper_->take_turns(turns);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value(), 2u);
  stepper_->look_again();
  EXPECT_EQ(stepper_->find("Process-1"), nullptr);
  EXPECT_TRUE(stepper_->step("Process-2").ok());
}

TEST_F(Stepping, WhatIsNotExpectedIsNotDone) {
  begin("import time\ntime.monotonic()\ntime.time()\ntime.monotonic()\n");
  ASSERT_TRUE(stepper_->settle().ok());
  advance("main", EventKind::clock_read);
  const trace::StepMark mark = stepper_->find("main")->mark;
  const std::vector<trace::StepMark> same{mark, mark};
  stepper_->expect(same);
  const auto done = stepper_->step("main", 10);
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done.value(), 1u);
  EXPECT_EQ(stepper_->find("main")->line, 3u);
  const auto instead = stepper_->expected_instead("main");
  ASSERT_TRUE(instead.has_value());
  EXPECT_EQ(instead->line, 2u);
  EXPECT_EQ(stepper_->step("main").value(), 0u);
  stepper_->expect({});
  EXPECT_FALSE(stepper_->expected_instead("main").has_value());
  EXPECT_EQ(stepper_->step("main").value(), 1u);
}

TEST_F(Stepping, ALineIsAStepToo) {
  begin("import time\ntime.monotonic()\nfor i in range(5): time.monotonic()\ntime.sleep(1)\n");
  ASSERT_TRUE(stepper_->settle().ok());
  advance("main", EventKind::clock_read);
  EXPECT_EQ(stepper_->find("main")->line, 2u);
  ASSERT_TRUE(stepper_->advance("main", StepSize::line).ok());
  EXPECT_EQ(stepper_->find("main")->line, 3u);
  ASSERT_TRUE(stepper_->advance("main", StepSize::line).ok());
  EXPECT_EQ(stepper_->find("main")->line, 4u);
}

// What a program waits for inside the system when the gate closes.
struct WaitCase {
  const char* name;
  const char* text;
  EventKind kind;
  bool has_limit;
};
class WaitsInside : public Stepping, public testing::WithParamInterface<WaitCase> {};

TEST_P(WaitsInside, GoOnAtTheGate) {
  begin(GetParam().text, false);
  const Move* main = nullptr;
  const auto stop = [&] {
    session_->pause();
    stepper_ = std::make_unique<Stepper>(session_->arena(), [this] { session_->turn(); });
    const bool settled = stepper_->settle().ok();
    main = stepper_->find("main");
    return settled && main != nullptr && main->kind == GetParam().kind && !main->can_move();
  };
  // Until it waits; and once more, after it went on waiting.
  bool waits = false;
  for (int look = 0; look < 500 && !waits; ++look) {
    ::poll(nullptr, 0, 5);
    waits = stop();
    session_->resume();
  }
  ASSERT_TRUE(waits);
  ::poll(nullptr, 0, 5);
  ASSERT_TRUE(stop());
  EXPECT_EQ(main->deadline_ns >= 0, GetParam().has_limit);
  if (GetParam().has_limit) {
    ASSERT_TRUE(stepper_->pass_time("main").ok());
    ASSERT_TRUE(stepper_->find("main")->can_move());
    ASSERT_TRUE(stepper_->step("main").ok());
    EXPECT_TRUE(stepper_->find("main") == nullptr || stepper_->find("main")->kind != GetParam().kind);
  }
}

INSTANTIATE_TEST_SUITE_P(
    All, WaitsInside,
    testing::Values(
        WaitCase{"sleep", kSleeper, EventKind::sleep, true},
        WaitCase{"queue", "from multiprocessing import Queue\nq = Queue()\nq.get()\n", EventKind::fd_read,
                 false},
        WaitCase{"queue_with_limit", "from multiprocessing import Queue\nq = Queue()\nq.get(timeout=1000)\n",
                 EventKind::fd_poll, true},
        WaitCase{"semaphore", "from multiprocessing import Lock\nl = Lock()\nl.acquire()\nl.acquire()\n",
                 EventKind::sem_acquire, false},
        WaitCase{"semaphore_with_limit",
                 "from multiprocessing import Lock\nl = Lock()\nl.acquire()\nl.acquire(timeout=1000)\n",
                 EventKind::sem_acquire, true},
        WaitCase{"lock", "from threading import Lock\nl = Lock()\nl.acquire()\nl.acquire()\n",
                 EventKind::lock_acquire, false},
        WaitCase{"condition", "from threading import Condition\nc = Condition()\nwith c: c.wait(1000)\n",
                 EventKind::condition_wait, true},
        WaitCase{"thread",
                 "import threading, time\nt = threading.Thread(target=time.sleep, "
                 "args=(1000,))\nt.start()\nt.join()\n",
                 EventKind::thread_join, false},
        WaitCase{"process", kJoiner, EventKind::process_wait, false},
        WaitCase{"pipe", "from multiprocessing import Pipe\nr, w = Pipe()\nr.recv()\n", EventKind::fd_read,
                 false},
        WaitCase{"signal", "import signal\nsignal.pause()\n", EventKind::signal_wait, false}),
    [](const auto& each) { return std::string(each.param.name); });

TEST_F(Stepping, WaitsGoOnWhenTheProgramIsLetGo) {
  begin(
      "import threading, time, queue\n"
      "def serve():\n"
      "    for i in range(60):\n"
      "        time.sleep(0.01)\n"
      "        q.put('x' * 100000)\n"
      "q = queue.Queue()\n"
      "threading.Thread(target=serve).start()\n"
      "for i in range(60): assert len(q.get(timeout=60)) == 100000\n",
      false);
  for (int round = 0; round < 20 && !session_->over(); ++round) {
    ::poll(nullptr, 0, 15);
    session_->pause();
    stepper_ = std::make_unique<Stepper>(session_->arena(), [this] { session_->turn(); });
    if (!session_->over()) static_cast<void>(stepper_->settle());
    session_->resume();
  }
  for (int turn = 0; turn < 20'000 && !session_->over(); ++turn) {
    session_->turn();
    ::poll(nullptr, 0, 1);
  }
  ASSERT_TRUE(session_->over());
  EXPECT_EQ(session_->wait_status(), 0) << session_->errors();
}

TEST_F(Stepping, ARunningProgramIsStoppedSteppedAndLetGo) {
  begin(kBusy, false);
  for (int round = 0; round < 5; ++round) {
    ::poll(nullptr, 0, 20);
    session_->pause();
    ASSERT_TRUE(stepper_->settle().ok());
    const auto done = stepper_->step("main", 10);
    ASSERT_TRUE(done.ok());
    EXPECT_EQ(done.value(), 10u);
    session_->resume();
  }
}

}  // namespace
}  // namespace forkscope::lab
