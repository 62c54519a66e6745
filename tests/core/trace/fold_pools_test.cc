#include "tests/core/trace/fold_fixture.h"

namespace forkscope::test {
namespace {

using trace::EventKind;
using trace::PoolState;

constexpr base::ObjectId kPool = 700, kTasks = 701, kResults = 702;

class FoldPoolsTest : public FoldTest {
 protected:
  void make() {
    script_.note(main_, EventKind::pool_created, kPool, 2, std::int64_t{kTasks} << 32 | kResults);
    script_.note(main_, EventKind::pool_job, kPool, 0, 3, "map(square)");
  }
  void task(ScriptThread by, EventKind kind, std::int64_t number) {
    script_.note(by, kind, kPool, 0, number);
  }
  PoolState pool() const { return world().pools.at(kPool); }

  ScriptThread worker_ = script_.process("ForkPoolWorker-1", 0, main_);
};

TEST_F(FoldPoolsTest, APoolKnowsHowFarItsTasksAre) {
  make();
  task(main_, EventKind::task_submitted, 0);
  task(main_, EventKind::task_submitted, 1);
  task(worker_, EventKind::task_started, 0);
  const PoolState under_way = pool();
  EXPECT_EQ(under_way.workers, 2);
  EXPECT_EQ(under_way.tasks, kTasks);
  EXPECT_EQ(under_way.results, kResults);
  EXPECT_EQ(under_way.given, 3);
  EXPECT_EQ(under_way.submitted, 2);
  EXPECT_EQ(under_way.started, 1);
  ASSERT_EQ(under_way.running.count(worker_.thread), 1u);
  EXPECT_EQ(under_way.running.at(worker_.thread).number, 0);
  task(worker_, EventKind::task_done, 0);
  task(main_, EventKind::result_received, 0);
  EXPECT_TRUE(pool().running.empty());
  EXPECT_EQ(pool().done, 1);
  EXPECT_EQ(pool().received, 1);
}

TEST_F(FoldPoolsTest, ATaskOfAKilledWorkerIsLost) {
  make();
  task(worker_, EventKind::task_started, 0);
  script_.process_ended(worker_.process, -9);
  EXPECT_TRUE(pool().running.empty());
  EXPECT_EQ(pool().lost, 1);
  EXPECT_EQ(pool().done, 0);
}

TEST_F(FoldPoolsTest, ClosingAndTerminatingAreKept) {
  make();
  script_.note(main_, EventKind::pool_closed, kPool, 1);
  script_.note(main_, EventKind::pool_closed, kPool, 0);
  EXPECT_TRUE(pool().closed);
  EXPECT_TRUE(pool().terminated);
}

TEST_F(FoldPoolsTest, ATaskOfAPoolThatIsNotKnownIsIgnored) {
  script_.note(worker_, EventKind::task_started, 999, 0, 0);
  EXPECT_TRUE(world().pools.empty());
}

}  // namespace
}  // namespace forkscope::test
