#include "app/widgets/slider.h"

#include <gtest/gtest.h>

namespace forkscope::app {
namespace {

TEST(Slider, PositionAndValueAreInverse) {
  for (const auto& [low, high] : {std::pair{0.0, 1.0}, {1.0, 10.0}, {1.0, 200000.0}, {-5.0, 5.0}})
    for (double position = 0; position <= 1; position += 0.125)
      EXPECT_NEAR(slider_position(low, high, slider_value(low, high, position)), position, 1e-9);
}

TEST(Slider, AWideRangeIsSpread) {
  EXPECT_NEAR(slider_value(1, 10000, 0.5), 100, 1e-6);
  EXPECT_NEAR(slider_value(0, 10000, 0.5), 5000, 1e-6);
}

TEST(Slider, OutOfRange) {
  EXPECT_EQ(slider_position(0, 1, 7), 1);
  EXPECT_EQ(slider_position(0, 1, -7), 0);
  EXPECT_EQ(slider_position(3, 3, 3), 0);
  EXPECT_EQ(slider_value(0, 1, 2), 1);
}

}  // namespace
}  // namespace forkscope::app
