#include "core/lab/compare_sentences.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <optional>

#include "core/lab/compare_settings.h"
#include "core/lab/compare_statistics.h"

namespace forkscope::lab {

namespace {

constexpr double kHelped = 1.15;         // from this speed-up on a way is said to help
constexpr double kGilIsTheReason = 0.8;  // share of the time that it is held
constexpr double kSameAsPython = 0.15;
constexpr double kWorthSaying = 0.001;  // seconds between two ways to start

std::string decimals(double value, int places) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*f", places, value);
  return buffer;
}

// One way with the number of workers that is talked about.
struct Subject {
  const CompareWay* way;
  const CompareMeasured* measured;
  const CompareMeasured* serial;
};

class Talk {
 public:
  explicit Talk(const CompareReport& report) : report_(report), work_(find_work(report.settings.work)) {}

  std::vector<CompareSentence> all() {
    if (work_ == nullptr) return {};
    about_threads();
    about_released_gil();
    for (const CompareWay& way : kCompareWays) {
      if (way.has_processes) about_processes(way);
    }
    about_starting();
    about_more_workers();
    about_python();
    return std::move(sentences_);
  }

 private:
  void about_threads();
  void about_released_gil();
  void about_processes(const CompareWay& way);
  void about_starting();
  void about_more_workers();
  void about_python();
  std::optional<Subject> subject(std::string_view way) const;
  int workers_talked_about(const CompareWayReport& way) const;
  void say(std::string rule, std::string pattern, std::vector<CompareNumber> numbers,
           std::string other_work = "") {
    sentences_.push_back(make_sentence(std::move(rule), std::move(pattern), std::move(numbers)));
    sentences_.back().other_work = std::move(other_work);
  }
  std::string cpu_work() const { return work_->computes ? "io" : "primes"; }

