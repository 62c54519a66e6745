#include "app/model/chart_scale.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace forkscope::app {
namespace {

TEST(RoundTicks, AreOneTwoOrFiveTimesAPowerOfTen) {
  EXPECT_EQ(round_ticks(2.06, 5), (std::vector<double>{0, 0.5, 1, 1.5, 2, 2.5}));
  EXPECT_EQ(round_ticks(7, 4), (std::vector<double>{0, 2, 4, 6, 8}));
  EXPECT_EQ(round_ticks(1000, 2), (std::vector<double>{0, 500, 1000}));
  EXPECT_EQ(round_ticks(0, 5), (std::vector<double>{0, 1}));
}

TEST(RoundTicks, ReachWhatMustBeShown) {
  for (const double most : {1e-9, 0.3, 0.99, 1.0, 3.7, 12.0, 64.0, 1e9})
    for (int wanted = 1; wanted <= 8; ++wanted) {
      const auto ticks = round_ticks(most, wanted);
      EXPECT_GE(ticks.back(), most * (1 - 1e-9));
      EXPECT_LE(ticks.size(), static_cast<std::size_t>(wanted) + 2) << most;
    }
}

TEST(PlaceOf, StandsEvenlyWhateverTheNumbers) {
  const std::vector<double> places = {1, 2, 4, 8};
  EXPECT_DOUBLE_EQ(place_of(places, 1), 0);
  EXPECT_DOUBLE_EQ(place_of(places, 8), 3);
  EXPECT_DOUBLE_EQ(place_of(places, 3), 1.5);
  EXPECT_DOUBLE_EQ(place_of(places, 6), 2.5);
  EXPECT_DOUBLE_EQ(place_of({5}, 6), 1);
  EXPECT_DOUBLE_EQ(place_of({}, 6), -1);
}

TEST(SpreadLabels, NoneLiesOverAnother) {
  const auto placed = spread_labels({50, 52, 51, 98, 99}, 10, 0, 100);
  std::vector<float> sorted = placed;
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t index = 1; index < sorted.size(); ++index)
    EXPECT_GE(sorted[index] - sorted[index - 1], 10 - 1e-3);
  EXPECT_LE(sorted.back(), 95);
  EXPECT_LT(placed[0], placed[2]);
  EXPECT_LT(placed[2], placed[1]);
}

TEST(SpreadLabels, StayWhereThereIsRoom) {
  EXPECT_EQ(spread_labels({20, 60}, 10, 0, 100), (std::vector<float>{20, 60}));
}

}  // namespace
}  // namespace forkscope::app
