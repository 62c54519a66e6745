#include "core/lab/starts.h"

#include <algorithm>
#include <utility>

namespace forkscope::lab {

namespace {

constexpr const char* kMethods[] = {"fork", "spawn", "forkserver"};

void append(std::vector<double>& values, const std::vector<double>& more) {
  values.insert(values.end(), more.begin(), more.end());
}

}  // namespace

Starts::Starts(MeasureStarts order, std::vector<std::string> flags, const Guarded& guarded)
    : order_(std::move(order)), flags_(std::move(flags)), guarded_(guarded) {
  order_.repeat = std::max(1, order_.repeat);
  StartsReport& report = progress_.report;
  report.path = order_.path;
  report.repeat = order_.repeat;
  for (const char* method : kMethods) {
    MethodReport& added = report.methods.emplace_back();
    added.method = method;
    added.known = order_.personality != "windows" || added.method == "spawn";
    if (!added.known) added.end = "Windows knows only the start method spawn.";
  }
  report.cpython.program = order_.python;
  if (!order_.python.empty()) {
    if (find_program(order_.python).empty())
      report.cpython.missing = "There is no program " + order_.python + " here.";
    for (const char* method : kMethods) report.cpython.methods.emplace_back().method = method;
  }
  plan();
}

void Starts::plan() {
  const PythonReport& python = progress_.report.cpython;
  const bool with_python = !python.program.empty() && python.missing.empty();
  for (std::size_t method = 0; method < std::size(kMethods); ++method) {
    if (knows(method)) jobs_.push_back({method, false, true});
  }
  for (int round = 0; round < order_.repeat; ++round) {
    for (std::size_t method = 0; method < std::size(kMethods); ++method) {
      if (!knows(method)) continue;
      jobs_.push_back({method, false, false});
      if (with_python) jobs_.push_back({method, true, false});
    }
  }
  progress_.runs = static_cast<int>(jobs_.size());
}

void Starts::add_descriptors(std::vector<pollfd>& descriptors) const {
  if (ours_) ours_->add_descriptors(descriptors);
}

void Starts::turn() {
  if (ours_) {
    ours_->turn();
    if (ours_->over()) finish_ours();
  } else if (pythons_) {
    pythons_->turn();
    if (pythons_->over()) finish_pythons();
  }
  if (!ours_ && !pythons_ && next_ < jobs_.size()) begin(jobs_[next_++]);
}

void Starts::begin(const Job& job) {
  current_ = job;
  const std::string method = kMethods[job.method];
  if (job.by_python) {
    auto run = PythonRun::start(order_, method, guarded_);
    if (run.ok())
      pythons_ = std::move(run.value());
    else
      progress_.report.cpython.missing = run.error().message;
  } else {
    auto run = StartsRun::start(order_, flags_, method, guarded_, job.for_evidence);
    if (run.ok())
      ours_ = std::move(run.value());
    else
      method_of(job).end = run.error().message;
  }
  if (!ours_ && !pythons_) finished();
}

void Starts::finish_ours() {
  MethodReport& report = method_of(current_);
  if (current_.for_evidence) {
    ours_->describe(report);
  } else {
    Collected& collected = collected_[current_.method];
    StartsRun::Times times = ours_->times();
    append(collected.first_us, times.first_us);
    append(collected.later_us, times.later_us);
    collected.stages.push_back(std::move(times.stages));
    report.first_line_us = times_of(collected.first_us);
    report.later_us = times_of(collected.later_us);
    report.stages = medians_of(collected.stages);
  }
  ours_.reset();
  finished();
}

void Starts::finish_pythons() {
  const PythonRun::Times times = pythons_->times();
  PythonReport& report = progress_.report.cpython;
  if (times.version.empty()) report.missing = order_.python + " did not start.";
  report.version = times.version;
  Collected& collected = collected_by_python_[current_.method];
  append(collected.first_us, times.first_us);
  append(collected.later_us, times.later_us);
  PythonMethod& method = report.methods[current_.method];
  method.first_line_us = times_of(collected.first_us);
  method.later_us = times_of(collected.later_us);
  method.end = times.end;
  if (times.chosen != method.method && !times.chosen.empty())
    method.end = "the program chose " + times.chosen + " itself";
  if (times.first_us.empty() && method.end.empty()) method.end = "no child came to its target";
  pythons_.reset();
  finished();
}

void Starts::finished() {
  ++progress_.done;
}

void Starts::stop() {
  next_ = jobs_.size();
  if (ours_) {
    ours_->stop("");
    ours_->turn();
    finish_ours();
  }
  if (pythons_) {
    pythons_->stop();
    finish_pythons();
  }
  progress_.runs = progress_.done;
}

std::vector<StartStage> medians_of(const std::vector<std::vector<StartStage>>& runs) {
  std::vector<StartStage> rows;
  for (const auto& run : runs) {
    for (const StartStage& stage : run) {
      const auto known = std::find_if(rows.begin(), rows.end(),
                                      [&](const StartStage& row) { return row.what == stage.what; });
      if (known == rows.end()) rows.push_back(stage);
    }
  }
  for (StartStage& row : rows) {
    std::vector<double> at, took;
    for (const auto& run : runs) {
      for (const StartStage& stage : run) {
        if (stage.what != row.what) continue;
        at.push_back(stage.at_us);
        took.push_back(stage.us);
      }
    }
    row.at_us = times_of(at).median;
    row.us = times_of(took).median;
  }
  return rows;
}

}  // namespace forkscope::lab
