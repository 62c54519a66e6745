// The machine that `compare` measures on, and how busy it is with other things: from /proc, by its own
// children's and everybody's processor time. Main thread of the lab; does not wait.
#pragma once

#include <chrono>
#include <string>

#include "core/lab/compare_report.h"

namespace forkscope::lab {

// Without the loads.
CompareMachine read_machine();

// "200000 100000" of a cgroup's cpu.max (microseconds of processor time in each period; "max": no bound): how
// many of `cores` that is, rounded, at least 1. Without such numbers: all.
int cores_within(const std::string& quota, int cores);

// Processor time of all programs and of ours (this process and the children it has reaped), in seconds.
struct BusyTime {
  double all_s = 0, ours_s = 0;
  std::chrono::steady_clock::time_point at{};
};
BusyTime read_busy_time();
// How many cores were busy with other programs between two moments.
double others_load(const BusyTime& from, const BusyTime& to);
// "cpu  user nice system idle iowait irq softirq steal ..." of /proc/stat: busy seconds; -1 if there is none.
double busy_seconds(const std::string& stat, double ticks_per_second);

}  // namespace forkscope::lab
