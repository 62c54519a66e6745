#include <cstdio>

#include "core/lab/compare_report.h"

namespace forkscope::lab {

namespace {

void add_rows(const char* engine, const std::vector<CompareWayReport>& ways, std::string& csv) {
  for (const CompareWayReport& way : ways) {
    for (const CompareMeasured& measured : way.measured) {
      int number = 0;
      for (const double seconds : measured.runs_s) {
        char row[128];
        std::snprintf(row, sizeof row, "%s,%s,%d,%d,%.6f\n", engine, way.way.c_str(), measured.workers,
                      ++number, seconds);
        csv += row;
      }
    }
  }
}

}  // namespace

std::string csv_of(const CompareReport& report) {
  std::string csv = "engine,way,workers,run,seconds\n";
  add_rows("forkscope", report.ways, csv);
  add_rows("cpython", report.cpython.ways, csv);
  return csv;
}

}  // namespace forkscope::lab
