#include "tests/core/trace/fold_fixture.h"

namespace forkscope::test {
namespace {

using trace::EventKind;
using trace::World;

using FoldSocketsTest = FoldTest;

constexpr base::ObjectId kThere = 900, kBack = 901;

TEST_F(FoldSocketsTest, ASocketPairIsTwoPipes) {
  script_.request(main_, EventKind::socket_pair, kThere, 7, 8, 7);
  script_.request(main_, EventKind::fd_write, kBack, 7, 10, 10);
  script_.request(main_, EventKind::fd_write, kThere, 8, 4, 4);
  script_.request(main_, EventKind::fd_read, kBack, 8, 4, 4);
  const World now = world();
  EXPECT_EQ(now.pipes.at(kThere).bytes, 4);
  EXPECT_EQ(now.pipes.at(kBack).bytes, 6);
}

TEST_F(FoldSocketsTest, BothEndsOfAConnectionShareTwoPipes) {
  const ScriptThread server = script_.process("Process-1", 0, main_);
  script_.request(main_, EventKind::socket_connect, kThere, 0, kBack, 5);
  script_.request(server, EventKind::socket_accept, kBack, 3, kThere, 6);
  script_.request(main_, EventKind::fd_write, kBack, 5, 12, 12);
  EXPECT_EQ(world().pipes.at(kBack).bytes, 12);
  script_.request(server, EventKind::fd_read, kBack, 6, 4, 12);
  EXPECT_EQ(world().pipes.at(kBack).bytes, 0);
  EXPECT_EQ(world().pipes.at(kThere).written, 0);
}

TEST_F(FoldSocketsTest, ARefusedConnectionIsNothing) {
  const World before = world();
  script_.request(main_, EventKind::socket_connect, kThere, 0, kBack, -111);
  EXPECT_EQ(world().pipes, before.pipes);
}

}  // namespace
}  // namespace forkscope::test
