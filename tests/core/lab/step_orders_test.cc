// A window's orders for a stepped program, over the socket.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>

#include "core/lab/step_schedule.h"
#include "running_lab.h"

namespace forkscope::lab {
namespace {

constexpr char kQueue[] =
    "from multiprocessing import Process, Queue\n"
    "def take(q):\n"
    "    print(q.get())\n"
    "if __name__ == '__main__':\n"
    "    q = Queue()\n"
    "    p = Process(target=take, args=(q,))\n"
    "    p.start()\n"
    "    q.put(1)\n"
    "    p.join()\n";
constexpr char kSleeper[] = "import time\ntime.sleep(1000)\nprint('late')\n";
// Reads what the run before left behind, and does something else then.
constexpr char kDiffers[] =
    "import os, time\n"
    "if os.path.exists(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'mark')):\n"
    "    time.monotonic()\n"
    "else:\n"
    "    print('first')\n"
    "print('end')\n";

class StepOrders : public testing::Test {
 protected:
  Moves start(const std::string& text) {
    path_ = folder_.write("stepped.py", text);
    return start_again();
  }
  Moves start_again() {
    window_.client().send(RunProgram{.path = path_, .start_method = "", .arguments = {}, .stepped = true});
    const auto started = window_.wait_for<Started>();
    EXPECT_TRUE(started.has_value());
    auto arena = trace::Arena::open(started ? started->arena : -1);
    EXPECT_TRUE(arena.ok());
    if (arena.ok()) arena_ = std::move(arena.value());
    done_.clear();
    return next();
  }
  Moves next() {
    auto moves = window_.wait_for<Moves>();
    EXPECT_TRUE(moves.has_value());
    if (!moves) return {};
    // All that was done so far, not only since the Moves before.
    const auto schedule = parse_schedule(moves->schedule);
    EXPECT_TRUE(schedule.ok());
    for (const StepEntry& entry : schedule.value()) append_step(done_, entry);
    moves->schedule = print_schedule(done_);
    return *moves;
  }
  Moves order(const ToLab& message) {
    window_.client().send(message);
    return next();
  }
  static const MoveInfo* find(const Moves& moves, const std::string& thread) {
    const auto found = std::find_if(moves.moves.begin(), moves.moves.end(),
                                    [&](const MoveInfo& move) { return move.thread == thread; });
    return found == moves.moves.end() ? nullptr : &*found;
  }
  // Steps `thread` until it is about to do `request`.
  Moves step_to(Moves moves, const std::string& thread, const std::string& request) {
    for (int step = 0; step < 500 && find(moves, thread)->request != request; ++step)
      moves = order(StepThread{.thread = thread});
    EXPECT_EQ(find(moves, thread)->request, request);
    return moves;
  }
  // Of a run that stands right after its fork.
  std::string run_schedule_to_fork() {
    const Moves moves = step_to(start(kQueue), "main", "process_fork");
    return order(StepThread{.thread = "main"}).schedule;
  }
  int pid_of(const MoveInfo& move) const {
    for (const trace::ProcessSlot& slot : arena_.header().processes) {
      if (static_cast<int>(slot.process.load()) == move.process_id) return slot.pid.load();
    }
    return 0;
  }
  // What the program says until it has ended.
  Ended run_to_the_end(Moves moves) {
    while (moves.suggested == "time" || find(moves, moves.suggested) != nullptr) {
      if (moves.suggested == "time")
        window_.client().send(PassTime{});
      else
        window_.client().send(StepThread{.thread = moves.suggested, .count = 100});
      const auto after = window_.wait_for<Moves>();
      if (!after || after->moves.empty()) break;
      moves = *after;
    }
    return window_.wait_for<Ended>().value_or(Ended{-1000, false, ""});
  }

