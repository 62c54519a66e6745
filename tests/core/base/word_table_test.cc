#include "core/base/word_table.h"

#include <gtest/gtest.h>

namespace forkscope::base {
namespace {

TEST(WordTable, KnowsWhatWasPutThere) {
  constexpr std::uint32_t kWords = 1000;
  WordTable table(kWords);
  EXPECT_TRUE(table.has_room_for(kWords));
  EXPECT_FALSE(table.has_room_for(4 * kWords));
  // Also the word that free slots hold.
  for (std::uint32_t number = 0; number < kWords; ++number)
    table.slot(std::uint64_t{number} << 32) = {std::uint64_t{number} << 32, number};
  for (std::uint32_t number = 0; number < kWords; ++number)
    EXPECT_EQ(table.find(std::uint64_t{number} << 32), number);
  EXPECT_EQ(table.find(1), WordTable::kNone);
}

TEST(WordTable, ForgetsFromTheLastOneOn) {
  WordTable table(64);
  for (std::uint32_t number = 0; number < 64; ++number) table.slot(number) = {number, number};
  for (std::uint32_t number = 64; number-- > 20;) table.take_out(number);
  for (std::uint32_t number = 0; number < 64; ++number)
    EXPECT_EQ(table.find(number), number < 20 ? number : WordTable::kNone);
}

}  // namespace
}  // namespace forkscope::base
