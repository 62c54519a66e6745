#include "core/lab/compare_jobs.h"

#include "core/lab/compare_settings.h"

namespace forkscope::lab {

namespace {

std::vector<CompareWayReport> places_for(const CompareSettings& settings) {
  std::vector<CompareWayReport> ways;
  for (const std::string& name : settings.ways) {
    const CompareWay& way = *find_way(name);
    CompareWayReport& report = ways.emplace_back();
    report.way = name;
    report.trouble = objection_to(way, settings);
    if (!report.trouble.empty()) continue;
    for (const int workers : way.has_workers ? settings.workers : std::vector<int>{1})
      report.measured.emplace_back().workers = workers;
  }
  return ways;
}

void add_round(const CompareReport& report, CompareRound round, std::vector<CompareJob>& jobs) {
  const bool with_python = round != CompareRound::traced && !report.cpython.ways.empty();
  for (std::size_t way = 0; way < report.ways.size(); ++way) {
    for (std::size_t measured = 0; measured < report.ways[way].measured.size(); ++measured) {
      if (round == CompareRound::warm_up && measured > 0) break;
      jobs.push_back({way, measured, round, false});
      if (with_python) jobs.push_back({way, measured, round, true});
    }
  }
}

}  // namespace

CompareReport empty_report(const CompareSettings& settings, const CompareMachine& machine) {
  CompareReport report;
  report.settings = settings;
  report.machine = machine;
  report.ways = places_for(settings);
  report.cpython.program = settings.python;
  return report;
}

std::vector<CompareJob> jobs_of(const CompareReport& report) {
  std::vector<CompareJob> jobs;
  add_round(report, CompareRound::warm_up, jobs);
  for (int round = 0; round < report.settings.repeat; ++round) {
    add_round(report, CompareRound::timed, jobs);
    if (round == 0) add_round(report, CompareRound::traced, jobs);
  }
  return jobs;
}

}  // namespace forkscope::lab