  const CompareReport& report_;
  const CompareWork* work_;
  std::vector<CompareSentence> sentences_;
};

// As many as there are cores, where the work computes; else as many as there are.
int Talk::workers_talked_about(const CompareWayReport& way) const {
  int most = 0, fewest_above = 0;
  for (const CompareMeasured& measured : way.measured) {
    if (measured.median_s <= 0 || measured.workers < 2) continue;
    if (fewest_above == 0) fewest_above = measured.workers;
    if (!work_->computes || measured.workers <= report_.machine.cores) most = measured.workers;
  }
  return most != 0 ? most : fewest_above;
}

std::optional<Subject> Talk::subject(std::string_view name) const {
  const CompareWayReport* way = way_in(report_.ways, name);
  if (way == nullptr) return std::nullopt;
  const CompareMeasured* measured = measured_in(report_.ways, name, workers_talked_about(*way));
  const CompareMeasured* serial = baseline_of(report_.ways, name);
  if (measured == nullptr || serial == nullptr) return std::nullopt;
  return Subject{find_way(way->way), measured, serial};
}

void Talk::about_threads() {
  const auto threads = subject("threads");
  if (!threads) return;
  const CompareMeasured& measured = *threads->measured;
  const bool known = measured.split.whole > 0;
  const CompareNumber workers = whole("workers", measured.workers),
                      speed_up = times("speed_up", measured.speed_up),
                      held = percent("held", measured.gil_held),
                      handovers = whole("handovers", measured.gil_handovers);
  const bool gil = known && measured.gil_held >= kGilIsTheReason;
  const bool is_different = differs(measured, *threads->serial);
  if (is_different && measured.speed_up >= kHelped) {
    if (!known || measured.split.io <= measured.split.computing)
      return say("threads_helped", "{workers} threads were {speed_up} times as fast as one after another.",
                 {workers, speed_up}, cpu_work());
    return say("threads_helped_waiting",
               "{workers} threads were {speed_up} times as fast as one after another: while one waits it "
               "lets go of the "
               "GIL, and another goes on. {waiting} % of their time was waiting.",
               {workers, speed_up, percent("waiting", measured.split.io / measured.split.whole)}, cpu_work());
  }
  const std::string reason =
      " Only one thread runs Python at a time: the GIL was held {held} % of the time and handed over "
      "{handovers} times.";
  std::vector<CompareNumber> numbers{workers, speed_up};
  if (gil) numbers.insert(numbers.end(), {held, handovers});
  if (!is_different)
    return say(gil ? "threads_did_not_help" : "threads_no_difference",
               "Threads did not help: between {workers} threads and one after another there is no difference "
               "beyond the "
               "noise ({speed_up} times as fast)." +
                   (gil ? reason : ""),
               std::move(numbers), cpu_work());
  const std::string outcome =
      measured.speed_up < 1
          ? "Threads made it slower: {workers} threads were {speed_up} times as fast as one after another."
          : "Threads hardly helped: {workers} threads were {speed_up} times as fast as one after another.";
  say(measured.speed_up < 1 ? (gil ? "threads_slower_by_gil" : "threads_slower")
                            : (gil ? "threads_hardly_helped_by_gil" : "threads_hardly_helped"),
      outcome + (gil ? reason : ""), std::move(numbers), cpu_work());
}

void Talk::about_released_gil() {
  const auto threads = subject("threads-nogil");
  if (!threads) return;
  const CompareMeasured& measured = *threads->measured;
  std::vector<CompareNumber> numbers{whole("workers", measured.workers),
                                     times("speed_up", measured.speed_up)};
  if (differs(measured, *threads->serial) && measured.speed_up >= kHelped)
    return say("released_gil_helped",
               "{workers} threads were {speed_up} times as fast where the work is done by a function that "
               "lets go of the "
               "GIL meanwhile (hashlib).",
               std::move(numbers));
  say("released_gil_did_not_help",
      "Also where the work lets go of the GIL {workers} threads were only {speed_up} times as fast.",
      std::move(numbers));
}

void Talk::about_processes(const CompareWay& way) {
  const auto processes = subject(way.name);
  if (!processes) return;
  const CompareMeasured& measured = *processes->measured;
  std::vector<CompareNumber> numbers{whole("workers", measured.workers), text("way", std::string(way.called)),
                                     times("speed_up", measured.speed_up)};
  const CompareSplit& split = measured.split;
  std::string parts;
  if (split.whole > 0) {
    parts =
        " Of a worker's time {work} % was the work itself, {start} % starting, {passing} % pickling and the "
        "pipe, "
        "{waiting} % waiting.";
    const double work = (split.computing + split.io) / split.whole, start = split.start_up / split.whole,
                 passing = (split.pickling + split.pipe) / split.whole;
    numbers.insert(numbers.end(),
                   {percent("work", work), percent("start", start), percent("passing", passing),
                    percent("waiting", std::max(0.0, 1 - work - start - passing))});
  }
  const bool is_different = differs(measured, *processes->serial);
  if (!is_different)
    say("processes_no_difference",
        "Between {workers} workers ({way}) and one after another there is no difference beyond the noise "
        "({speed_up} "
        "times as fast)." +
            parts,
        std::move(numbers));
  else if (measured.speed_up < 1)
    say("processes_slower", "{workers} workers ({way}) made it slower: {speed_up} times as fast." + parts,
        std::move(numbers), work_->name == "bytes" ? "primes" : "");
  else
    say("processes_helped", "{workers} workers ({way}) were {speed_up} times as fast." + parts,
        std::move(numbers));
}

void Talk::about_starting() {
  const auto fork = subject("fork"), spawn = subject("spawn");
  if (!fork || !spawn || fork->measured->split.whole <= 0 || spawn->measured->split.whole <= 0) return;
  const double by_fork = fork->measured->split.start_up, by_spawn = spawn->measured->split.start_up;
  if (by_spawn - by_fork < kWorthSaying) return;
  say("spawn_starts_later",
      "A worker had its first task after {fork} ms by fork and after {spawn} ms by spawn: a spawned process "
      "begins with an "
      "empty interpreter.",
      {milliseconds("fork", by_fork), milliseconds("spawn", by_spawn)});
}

void Talk::about_more_workers() {
  if (!work_->computes) return;
  for (const CompareWay& way : kCompareWays) {
    if (!way.has_processes) continue;
    const auto enough = subject(way.name);
    if (!enough || enough->measured->workers > report_.machine.cores) continue;
    const CompareMeasured& most = way_in(report_.ways, way.name)->measured.back();
    if (most.median_s <= 0 || most.workers <= report_.machine.cores) continue;
    std::vector<CompareNumber> numbers{whole("workers", most.workers), text("way", std::string(way.called)),
                                       times("speed_up", most.speed_up),
                                       whole("cores", report_.machine.cores)};
    if (differs(most, *enough->measured) && most.speed_up > enough->measured->speed_up) continue;
    return say("more_workers_than_cores",
               "With {workers} workers ({way}) it was {speed_up} times as fast: this machine has {cores} "
               "cores, and more "
               "workers than that share them.",
               std::move(numbers));
  }
}

// The shape is compared: how much a way helps, not how fast the interpreters are.
void Talk::about_python() {
  if (report_.cpython.version.empty()) return;
  for (const char* name : {"threads", "fork", "spawn", "pool-fork", "threads-nogil"}) {
    const auto ours = subject(name);
    if (!ours) continue;
    const CompareMeasured* theirs = measured_in(report_.cpython.ways, name, ours->measured->workers);
    if (theirs == nullptr || theirs->speed_up <= 0) continue;
    const double ratio = ours->measured->speed_up / theirs->speed_up;
    const bool same = std::fabs(ratio - 1) <= kSameAsPython;
    say(same ? "python_agrees" : "python_differs",
        same ? "CPython {version} agrees: there {workers} workers ({way}) were {theirs} times as fast, here "
               "{ours} times."
             : "CPython {version} differs: there {workers} workers ({way}) were {theirs} times as fast, here "
               "{ours} times.",
        {text("version", report_.cpython.version), whole("workers", ours->measured->workers),
         text("way", std::string(ours->way->called)), times("theirs", theirs->speed_up),
         times("ours", ours->measured->speed_up)});
  }
}

}  // namespace

CompareSentence make_sentence(std::string rule, std::string pattern, std::vector<CompareNumber> numbers) {
  CompareSentence sentence{std::move(rule), std::move(pattern), "", std::move(numbers), ""};
  sentence.text = sentence.pattern;
  for (const CompareNumber& number : sentence.numbers) {
    const std::string name = "{" + number.name + "}";
    for (std::size_t at = sentence.text.find(name); at != std::string::npos;
         at = sentence.text.find(name, at))
      sentence.text.replace(at, name.size(), number.shown);
  }
  return sentence;
}

CompareNumber whole(std::string name, double value) {
  return {std::move(name), value, decimals(value, 0)};
}
CompareNumber times(std::string name, double value) {
  return {std::move(name), value, decimals(value, 2)};
}
CompareNumber percent(std::string name, double share) {
  return {std::move(name), share, decimals(share * 100, 0)};
}
CompareNumber milliseconds(std::string name, double seconds) {
  return {std::move(name), seconds, decimals(seconds * 1000, seconds < 0.01 ? 1 : 0)};
}
CompareNumber text(std::string name, std::string shown) {
  return {std::move(name), 0, std::move(shown)};
}

std::vector<CompareSentence> sentences_of(const CompareReport& report) {
  return Talk(report).all();
}

}  // namespace forkscope::lab
