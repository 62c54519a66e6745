#include "app/model/command.h"

#include <gtest/gtest.h>

namespace forkscope::app {
namespace {

TEST(CommandQueue, KeepsTheOrder) {
  CommandQueue queue;
  queue.push(Pause{});
  queue.push(Stop{});
  const auto commands = queue.take();
  ASSERT_EQ(commands.size(), 2u);
  EXPECT_TRUE(std::holds_alternative<Pause>(commands[0]));
  EXPECT_TRUE(std::holds_alternative<Stop>(commands[1]));
  EXPECT_TRUE(queue.take().empty());
}

TEST(CommandQueue, ANewerCommandReplacesAnOlderOneOfItsKind) {
  CommandQueue queue;
  queue.push(MoveCursor{1});
  queue.push(Pause{});
  queue.push(MoveCursor{2});
  const auto commands = queue.take();
  ASSERT_EQ(commands.size(), 2u);
  EXPECT_EQ(std::get<MoveCursor>(commands[1]).time_ns, 2);
}

TEST(CommandQueue, TwoKnobsCanBeTurnedInOneFrame) {
  CommandQueue queue;
  queue.push(TurnKnob{0, 1});
  queue.push(TurnKnob{1, 2});
  queue.push(TurnKnob{0, 3});
  const auto commands = queue.take();
  ASSERT_EQ(commands.size(), 2u);
  EXPECT_EQ(std::get<TurnKnob>(commands[0]).knob, 1);
  EXPECT_EQ(std::get<TurnKnob>(commands[1]).value, 3);
}

}  // namespace
}  // namespace forkscope::app
