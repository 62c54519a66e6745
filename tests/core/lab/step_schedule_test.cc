#include "core/lab/step_schedule.h"

#include <gtest/gtest.h>

namespace forkscope::lab {
namespace {

using Kind = StepEntry::Kind;

TEST(StepSchedule, PrintsWhatItReads) {
  for (const std::string text :
       {"", "main", "main*7 feeder*9 main", "time time:Process-1 kill:Process-1*2", "Process-1:feeder#2*3",
        "main*4+17 a+b c+d*2+1", "main*4+17b a+3b+2b b+1b"}) {
    auto schedule = parse_schedule(text);
    ASSERT_TRUE(schedule.ok()) << text;
    EXPECT_EQ(print_schedule(schedule.value()), text);
  }
}

TEST(StepSchedule, KnowsTimeAndKillsFromThreads) {
  auto schedule = parse_schedule("  timer\ntime*2 time:a kill:Process-1:2 killer ");
  ASSERT_TRUE(schedule.ok());
  const StepSchedule wanted{{Kind::thread, "timer", 1},
                            {Kind::time, "", 2},
                            {Kind::time, "a", 1},
                            {Kind::kill, "Process-1:2", 1},
                            {Kind::thread, "killer", 1}};
  EXPECT_EQ(schedule.value(), wanted);
}

TEST(StepSchedule, KnowsBytecodesFromCallsAndJumps) {
  auto schedule = parse_schedule("main+3b main+3 main+b");
  ASSERT_TRUE(schedule.ok());
  const StepSchedule wanted{{Kind::thread, "main", 1, 3, trace::SwitchAt::every_bytecode},
                            {Kind::thread, "main", 1, 3},
                            {Kind::thread, "main+b", 1}};
  EXPECT_EQ(schedule.value(), wanted);
}

TEST(StepSchedule, SaysWhichWordMakesNoSense) {
  for (const std::string text :
       {"main main*", "main main*0", "main main*x", "main main*3x", "main kill:", "main *3", "main main+0",
        "main time+2", "main main*99999999999", "main main+0b", "main time+2b"}) {
    const auto schedule = parse_schedule(text);
    ASSERT_FALSE(schedule.ok()) << text;
    EXPECT_EQ(schedule.error().message.find("Word 2 of the schedule"), 0u) << schedule.error().message;
  }
}

TEST(StepSchedule, TheSameStepOnlyCounts) {
  StepSchedule schedule;
  append_step(schedule, {Kind::thread, "main", 2});
  append_step(schedule, {Kind::thread, "main", 1});
  append_step(schedule, {Kind::time, "main", 1});
  append_step(schedule, {Kind::thread, "main", 1});
  EXPECT_EQ(print_schedule(schedule), "main*3 time:main main");
}

TEST(StepSchedule, AStepThatStopsInBetweenStaysApart) {
  StepSchedule schedule;
  append_step(schedule, {Kind::thread, "main", 2});
  append_step(schedule, {Kind::thread, "main", 1, 5});
  append_step(schedule, {Kind::thread, "main", 1});
  append_step(schedule, {Kind::thread, "main", 2, 1});
  append_step(schedule, {Kind::thread, "main", 1, 2, trace::SwitchAt::every_bytecode});
  EXPECT_EQ(print_schedule(schedule), "main*3+5 main*3+1 main+2b");
}

}  // namespace
}  // namespace forkscope::lab
