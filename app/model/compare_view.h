// CompareView: what the Compare page shows: the order of the next measurement, what the last one has found
// out, and which of its runs is looked at. Part of Frame; owned by App, changed on the window thread only.
// The functions below it are pure: what follows from an order or a report, without words.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/lab/protocol.h"

namespace forkscope::app {

enum class CompareTab : std::uint8_t { ways, pool, notes };  // notes: of the lesson, beside the measurement
enum class CompareScale : std::uint8_t { speed_up, time, items_per_second };

// One way with one number of workers.
struct CompareRun {
  std::string way = "fork";
  int workers = 2;

  bool operator==(const CompareRun&) const = default;
};

struct CompareView {
  CompareTab tab = CompareTab::ways;
  lab::CompareSettings order;
  lab::CompareProgress known;                   // of the last measurement, or of the one that goes on
  std::vector<lab::CompareTimeline> timelines;  // of its traced runs
  bool measuring = false;
  bool is_old = false;  // the order is another one now, or the program's file
  CompareScale scale = CompareScale::speed_up;
  CompareRun chosen;

  bool has_report() const { return known.done > 0; }
};

bool same_order(const lab::CompareSettings& left, const lab::CompareSettings& right);

// What can be ordered.
const lab::CompareWork& work_named(const std::string& name);
const lab::CompareWay* way_named(const std::string& name);  // nullptr: there is none
bool has_way(const lab::CompareSettings& order, const std::string& way);
bool has_workers(const lab::CompareSettings& order, int workers);
// With it, or without it where it was there. The first way and the last number of workers stay: one after
// another is what all others are compared with.
void toggle_way(lab::CompareSettings& order, const std::string& way);
void toggle_workers(lab::CompareSettings& order, int workers);

// The settings that are turned by a step.
enum class CompareKnob : std::uint8_t { tasks, size, bytes, chunk, repeat, tasks_per_child };
inline constexpr CompareKnob kCompareKnobs[] = {CompareKnob::tasks, CompareKnob::size, CompareKnob::bytes,
                                                CompareKnob::chunk, CompareKnob::repeat};
inline constexpr int kCompareWorkers[] = {1, 2, 3, 4, 6, 8, 16, 32, 64};
int knob_value(const lab::CompareSettings& order, CompareKnob knob);
// The next larger or smaller round value (1, 2, 5, 10, ...); the ends stay.
void turn_knob(lab::CompareSettings& order, CompareKnob knob, int direction);
// Another kind of work, with its usual size and bytes.
void set_work(lab::CompareSettings& order, const std::string& work);

// nullptr where it was not measured.
const lab::CompareWayReport* report_of(const std::vector<lab::CompareWayReport>& ways,
                                       const std::string& way);
const lab::CompareMeasured* measured_of(const std::vector<lab::CompareWayReport>& ways,
                                        const CompareRun& run);
const lab::CompareTimeline* timeline_of(const CompareView& view, const CompareRun& run);
// The nearest run that was measured: the same way, else any with workers.
CompareRun run_to_show(const lab::CompareReport& report, const CompareRun& wanted);
// Numbers of workers that occur, increasing.
std::vector<int> workers_measured(const lab::CompareReport& report);

// A measured value on one of the scales, with the fastest and the slowest run; nullopt where there is none.
struct ScaledTime {
  double value = 0, low = 0, high = 0;
};
std::optional<ScaledTime> scaled_time(const lab::CompareMeasured& measured, CompareScale scale, int tasks);
// Where one after another stands on the scale; nullopt before it was measured.
std::optional<double> level_of(const lab::CompareReport& report, CompareScale scale);

// The pattern's {name} replaced by what is shown for it.
std::string filled(const std::string& pattern, const std::vector<lab::CompareNumber>& numbers);

}  // namespace forkscope::app
