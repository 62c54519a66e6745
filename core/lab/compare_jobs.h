// The order of the runs of `compare`: in rounds, A B C A B C, each way by our engine and then by python3, so
// that what changes on the machine meanwhile meets all of them. Pure.
#pragma once

#include <vector>

#include "core/lab/compare_report.h"

namespace forkscope::lab {

enum class CompareRound : std::uint8_t { warm_up, timed, traced };

struct CompareJob {
  std::size_t way = 0, measured = 0;  // indices in the report
  CompareRound round = CompareRound::timed;
  bool by_python = false;
};

// A report without times: a place for every way and number of workers that is ordered. `settings` are
// completed.
CompareReport empty_report(const CompareSettings& settings, const CompareMachine& machine);

// The warm-up of every way, then the rounds; the traced runs follow the first.
std::vector<CompareJob> jobs_of(const CompareReport& report);

}  // namespace forkscope::lab
