#include "core/lab/compare_statistics.h"

#include <algorithm>
#include <cmath>

#include "core/lab/compare_settings.h"

namespace forkscope::lab {

namespace {

constexpr double kLeastDifference = 0.05, kLeastOfOneRun = 0.2;
// Where more workers make it this much slower, the law says nothing.
constexpr double kMostSerialPart = 1.5;

void summarize(CompareMeasured& measured) {
  const std::vector<double>& runs = measured.runs_s;
  if (runs.empty()) return;
  measured.median_s = median_of(runs);
  const auto [fastest, slowest] = std::minmax_element(runs.begin(), runs.end());
  measured.spread = measured.median_s > 0 ? (*slowest - *fastest) / measured.median_s : 0;
  measured.low_s = quantile_of(runs, 0.25);
  measured.high_s = quantile_of(runs, 0.75);
  if (measured.traced_s > 0 && measured.median_s > 0)
    measured.tracing = measured.traced_s / measured.median_s - 1;
}

void summarize(std::vector<CompareWayReport>& ways, int most_workers) {
  for (CompareWayReport& way : ways) {
    for (CompareMeasured& measured : way.measured) summarize(measured);
  }
  for (CompareWayReport& way : ways) {
    const CompareMeasured* baseline = baseline_of(ways, way.way);
    if (baseline == nullptr || baseline->median_s <= 0) continue;
    for (CompareMeasured& measured : way.measured) {
      if (measured.median_s > 0) measured.speed_up = baseline->median_s / measured.median_s;
    }
    const CompareWay* kind = find_way(way.way);
    if (kind == nullptr || !kind->has_workers) continue;
    const SerialPart fit = fit_serial_part(way, baseline->median_s, most_workers);
    way.serial_part = fit.part;
    way.serial_part_error = fit.error;
  }
}

}  // namespace

double median_of(std::vector<double> values) {
  return quantile_of(std::move(values), 0.5);
}

double quantile_of(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double at = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, values.size() - 1);
  return values[below] + (values[above] - values[below]) * (at - static_cast<double>(below));
}

void summarize(CompareReport& report) {
  const CompareWork* work = find_work(report.settings.work);
  const int most_workers = work != nullptr && work->computes ? report.machine.cores : 0;
  summarize(report.ways, most_workers);
  summarize(report.cpython.ways, most_workers);
}

SerialPart fit_serial_part(const CompareWayReport& way, double serial_s, int most_workers) {
  double products = 0, squares = 0;
  std::vector<std::pair<double, double>> points;  // x = 1 - 1/n, y = time - 1/n; y = s x
  for (const CompareMeasured& measured : way.measured) {
    if (measured.workers < 2 || (most_workers > 0 && measured.workers > most_workers)) continue;
    for (const double run : measured.runs_s) {
      const double share = 1.0 / measured.workers, x = 1 - share, y = run / serial_s - share;
      points.emplace_back(x, y);
      products += x * y;
      squares += x * x;
    }
  }
  if (points.empty() || serial_s <= 0) return {};
  const double part = products / squares;
  if (part > kMostSerialPart) return {};
  double residuals = 0;
  for (const auto& [x, y] : points) residuals += (y - part * x) * (y - part * x);
  const double freedom = std::max(1.0, static_cast<double>(points.size()) - 1);
  return {std::clamp(part, 0.0, 1.0), std::sqrt(residuals / freedom / squares)};
}

bool differs(const CompareMeasured& left, const CompareMeasured& right) {
  if (left.median_s <= 0 || right.median_s <= 0) return false;
  const bool one_run = left.runs_s.size() < 2 || right.runs_s.size() < 2;
  const double ratio = std::max(left.median_s, right.median_s) / std::min(left.median_s, right.median_s);
  if (ratio - 1 < (one_run ? kLeastOfOneRun : kLeastDifference)) return false;
  return left.high_s < right.low_s || right.high_s < left.low_s;
}

const CompareWayReport* way_in(const std::vector<CompareWayReport>& ways, std::string_view name) {
  const auto found = std::find_if(ways.begin(), ways.end(), [&](const auto& way) { return way.way == name; });
  return found == ways.end() ? nullptr : &*found;
}

const CompareMeasured* measured_in(const std::vector<CompareWayReport>& ways, std::string_view name,
                                   int workers) {
  const CompareWayReport* way = way_in(ways, name);
  if (way == nullptr) return nullptr;
  const auto found = std::find_if(
      way->measured.begin(), way->measured.end(),
      [&](const CompareMeasured& measured) { return measured.workers == workers && measured.median_s > 0; });
  return found == way->measured.end() ? nullptr : &*found;
}

const CompareMeasured* baseline_of(const std::vector<CompareWayReport>& ways, std::string_view way) {
  return measured_in(ways, way.ends_with("-nogil") ? "serial-nogil" : "serial", 1);
}

}  // namespace forkscope::lab
