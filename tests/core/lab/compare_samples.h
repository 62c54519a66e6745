// Reports as they were measured, for tests of the rules.
#pragma once

#include <string>
#include <vector>

#include "core/lab/compare_report.h"
#include "core/lab/compare_statistics.h"

namespace forkscope::lab {

inline CompareMeasured measured(int workers, std::vector<double> runs_s) {
  CompareMeasured made;
  made.workers = workers;
  made.runs_s = std::move(runs_s);
  return made;
}

// Two cores, primes: serial 1 s; two threads as slow, with the GIL held all the time; two processes 0.53 s.
inline CompareReport sample_report() {
  CompareReport report;
  report.settings.workers = {1, 2, 4};
  report.machine.cores = 2;
  CompareMeasured threads = measured(2, {1.01, 0.99, 1.02});
  threads.split = {1.0, 0.01, 0.49, 0, 0.49, 0, 0, 0, 0.01};
  threads.gil_held = 0.99;
  threads.gil_handovers = 402;
  CompareMeasured fork = measured(2, {0.53, 0.54, 0.535});
  fork.split = {0.535, 0.0535, 0.428, 0, 0, 0.01, 0.02, 0, 0.0235};
  report.ways = {{"serial", "", {measured(1, {1.0, 0.98, 1.03})}},
                 {"threads", "", {measured(1, {1.0, 1.0, 1.01}), threads}},
                 {"fork", "", {measured(1, {1.02, 1.01, 1.0}), fork, measured(4, {0.55, 0.54, 0.56})}}};
  summarize(report);
  return report;
}

inline const CompareSentence* sentence_of(const std::vector<CompareSentence>& sentences,
                                          const std::string& rule) {
  for (const CompareSentence& sentence : sentences) {
    if (sentence.rule == rule) return &sentence;
  }
  return nullptr;
}

}  // namespace forkscope::lab
