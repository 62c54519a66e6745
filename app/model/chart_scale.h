// The arithmetic of a line chart without pixels: round ticks, where a value lies between places, labels that
// must not overlap. Pure.
#pragma once

#include <cstddef>
#include <vector>

namespace forkscope::app {

// 0, and multiples of 1, 2 or 5 times a power of ten up to the first that is no less than `most`; about
// `wanted` of them. {0, 1} for a `most` that is not above 0.
std::vector<double> round_ticks(double most, int wanted);

// Where `value` lies among `places` (increasing) that stand one apart: 0 at the first. Outside they go on
// evenly. -1 without places.
double place_of(const std::vector<double>& places, double value);

// Heights for labels of `height` that are wanted at `wanted` (middle of each), none over another, between
// `top` and `bottom` as far as they fit; in the order given.
std::vector<float> spread_labels(const std::vector<float>& wanted, float height, float top, float bottom);

}  // namespace forkscope::app
