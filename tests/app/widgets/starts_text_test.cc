#include "app/widgets/starts_text.h"

#include <gtest/gtest.h>

namespace forkscope::app {
namespace {

TEST(StartsText, EveryStageOfTheLabHasAMeaning) {
#define FORKSCOPE_START_STAGE(name, who, sentence)     \
  EXPECT_FALSE(stage_meaning(#name).empty()) << #name; \
  EXPECT_FALSE(who_text(#who).empty()) << #who;
#include "core/lab/start_stages.inc"
#undef FORKSCOPE_START_STAGE
  EXPECT_TRUE(stage_meaning("no such stage").empty());
}

TEST(StartsText, WhatWasNotSeenIsADash) {
  EXPECT_EQ(microseconds_text(-1), "–");
  EXPECT_EQ(microseconds_text(1290), "1.29 ms");
}

TEST(StartsText, ADescriptorNamesItsParentsNumber) {
  const lab::OpenDescriptor inherited{4, "pipe, write end", "pipe:[1]", 7, 3};
  EXPECT_EQ(descriptor_text(inherited),
            "4: pipe, write end · the parent's 7 · its other end is the parent's 3");
  EXPECT_EQ(descriptor_text({1, "socket", "socket:[2]"}), "1: socket");
}

}  // namespace
}  // namespace forkscope::app
