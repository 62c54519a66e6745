// The report of `compare` as a table. Pure.
#pragma once

#include <string>

#include "core/lab/compare_report.h"

namespace forkscope::lab {

// One object: machine, settings, ways by name and number of workers, cpython, sentences, warnings. What was
// not measured is null.
std::string json_of(const CompareReport& report);
// For people.
std::string table_of(const CompareReport& report);
// One line a run, for spreadsheets: engine,way,workers,run,seconds.
std::string csv_of(const CompareReport& report);

}  // namespace forkscope::lab
