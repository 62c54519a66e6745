#include "app/model/chart_scale.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace forkscope::app {

std::vector<double> round_ticks(double most, int wanted) {
  if (!(most > 0) || wanted < 1) return {0, 1};
  const double rough = most / wanted, power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {5.0, 2.0, 1.0})
    if (factor * power >= rough * 0.999) step = factor * power;
  std::vector<double> ticks;
  const auto count = static_cast<int>(std::ceil(most / step - 1e-9));
  for (int index = 0; index <= count; ++index) ticks.push_back(index * step);
  return ticks;
}

double place_of(const std::vector<double>& places, double value) {
  if (places.empty()) return -1;
  if (places.size() == 1) return value - places.front();
  std::size_t right = 1;
  while (right + 1 < places.size() && places[right] < value) ++right;
  const double left_value = places[right - 1], width = places[right] - left_value;
  return static_cast<double>(right - 1) + (width > 0 ? (value - left_value) / width : 0);
}

std::vector<float> spread_labels(const std::vector<float>& wanted, float height, float top, float bottom) {
  std::vector<std::size_t> order(wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return wanted[a] < wanted[b]; });
  std::vector<float> placed = wanted;
  float free_from = top + height / 2;
  for (const std::size_t index : order) {
    placed[index] = std::max(wanted[index], free_from);
    free_from = placed[index] + height;
  }
  // What was pushed out below moves up again, and pushes those above it.
  float free_to = bottom - height / 2;
  for (auto index = order.rbegin(); index != order.rend(); ++index) {
    placed[*index] = std::min(placed[*index], free_to);
    free_to = placed[*index] - height;
  }
  return placed;
}

}  // namespace forkscope::app
