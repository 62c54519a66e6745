#include "app/model/compare_view.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace forkscope::app {

namespace {

auto fields(const lab::CompareSettings& order) {
  return std::tie(order.work, order.path, order.tasks, order.size, order.bytes, order.chunk, order.repeat,
                  order.workers, order.ways, order.pool_call, order.tasks_per_child, order.python);
}

struct KnobRange {
  int least, most;
};

KnobRange range_of(const lab::CompareSettings& order, CompareKnob knob) {
  switch (knob) {
    case CompareKnob::tasks:
      return {1, 10'000};
    case CompareKnob::size:
      return {work_named(order.work).least, work_named(order.work).most};
    case CompareKnob::bytes:
      return {1, 100'000'000};
    case CompareKnob::chunk:
      return {0, 1000};
    case CompareKnob::repeat:
      return {1, 50};
    case CompareKnob::tasks_per_child:
      return {0, 100};
  }
  return {0, 0};
}

int& value_in(lab::CompareSettings& order, CompareKnob knob) {
  switch (knob) {
    case CompareKnob::tasks:
      return order.tasks;
    case CompareKnob::size:
      return order.size;
    case CompareKnob::bytes:
      return order.bytes;
    case CompareKnob::chunk:
      return order.chunk;
    case CompareKnob::repeat:
      return order.repeat;
    case CompareKnob::tasks_per_child:
      break;
  }
  return order.tasks_per_child;
}

int next_round(int value, int direction) {
  if (direction > 0) {
    for (std::int64_t power = 1;; power *= 10)
      for (const int factor : {1, 2, 5})
        if (factor * power > value) return static_cast<int>(factor * power);
  }
  int below = 0;
  for (std::int64_t power = 1; power < value; power *= 10)
    for (const int factor : {1, 2, 5})
      if (factor * power < value) below = static_cast<int>(factor * power);
  return below;
}

}  // namespace

bool same_order(const lab::CompareSettings& left, const lab::CompareSettings& right) {
  return fields(left) == fields(right);
}

const lab::CompareWork& work_named(const std::string& name) {
  for (const lab::CompareWork& work : lab::kCompareWorks)
    if (work.name == name) return work;
  return lab::kCompareWorks[0];
}

const lab::CompareWay* way_named(const std::string& name) {
  for (const lab::CompareWay& way : lab::kCompareWays)
    if (way.name == name) return &way;
  return nullptr;
}

bool has_way(const lab::CompareSettings& order, const std::string& way) {
  return std::find(order.ways.begin(), order.ways.end(), way) != order.ways.end();
}

bool has_workers(const lab::CompareSettings& order, int workers) {
  return std::find(order.workers.begin(), order.workers.end(), workers) != order.workers.end();
}

void toggle_way(lab::CompareSettings& order, const std::string& way) {
  if (way == "serial" || way_named(way) == nullptr) return;
  std::set<std::string> wanted(order.ways.begin(), order.ways.end());
  if (wanted.erase(way) == 0) wanted.insert(way);
  order.ways.clear();
  for (const lab::CompareWay& known : lab::kCompareWays)
    if (wanted.count(std::string(known.name)) > 0) order.ways.emplace_back(known.name);
}

void toggle_workers(lab::CompareSettings& order, int workers) {
  std::set<int> wanted(order.workers.begin(), order.workers.end());
  if (wanted.erase(workers) == 0) wanted.insert(workers);
  if (!wanted.empty()) order.workers.assign(wanted.begin(), wanted.end());
}

int knob_value(const lab::CompareSettings& order, CompareKnob knob) {
  lab::CompareSettings copy = order;
  const int value = value_in(copy, knob);
  if (value != 0) return value;
  const lab::CompareWork& work = work_named(order.work);
  return knob == CompareKnob::size ? work.size : knob == CompareKnob::bytes ? work.bytes : value;
}

void turn_knob(lab::CompareSettings& order, CompareKnob knob, int direction) {
  const KnobRange range = range_of(order, knob);
  const int next = next_round(knob_value(order, knob), direction);
  value_in(order, knob) = std::clamp(next, range.least, range.most);
}

void set_work(lab::CompareSettings& order, const std::string& work) {
  order.work = work_named(work).name;
  order.size = order.bytes = 0;
}

const lab::CompareWayReport* report_of(const std::vector<lab::CompareWayReport>& ways,
                                       const std::string& way) {
  const auto found =
      std::find_if(ways.begin(), ways.end(), [&](const auto& report) { return report.way == way; });
  return found == ways.end() ? nullptr : &*found;
}

const lab::CompareMeasured* measured_of(const std::vector<lab::CompareWayReport>& ways,
                                        const CompareRun& run) {
  const lab::CompareWayReport* report = report_of(ways, run.way);
  if (report == nullptr) return nullptr;
  const auto found = std::find_if(report->measured.begin(), report->measured.end(),
                                  [&](const auto& measured) { return measured.workers == run.workers; });
  return found == report->measured.end() ? nullptr : &*found;
}

const lab::CompareTimeline* timeline_of(const CompareView& view, const CompareRun& run) {
  const auto found = std::find_if(view.timelines.begin(), view.timelines.end(), [&](const auto& timeline) {
    return timeline.way == run.way && timeline.workers == run.workers;
  });
  return found == view.timelines.end() ? nullptr : &*found;
}

CompareRun run_to_show(const lab::CompareReport& report, const CompareRun& wanted) {
  if (measured_of(report.ways, wanted) != nullptr) return wanted;
  const auto nearest_in = [&](const lab::CompareWayReport& way) {
    CompareRun best{way.way, way.measured.front().workers};
    for (const lab::CompareMeasured& measured : way.measured)
      if (std::abs(measured.workers - wanted.workers) < std::abs(best.workers - wanted.workers))
        best.workers = measured.workers;
    return best;
  };
  const lab::CompareWayReport* same = report_of(report.ways, wanted.way);
  if (same != nullptr && !same->measured.empty()) return nearest_in(*same);
  CompareRun found = wanted;
  for (const lab::CompareWayReport& way : report.ways) {
    const lab::CompareWay* known = way_named(way.way);
    if (!way.measured.empty() && known != nullptr && known->has_workers) found = nearest_in(way);
  }
  return found;
}

std::vector<int> workers_measured(const lab::CompareReport& report) {
  std::set<int> found;
  for (const auto* ways : {&report.ways, &report.cpython.ways})
    for (const lab::CompareWayReport& way : *ways) {
      const lab::CompareWay* known = way_named(way.way);
      if (known == nullptr || !known->has_workers) continue;
      for (const lab::CompareMeasured& measured : way.measured) found.insert(measured.workers);
    }
  return {found.begin(), found.end()};
}

std::optional<ScaledTime> scaled_time(const lab::CompareMeasured& measured, CompareScale scale, int tasks) {
  if (measured.median_s <= 0 || measured.runs_s.empty()) return std::nullopt;
  const auto [fastest, slowest] = std::minmax_element(measured.runs_s.begin(), measured.runs_s.end());
  if (scale == CompareScale::time) return ScaledTime{measured.median_s, *fastest, *slowest};
  const bool is_speed_up = scale == CompareScale::speed_up;
  if (is_speed_up && measured.speed_up <= 0) return std::nullopt;
  // What is divided by the time.
  const double work = is_speed_up ? measured.speed_up * measured.median_s : tasks;
  return ScaledTime{work / measured.median_s, work / *slowest, work / *fastest};
}

std::optional<double> level_of(const lab::CompareReport& report, CompareScale scale) {
  if (scale == CompareScale::speed_up) return 1;
  const lab::CompareWayReport* serial = report_of(report.ways, "serial");
  if (serial == nullptr || serial->measured.empty()) return std::nullopt;
  const auto scaled = scaled_time(serial->measured.front(), scale, report.settings.tasks);
  return scaled ? std::optional(scaled->value) : std::nullopt;
}

std::string filled(const std::string& pattern, const std::vector<lab::CompareNumber>& numbers) {
  std::string text;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t end = pattern[at] == '{' ? pattern.find('}', at) : std::string::npos;
    const std::string name = end == std::string::npos ? "" : pattern.substr(at + 1, end - at - 1);
    const auto found =
        std::find_if(numbers.begin(), numbers.end(), [&](const auto& number) { return number.name == name; });
    if (name.empty() || found == numbers.end()) {
      text += pattern[at++];
      continue;
    }
    text += found->shown;
    at = end + 1;
  }
  return text;
}

}  // namespace forkscope::app
