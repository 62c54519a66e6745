#include "app/model/step_record.h"

#include <gtest/gtest.h>

#include "app/model/remains_view.h"
#include "app/model/step_branches.h"
#include "app/model/step_goal.h"
#include "app/model/step_waits.h"
#include "tests/support/trace_script.h"

namespace forkscope::app {
namespace {

using trace::EventKind;

lab::MoveInfo move(const std::string& thread, int id, const std::string& request, bool can_move = true) {
  lab::MoveInfo info;
  info.thread = thread;
  info.thread_id = id;
  info.process_id = 1;
  info.request = request;
  info.state = can_move ? "ready" : "blocked";
  return info;
}

// A run of main and its feeder, each step of which the lab answers.
class StepRecordTest : public testing::Test {
 protected:
  void SetUp() override {
    main_ = script_.process("MainProcess");
    other_ = script_.thread(main_, "other");
  }

  void take_step(const std::string& entry, const lab::Moves& moves, EventKind extra = EventKind::none,
                 std::int64_t a = 0) {
    const test::ScriptThread by = entry == "main" ? main_ : other_;
    script_.note(by, EventKind::step_begins, 0, static_cast<std::int64_t>(EventKind::sem_acquire));
    if (extra != EventKind::none) script_.note(by, extra, 7, a);
    refill();
    lab::Moves told = moves;
    told.schedule = entry;
    record_.take(*store_, told);
  }
  void refill() {
    store_ = std::make_unique<trace::Store>();
    script_.fill(*store_);
  }
  lab::Moves both(bool main_moves, bool other_moves) const {
    lab::Moves moves;
    moves.moves = {move("main", static_cast<int>(main_.thread), "sem_acquire", main_moves),
                   move("other", static_cast<int>(other_.thread), "fd_write", other_moves)};
    moves.clock_s = static_cast<double>(record_.count());
    return moves;
  }
  void three_steps() {
    refill();
    record_.take(*store_, both(true, true));
    take_step("main", both(true, false));
    take_step("main", both(false, true), EventKind::queue_asks, 0);
    take_step("other", both(true, true));
  }

