#include "core/lab/compare.h"

#include <algorithm>
#include <utility>

#include "core/lab/compare_sentences.h"
#include "core/lab/compare_settings.h"
#include "core/lab/compare_statistics.h"
#include "core/lab/compare_trace.h"
#include "core/lab/python_run.h"

namespace forkscope::lab {

namespace {

// How long the machine is looked at before it is measured.
constexpr std::chrono::milliseconds kSettling{300};
constexpr double kUnknownRun = 1;  // seconds, until one has been seen

}  // namespace

Compare::Compare(const CompareSettings& settings, const Guarded& guarded)
    : guarded_(guarded), settling_(read_busy_time()) {
  CompareReport& report = progress_.report;
  report = empty_report(completed(settings), read_machine());
  if (!settings.python.empty()) {
    python_ = find_program(settings.python);
    if (python_.empty())
      report.cpython.missing = "There is no program " + settings.python + " here.";
    else
      report.cpython.ways = report.ways;
  }
  jobs_ = jobs_of(report);
  progress_.runs = static_cast<int>(jobs_.size());
}

void Compare::add_descriptors(std::vector<pollfd>& descriptors) const {
  if (run_) run_->add_descriptors(descriptors);
}

void Compare::turn() {
  if (!settled_) {
    if (Clock::now() - settling_.at < kSettling) return;
    measuring_ = read_busy_time();
    progress_.report.machine.load_before = others_load(settling_, measuring_);
    settled_ = true;
  }
  if (run_) {
    run_->turn();
    if (run_->over()) finish_run();
  }
  if (!run_ && next_ < jobs_.size()) begin(jobs_[next_++]);
}

CompareWayReport& Compare::way_of(const CompareJob& job) {
  CompareReport& report = progress_.report;
  return job.by_python ? report.cpython.ways[job.way] : report.ways[job.way];
}

// What has failed once is not tried again.
void Compare::begin(const CompareJob& job) {
  CompareReport& report = progress_.report;
  const bool is_missing = job.by_python && !report.cpython.missing.empty();
  if (is_missing || !measured_of(job).trouble.empty()) {
    ++progress_.done;
    if (over()) renew_report();
    return;
  }
  current_ = job;
  progress_.way = way_of(job).way;
  progress_.workers = measured_of(job).workers;
  progress_.by_python = job.by_python;
  const CompareCommand command{progress_.way, progress_.workers, job.by_python ? python_ : "",
                               job.round == CompareRound::traced};
  auto run = CompareRun::start(report.settings, command, guarded_);
  if (run.ok()) {
    run_ = std::move(run.value());
  } else {
    measured_of(job).trouble = run.error().message;
    ++progress_.done;
    renew_report();
  }
}

void Compare::finish_run() {
  const CompareOutcome outcome = run_->outcome();
  took_s_[{current_.way, current_.by_python}] = run_->took_s();
  take_outcome(outcome);
  run_.reset();
  ++progress_.done;
  renew_report();
}

void Compare::take_outcome(const CompareOutcome& outcome) {
  ComparePython& python = progress_.report.cpython;
  CompareMeasured& measured = measured_of(current_);
  if (current_.by_python) {
    if (!outcome.version.empty()) python.version = outcome.version;
    if (python.version.empty()) {
      python.missing = python.program + " did not start: " + outcome.trouble;
      return;
    }
  }
  measured.trouble = outcome.trouble;
  if (outcome.seconds < 0) return;
  check_answer(outcome, measured);
  if (current_.round == CompareRound::warm_up) {
    measured.first_s = outcome.seconds;
  } else if (current_.round == CompareRound::timed) {
    measured.runs_s.push_back(outcome.seconds);
  } else {
    measured.traced_s = outcome.seconds;
    take_trace(measured);
  }
}

void Compare::take_trace(CompareMeasured& measured) {
  const CompareSettings& settings = progress_.report.settings;
  const std::string& way = way_of(current_).way;
  const int chunk = chunk_of(settings, *find_way(way), measured.workers);
  CompareTrace trace = read_trace(run_->store(), measured.workers, settings.tasks, chunk);
  measured.lost_events = trace.lost_events;
  if (!trace.is_whole) return;
  measured.split = trace.split;
  measured.gil_handovers = trace.gil_handovers;
  measured.gil_demanded = trace.gil_demanded;
  measured.gil_held = trace.gil_held;
  trace.timeline.way = way;
  timelines_.push_back(std::move(trace.timeline));
}

// All ways do the same work, so they come to the same result.
void Compare::check_answer(const CompareOutcome& outcome, CompareMeasured& measured) {
  const bool is_nogil = way_of(current_).way.ends_with("-nogil");
  const auto [known, is_first] = answers_.try_emplace(is_nogil ? "-nogil" : "", outcome.answer);
  if (!is_first && known->second != outcome.answer)
    measured.trouble = "Its result was " + outcome.answer + ", that of other ways " + known->second + ".";
}

void Compare::renew_report() {
  CompareReport& report = progress_.report;
  if (settled_) report.machine.others_load = others_load(measuring_, read_busy_time());
  summarize(report);
  report.sentences = sentences_of(report);
  report.warnings = warnings_of(report);
  progress_.remaining_s = 0;
  for (std::size_t i = next_; i < jobs_.size(); ++i) progress_.remaining_s += expected_s(jobs_[i]);
  if (next_ < jobs_.size()) return;
  progress_.way.clear();
  progress_.workers = 0;
  progress_.by_python = false;
}

double Compare::expected_s(const CompareJob& job) const {
  const CompareReport& report = progress_.report;
  const CompareWayReport& way = job.by_python ? report.cpython.ways[job.way] : report.ways[job.way];
  if (!way.measured[job.measured].trouble.empty() || (job.by_python && !report.cpython.missing.empty()))
    return 0;
  const auto known = took_s_.find({job.way, job.by_python});
  if (known != took_s_.end()) return known->second;
  return took_s_.empty() ? kUnknownRun : took_s_.begin()->second;
}

void Compare::stop() {
  progress_.report.cancelled = progress_.report.cancelled || !over();
  next_ = jobs_.size();
  if (run_) run_->stop();
  run_.reset();
  renew_report();
  progress_.runs = progress_.done;
}

std::vector<CompareTimeline> Compare::take_timelines() {
  return std::exchange(timelines_, {});
}

}  // namespace forkscope::lab