  Folder folder_;
  Window window_;
  std::string path_;
  trace::Arena arena_;
  StepSchedule done_;
};

TEST_F(StepOrders, AProgramStandsAtItsFirstStep) {
  const Moves moves = start(kQueue);
  ASSERT_EQ(moves.moves.size(), 1u);
  EXPECT_EQ(moves.moves[0].thread, "main");
  EXPECT_EQ(moves.moves[0].request, "thread_begins");
  EXPECT_EQ(moves.suggested, "main");
  EXPECT_EQ(moves.schedule, "");
  EXPECT_EQ(order(ListMoves{}).moves.size(), 1u);
}

TEST_F(StepOrders, StepsOfThreeSizes) {
  Moves moves =
      start("import time\ntime.monotonic()\nfor i in range(5): time.monotonic()\n" + std::string(kQueue));
  moves = step_to(moves, "main", "clock_read");
  EXPECT_EQ(find(moves, "main")->line, 2);
  moves = order(StepThread{.thread = "main"});
  EXPECT_EQ(find(moves, "main")->line, 3);
  moves = order(StepThread{.thread = "main"});
  EXPECT_EQ(find(moves, "main")->line, 3);
  const std::string before = moves.schedule;
  moves = order(StepThread{.thread = "main", .count = 1, .size = "line"});
  EXPECT_GT(find(moves, "main")->line, 3);
  EXPECT_NE(moves.schedule, before);
  moves = step_to(moves, "main", "sem_create");
  const int line = find(moves, "main")->line;
  // Out of one call of the library after the other.
  for (int calls = 0; calls < 10 && find(moves, "main")->line == line; ++calls)
    moves = order(StepThread{.thread = "main", .count = 1, .size = "call"});
  EXPECT_NE(find(moves, "main")->line, line);
}

TEST_F(StepOrders, TimePassesByOrder) {
  Moves moves = step_to(start(kSleeper), "main", "sleep");
  EXPECT_EQ(find(moves, "main")->state, "blocked");
  EXPECT_TRUE(moves.time_can_pass);
  EXPECT_FALSE(moves.is_stuck);
  EXPECT_EQ(moves.suggested, "time");
  moves = order(PassTime{});
  EXPECT_GE(moves.clock_s, 1000);
  EXPECT_EQ(find(moves, "main")->state, "time_ran_out");
  window_.client().send(PassTime{.thread = "nobody"});
  const auto trouble = window_.wait_for<Trouble>();
  ASSERT_TRUE(trouble.has_value());
  EXPECT_NE(trouble->message.find("These can move: main"), std::string::npos) << trouble->message;
}

TEST_F(StepOrders, AScheduleThatCannotBeDoneSaysWhereAndWhoElseCould) {
  const std::string schedule = run_schedule_to_fork();
  start_again();
  window_.client().send(FollowSchedule{schedule + " Process-1*1000"});
  auto trouble = window_.wait_for<Trouble>();
  ASSERT_TRUE(trouble.has_value());
  EXPECT_TRUE(trouble->message.starts_with("Step ")) << trouble->message;
  EXPECT_NE(trouble->message.find("\"Process-1\" cannot move. These can: main."), std::string::npos)
      << trouble->message;
  const Moves moves = next();
  EXPECT_TRUE(moves.schedule.starts_with(schedule)) << moves.schedule;
  EXPECT_EQ(find(moves, "Process-1")->state, "blocked");
  window_.client().send(FollowSchedule{"main*2 nobody"});
  trouble = window_.wait_for<Trouble>();
  ASSERT_TRUE(trouble.has_value());
  EXPECT_NE(trouble->message.find("There is no thread \"nobody\""), std::string::npos) << trouble->message;
  next();
  window_.client().send(FollowSchedule{"main*x"});
  trouble = window_.wait_for<Trouble>();
  ASSERT_TRUE(trouble.has_value());
  EXPECT_NE(trouble->message.find("Word 1"), std::string::npos) << trouble->message;
}

TEST_F(StepOrders, AScheduleLeadsThereAgain) {
  Moves moves = start(kQueue);
  for (int step = 0; step < 12; ++step)
    moves = order(StepThread{.thread = moves.suggested, .count = step % 3 + 1});
  const Moves first = moves;
  start_again();
  moves = order(FollowSchedule{first.schedule});
  EXPECT_EQ(moves.schedule, first.schedule);
  EXPECT_EQ(moves.differs_at, 0);
  EXPECT_EQ(moves.clock_s, first.clock_s);
  ASSERT_EQ(moves.moves.size(), first.moves.size());
  for (std::size_t index = 0; index < moves.moves.size(); ++index) {
    EXPECT_EQ(moves.moves[index].thread, first.moves[index].thread);
    EXPECT_EQ(moves.moves[index].request, first.moves[index].request);
    EXPECT_EQ(moves.moves[index].state, first.moves[index].state);
    EXPECT_EQ(moves.moves[index].line, first.moves[index].line);
  }
}

TEST_F(StepOrders, AProcessIsKilledAtItsGate) {
  Moves moves = step_to(start(kQueue), "main", "process_fork");
  moves = order(StepThread{.thread = "main"});
  ASSERT_NE(find(moves, "Process-1"), nullptr);
  moves = order(StepThread{.thread = "Process-1"});
  const int pid = pid_of(*find(moves, "Process-1"));
  ASSERT_GT(pid, 0);
  moves = order(KillProcess{pid});
  EXPECT_EQ(find(moves, "Process-1"), nullptr);
  ASSERT_NE(find(moves, "main"), nullptr);
  EXPECT_NE(find(moves, "main")->state, "blocked");
  EXPECT_TRUE(moves.schedule.ends_with("kill:Process-1")) << moves.schedule;
  const std::string schedule = moves.schedule;
  EXPECT_EQ(run_to_the_end(moves).exit_code, 0);
  start_again();
  moves = order(FollowSchedule{schedule});
  EXPECT_EQ(find(moves, "Process-1"), nullptr);
  EXPECT_EQ(moves.schedule, schedule);
}

TEST_F(StepOrders, PausedInTheMiddleSteppedAndLetGo) {
  path_ = folder_.write("busy.py", "import time\nfor i in range(400): time.sleep(0.005)\n");
  window_.run(path_);
  ASSERT_TRUE(window_.wait_for<Started>().has_value());
  for (int round = 0; round < 3; ++round) {
    window_.client().send(PauseProgram{});
    Moves moves = order(ListMoves{});
    while (moves.moves.empty()) moves = order(ListMoves{});
    for (int step = 0; step < 4; ++step)
      moves = moves.suggested == "time" ? order(PassTime{}) : order(StepThread{.thread = moves.suggested});
    window_.client().send(ResumeProgram{});
  }
  const auto ended = window_.wait_for<Ended>();
  ASSERT_TRUE(ended.has_value());
  EXPECT_EQ(ended->exit_code, 0);
}

TEST_F(StepOrders, ARunThatGoesAnotherWayIsNoticedBeforeItDoes) {
  Moves moves = start(kDiffers);
  moves = step_to(moves, "main", "stream_write");
  moves = order(StepThread{.thread = "main", .count = 2});
  const std::string schedule = moves.schedule;
  std::ofstream(folder_.path("mark")) << "here";
  start_again();
  window_.client().send(FollowSchedule{schedule});
  const auto trouble = window_.wait_for<Trouble>();
  ASSERT_TRUE(trouble.has_value());
  EXPECT_NE(trouble->message.find("goes another way"), std::string::npos) << trouble->message;
  moves = next();
  EXPECT_GT(moves.differs_at, 0);
  EXPECT_EQ(moves.before_request, "stream_write");
  EXPECT_EQ(moves.before_line, 5);
  ASSERT_NE(find(moves, "main"), nullptr);
  EXPECT_EQ(find(moves, "main")->request, "clock_read");
  EXPECT_EQ(find(moves, "main")->line, 3);
  // Told once: it goes on if the user wants it to.
  moves = order(StepThread{.thread = "main"});
  EXPECT_EQ(moves.differs_at, 0);
  EXPECT_EQ(find(moves, "main")->request, "stream_write");
  EXPECT_EQ(run_to_the_end(moves).exit_code, 0);
}

TEST_F(StepOrders, AnotherTextIsNotCompared) {
  Moves moves = start("print(1)\nprint(2)\n");
  moves = order(StepThread{.thread = "main", .count = 3});
  moves = start("print(3)\nprint(4)\n");
  moves = order(StepThread{.thread = "main", .count = 3});
  EXPECT_EQ(moves.differs_at, 0);
}

}  // namespace
}  // namespace forkscope::lab
