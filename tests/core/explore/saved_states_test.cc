#include "core/explore/saved_states.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>

namespace forkscope::explore {
namespace {

vm::StateParts state_of(const std::string& imported, int number) {
  std::string run;
  for (int line = 0; line < 200; ++line)
    run += "this is line " + std::to_string(line == 100 ? -number : line) + "\n";
  return {std::make_shared<const std::string>(imported), run};
}

TEST(SavedStates, AreTheSameWhenTheyArePacked) {
  constexpr int kStates = 50;
  SavedStates all(std::size_t{100} << 10);
  std::size_t most = 0;
  for (int number = 0; number < kStates; ++number) {
    EXPECT_EQ(all.add(state_of("first", number)).id, static_cast<unsigned>(number));
    most = std::max(most, all.bytes());
  }
  EXPECT_LT(all.bytes(), most / 2);
  for (int number = 0; number < kStates; ++number) {
    const vm::StateParts state = all[static_cast<unsigned>(number)];
    EXPECT_EQ(*state.imported, "first");
    EXPECT_EQ(state.run, state_of("first", number).run);
    EXPECT_FALSE(all.add(state_of("first", number)).is_new) << number;
  }
}

TEST(SavedStates, WithOtherImportsAreOthers) {
  SavedStates all;
  const auto one = all.add(state_of("first", 1)), other = all.add(state_of("second", 1));
  EXPECT_TRUE(other.is_new);
  EXPECT_NE(all.imported(one.id), all.imported(other.id));
  EXPECT_EQ(*all[other.id].imported, "second");
  EXPECT_EQ(all.imported(all.add(state_of("first", 2)).id), all.imported(one.id));
}

}  // namespace
}  // namespace forkscope::explore
