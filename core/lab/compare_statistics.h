// What follows from the runs of `compare` by arithmetic: medians, speed-ups, the serial part. Pure.
#pragma once

#include <vector>

#include "core/lab/compare_report.h"

namespace forkscope::lab {

// 0 for none.
double median_of(std::vector<double> values);
// The value below which `share` of them lie, between two of them by their distance.
double quantile_of(std::vector<double> values, double share);

// Medians, spreads and speed-ups of all ways, the engine's and python3's, and their serial parts.
void summarize(CompareReport& report);

// Amdahl's law: time(n) / time(1 after another) = s + (1 - s) / n, the s that fits all runs best (least
// squares), between 0 and 1, and its standard error. -1 where no run has more than one worker.
// `most_workers`: runs with more of them do not count, 0 = all do.
struct SerialPart {
  double part = -1, error = -1;
};
SerialPart fit_serial_part(const CompareWayReport& way, double serial_s, int most_workers);

// Whether two ways differ by more than the runs of each do: the middle halves of their runs lie apart, and
// the medians differ by 5 % at least (by 20 % where there was only one run).
bool differs(const CompareMeasured& left, const CompareMeasured& right);

// Null where it was not measured.
const CompareWayReport* way_in(const std::vector<CompareWayReport>& ways, std::string_view name);
const CompareMeasured* measured_in(const std::vector<CompareWayReport>& ways, std::string_view name,
                                   int workers);
// The runs that a way's speed-up is relative to.
const CompareMeasured* baseline_of(const std::vector<CompareWayReport>& ways, std::string_view way);

}  // namespace forkscope::lab