  test::TraceScript script_;
  test::ScriptThread main_, other_;
  std::unique_ptr<trace::Store> store_;
  StepRecord record_;
};

TEST(Schedule, AStepThatStopsEarlyIsAnEntryOfItsOwn) {
  const std::vector<std::string> entries = schedule_entries("main*3+5 other+2 other+2 c++ time*2");
  EXPECT_EQ(entries, (std::vector<std::string>{"main", "main", "main+5", "other+2", "other+2", "c++", "time",
                                               "time"}));
  EXPECT_EQ(schedule_text(entries, 0, entries.size()), "main*2 main+5 other+2 other+2 c++ time*2");
  EXPECT_EQ(mover_of("main+5"), "main");
  EXPECT_EQ(mover_of("main+5b"), "main");
  EXPECT_EQ(mover_of("main+b"), "main+b");
  EXPECT_EQ(mover_of("c++"), "c++");
  EXPECT_EQ(mover_of(""), "");
}

// Somebody else than the thread that moved last, though that could go on; not where it cannot.
TEST_F(StepRecordTest, CountsPreemptions) {
  refill();
  record_.take(*store_, both(true, true));
  take_step("main", both(true, true));
  take_step("other", both(true, true));  // main could
  take_step("main", both(false, true));  // other could
  take_step("other", both(true, true));  // main could not
  EXPECT_EQ(preemptions_in(record_, 0), 0u);
  EXPECT_EQ(preemptions_in(record_, 1), 0u);
  EXPECT_EQ(preemptions_in(record_, 2), 1u);
  EXPECT_EQ(preemptions_in(record_, 3), 2u);
  EXPECT_EQ(preemptions_in(record_, 4), 2u);
}

TEST_F(StepRecordTest, KnowsEveryPositionAgain) {
  three_steps();
  ASSERT_EQ(record_.count(), 3u);
  EXPECT_EQ(record_.schedule(3), (std::vector<std::string>{"main", "main", "other"}));
  EXPECT_TRUE(record_.moves_at(0)[1].can_move);
  EXPECT_FALSE(record_.moves_at(1)[1].can_move);
  EXPECT_FALSE(record_.moves_at(2)[0].can_move);
  EXPECT_TRUE(record_.moves_at(3)[0].can_move);
  EXPECT_EQ(record_.moves_at(3)[1].kind, EventKind::fd_write);
}

TEST_F(StepRecordTest, AStepHasItsEventsAndItsMoment) {
  three_steps();
  const DoneStep& second = record_.steps()[1];
  EXPECT_EQ(second.end_event, record_.steps()[2].first_event);
  EXPECT_EQ(store_->event(second.first_event + 1).kind, EventKind::queue_asks);
  EXPECT_EQ(record_.time_at(3, *store_), store_->end_ns());
  for (std::size_t position = 0; position <= 3; ++position)
    EXPECT_EQ(record_.position_at(record_.time_at(position, *store_)), position);
}

TEST_F(StepRecordTest, WhoIsGoneIsNotShownLater) {
  three_steps();
  lab::Moves alone = both(true, true);
  alone.moves.pop_back();
  take_step("other", alone);
  EXPECT_EQ(record_.moves_at(3).size(), 2u);
  EXPECT_EQ(record_.moves_at(4).size(), 1u);
}

TEST_F(StepRecordTest, ABeginningForgetsWhatCameLater) {
  three_steps();
  const StepRecord beginning = record_.beginning(1);
  EXPECT_EQ(beginning.count(), 0u) << "the steps are those of the run that repeats it";
  EXPECT_FALSE(beginning.moves_at(1)[1].can_move);
  EXPECT_EQ(beginning.moves_at(3), beginning.moves_at(1));
}

TEST_F(StepRecordTest, GoalsAreReachedWhereTheySay) {
  three_steps();
  GoalWatch empty({StepGoal::Kind::empty, 0, {}}, record_.moves_at(0));
  EXPECT_FALSE(empty.reached(record_.moves_at(1), record_.steps()[0], *store_));
  EXPECT_TRUE(empty.reached(record_.moves_at(2), record_.steps()[1], *store_));
  GoalWatch blocked({StepGoal::Kind::blocked, 0, "main"}, record_.moves_at(0));
  EXPECT_FALSE(blocked.reached(record_.moves_at(1), record_.steps()[0], *store_));
  EXPECT_TRUE(blocked.reached(record_.moves_at(2), record_.steps()[1], *store_));
}

TEST_F(StepRecordTest, ABranchIsKeptUnlessAnotherHasAllOfIt) {
  three_steps();
  StepBranches branches;
  branches.leave(record_, PathEnd::ended);
  EXPECT_EQ(branches.shown(), 2);
  ASSERT_EQ(branches.views(StepRecord()).size(), 1u);
  EXPECT_EQ(branches.views(record_)[0].shared, 3u);
  branches.leave(record_, PathEnd::ended);
  EXPECT_EQ(branches.views(record_).size(), 1u);
  const int number = branches.next();
  EXPECT_TRUE(branches.has(number));
  EXPECT_EQ(branches.return_to(number, StepRecord(), PathEnd::open).count(), 3u);
  EXPECT_FALSE(branches.has(number));
  EXPECT_EQ(branches.shown(), number);
}

TEST(StepSchedule, WordsAndBack) {
  const auto entries = schedule_entries("main*2 time kill:Process-1 main");
  EXPECT_EQ(entries, (std::vector<std::string>{"main", "main", "time", "kill:Process-1", "main"}));
  EXPECT_EQ(schedule_text(entries, 0, entries.size()), "main*2 time kill:Process-1 main");
  EXPECT_EQ(schedule_text(entries, 1, 3), "main time");
}

TEST(StepWaits, ACircleIsFoundAmongThoseWhoWait) {
  trace::World world;
  world.locks[10].owner = 2;
  world.locks[11].owner = 1;
  std::vector<NextMove> moves(3);
  for (std::size_t index = 0; index < moves.size(); ++index) {
    moves[index].id = static_cast<base::ThreadId>(index + 1);
    moves[index].kind = EventKind::lock_acquire;
  }
  moves[0].object = 10;
  moves[1].object = moves[2].object = 11;
  const auto circle = waiting_circle(moves, world);
  ASSERT_EQ(circle.size(), 2u);
  EXPECT_EQ(circle[0].owner, circle[1].id);
  EXPECT_EQ(circle[1].owner, circle[0].id);
}

}  // namespace
}  // namespace forkscope::app
