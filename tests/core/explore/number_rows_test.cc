#include "core/explore/number_rows.h"

#include <gtest/gtest.h>

#include <vector>

namespace forkscope::explore {
namespace {

using Numbers = std::vector<std::uint32_t>;

TEST(NumberRows, KeepsEachRowOnceAndNumbersThemInOrder) {
  NumberRows rows;
  EXPECT_TRUE(rows.add(Numbers{1, 2}).is_new);
  EXPECT_TRUE(rows.add(Numbers{2, 1}).is_new);
  const Interner::Found again = rows.add(Numbers{1, 2});
  EXPECT_EQ(again.id, 0U);
  EXPECT_FALSE(again.is_new);
  EXPECT_EQ(rows.size(), 2U);
}

TEST(NumberRows, TellsRowsOfDifferentLengthsApart) {
  NumberRows rows;
  EXPECT_EQ(rows.add(Numbers{}).id, 0U);
  EXPECT_EQ(rows.add(Numbers{0}).id, 1U);
  EXPECT_EQ(rows.add(Numbers{0, 0}).id, 2U);
  EXPECT_EQ(rows.add(Numbers{}).id, 0U);
}

// Many more than there is room for at the beginning, and numbers that differ in their highest bits only.
TEST(NumberRows, KeepsWhatItHasWhileItGrows) {
  constexpr std::uint32_t kMany = 20'000;
  NumberRows rows;
  for (std::uint32_t i = 0; i < kMany; ++i) ASSERT_EQ(rows.add(Numbers{7, i << 16, i}).id, i);
  for (std::uint32_t i = 0; i < kMany; ++i) {
    ASSERT_FALSE(rows.add(Numbers{7, i << 16, i}).is_new);
    const NumberRows::Row row = rows[i];
    ASSERT_EQ(Numbers(row.begin(), row.end()), (Numbers{7, i << 16, i}));
  }
  EXPECT_GE(rows.bytes(), kMany * 3 * sizeof(std::uint32_t));
}

}  // namespace
}  // namespace forkscope::explore
