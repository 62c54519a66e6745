#include "tests/support/sample_compare.h"

#include <algorithm>

namespace forkscope::test {

namespace {

constexpr double kSerial = 1.02;  // seconds

struct WayShape {
  const char* way;
  double speed_up_at_two;  // on two cores
  double loss;             // for each worker more
  double start_up;
};
constexpr WayShape kShapes[] = {{"threads", 0.95, 0.02, 0.001},
                                {"threads-nogil", 1.94, 0.01, 0.001},
                                {"fork", 1.87, 0.02, 0.004},
                                {"spawn", 1.6, 0.08, 0.11},
                                {"forkserver", 1.75, 0.05, 0.05},
                                {"pool-fork", 1.84, 0.02, 0.006},
                                {"pool-spawn", 1.58, 0.08, 0.12},
                                {"executor-threads", 0.94, 0.02, 0.001},
                                {"executor-processes", 1.7, 0.04, 0.02}};

lab::CompareMeasured measured(int workers, double speed_up, int repeat) {
  lab::CompareMeasured result;
  result.workers = workers;
  result.median_s = kSerial / speed_up;
  for (int run = 0; run < repeat; ++run)
    result.runs_s.push_back(result.median_s * (1 + 0.03 * (run - repeat / 2)));
  result.spread = 0.03 * (repeat - 1);
  result.speed_up = speed_up;
  result.first_s = result.median_s * 1.1;
  result.traced_s = result.median_s * 1.04;
  result.tracing = 0.04;
  return result;
}

void add_split(lab::CompareMeasured& measured, const WayShape& shape, bool is_threads) {
  const double whole = measured.traced_s, busy = kSerial / measured.workers;
  measured.split.whole = whole;
  measured.split.start_up = shape.start_up;
  measured.split.computing = std::min(busy, whole - shape.start_up);
  measured.split.pickling = is_threads ? 0 : 0.008;
  measured.split.pipe = is_threads ? 0 : 0.012;
  measured.split.io = 0;
  const double rest = std::max(0.0, whole - shape.start_up - measured.split.computing - 0.02);
  measured.split.gil = is_threads ? rest : 0;
  measured.split.locks = is_threads ? 0 : rest * 0.2;
  measured.split.idle = is_threads ? 0.02 : rest * 0.8;
  measured.gil_handovers = is_threads ? 402 : 12;
  measured.gil_held = is_threads ? 0.99 : 0.4;
}

double speed_up_of(const WayShape& shape, int workers) {
  if (workers == 1) return std::min(1.0, shape.speed_up_at_two) - 0.02;
  return shape.speed_up_at_two - shape.loss * (workers - 2);
}

lab::CompareWayReport report_of(const WayShape& shape, const lab::CompareSettings& order, bool by_python) {
  lab::CompareWayReport report;
  report.way = shape.way;
  const bool is_threads = report.way.find("threads") != std::string::npos;
  for (const int workers : order.workers) {
    report.measured.push_back(
        measured(workers, speed_up_of(shape, workers) * (by_python ? 0.97 : 1), order.repeat));
    if (!by_python) add_split(report.measured.back(), shape, is_threads && report.way != "threads-nogil");
  }
  report.serial_part = std::min(1.0, 2 / shape.speed_up_at_two - 1);
  report.serial_part_error = 0.013;
  return report;
}

std::vector<lab::CompareWayReport> ways_of(const lab::CompareSettings& order, bool by_python) {
  std::vector<lab::CompareWayReport> ways;
  lab::CompareWayReport serial;
  serial.way = "serial";
  serial.measured.push_back(measured(1, 1, order.repeat));
  if (!by_python) add_split(serial.measured.back(), kShapes[0], true);
  ways.push_back(serial);
  for (const WayShape& shape : kShapes)
    if (std::find(order.ways.begin(), order.ways.end(), shape.way) != order.ways.end())
      ways.push_back(report_of(shape, order, by_python));
  return ways;
}

// As the lab puts them together.
void add_sentences(lab::CompareReport& report) {
  report.sentences.push_back(
      {"threads_did_not_help",
       "Threads did not help: between {workers} threads and one after another there is no difference beyond "
       "the "
       "noise ({speed_up} times as fast). Only one thread runs Python at a time: the GIL was held {held} % "
       "of the "
       "time and handed over {handovers} times.",
       "Threads did not help: between 2 threads and one after another there is no difference beyond the "
       "noise "
       "(0.95 times as fast). Only one thread runs Python at a time: the GIL was held 99 % of the time and "
       "handed "
       "over 402 times.",
       {{"workers", 2, "2"}, {"speed_up", 0.95, "0.95"}, {"held", 0.99, "99"}, {"handovers", 402, "402"}},
       "io"});
  report.sentences.push_back(
      {"processes_helped",
       "{workers} workers ({way}) were {speed_up} times as fast.",
       "2 workers (processes, fork) were 1.87 times as fast.",
       {{"workers", 2, "2"}, {"way", 0, "processes, fork"}, {"speed_up", 1.87, "1.87"}},
       ""});
  report.warnings.push_back(
      {"more_workers_than_cores",
       "Up to {workers} workers share {cores} cores: what computes cannot get faster beyond.",
       "Up to 4 workers share 2 cores: what computes cannot get faster beyond.",
       {{"workers", 4, "4"}, {"cores", 2, "2"}},
       ""});
}

lab::CompareTimeline timeline_of(const std::string& way, bool is_threads) {
  lab::CompareTimeline timeline;
  timeline.way = way;
  timeline.workers = 2;
  timeline.whole_s = is_threads ? 1.05 : 0.56;
  timeline.rows.push_back(
      {"parent", 5201, {{0, 0.02, "start_up"}, {timeline.whole_s - 0.02, timeline.whole_s, "pipe"}}});
  constexpr int kChunks = 14, kTasks = 7;
  const double step = (timeline.whole_s - 0.05) / kChunks;
  for (int worker = 0; worker < 2; ++worker) {
    lab::CompareWorker row{
        (is_threads ? "Thread-" : "ForkPoolWorker-") + std::to_string(worker + 1), 5202 + worker, {}};
    for (int chunk = 0; chunk < kChunks; ++chunk) {
      const double at = 0.02 + step * chunk;
      const bool waits = is_threads && chunk % 2 != worker;
      row.blocks.push_back({at, at + step * 0.93, waits ? "gil" : "task",
                            waits ? -1 : (2 * chunk + worker) * kTasks, waits ? 0 : kTasks});
    }
    timeline.rows.push_back(row);
  }
  for (int chunk = 0; chunk <= kChunks; ++chunk) {
    const double at = 0.02 + step * chunk;
    timeline.waiting.push_back({at, (kChunks - chunk) * 2 * kTasks});
    timeline.arrived.push_back({at + 0.01, chunk * 2 * kTasks});
    if (is_threads) timeline.handovers.push_back({at, chunk * 28});
  }
  return timeline;
}

}  // namespace

lab::CompareProgress sample_compare(const lab::CompareSettings& order, int done) {
  lab::CompareProgress progress;
  progress.done = done;
  progress.runs = 100;
  progress.remaining_s = done < 100 ? 34 : 0;
  progress.way = done < 100 ? "fork" : "";
  progress.workers = done < 100 ? 2 : 0;
  lab::CompareReport& report = progress.report;
  report.settings = order;
  report.machine = {2, "A processor", "Linux 6.1.0", 0.1, 0.05};
  report.ways = ways_of(order, false);
  if (!order.python.empty()) report.cpython = {order.python, "3.11.7", "", ways_of(order, true)};
  if (done == 100) add_sentences(report);
  return progress;
}

std::vector<lab::CompareTimeline> sample_timelines() {
  return {timeline_of("fork", false), timeline_of("threads", true)};
}

}  // namespace forkscope::test
