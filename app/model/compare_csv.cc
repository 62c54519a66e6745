// The report of a comparison as a table for a spreadsheet.
#include <fmt/format.h>

#include <algorithm>

#include "app/model/compare_view.h"

namespace forkscope::app {

namespace {

// An empty cell for what was not measured.
std::string cell(double value) {
  return value < 0 ? "" : fmt::format("{:.6g}", value);
}

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char character : text)
    quoted += character == '"' ? std::string("\"\"") : std::string(1, character);
  return quoted + '"';
}

std::size_t most_runs(const lab::CompareReport& report) {
  std::size_t most = 0;
  for (const auto* ways : {&report.ways, &report.cpython.ways})
    for (const lab::CompareWayReport& way : *ways)
      for (const lab::CompareMeasured& measured : way.measured) most = std::max(most, measured.runs_s.size());
  return most;
}

std::string line_of(const std::string& by, const std::string& way, const lab::CompareMeasured& measured,
                    std::size_t runs) {
  std::string line = fmt::format("{},{},{}", cell(by), way, measured.workers);
  const lab::CompareSplit& split = measured.split;
  for (const double value :
       {measured.median_s, measured.spread, measured.speed_up, measured.first_s, measured.traced_s,
        split.whole, split.start_up, split.computing, split.io, split.gil, split.pickling, split.pipe,
        split.locks, split.idle, measured.gil_held, static_cast<double>(measured.gil_handovers)})
    line += "," + cell(value);
  line += "," + cell(measured.trouble);
  for (std::size_t index = 0; index < runs; ++index)
    line += "," + (index < measured.runs_s.size() ? cell(measured.runs_s[index]) : std::string());
  return line + "\n";
}

}  // namespace

std::string compare_csv(const lab::CompareReport& report) {
  const std::size_t runs = most_runs(report);
  std::string table =
      "program,way,workers,median_s,spread,speed_up,first_s,traced_s,whole_s,start_up_s,computing_s,io_s,gil_"
      "s,"
      "pickling_s,pipe_s,locks_s,idle_s,gil_held,gil_handovers,trouble";
  for (std::size_t index = 1; index <= runs; ++index) table += fmt::format(",run_{}_s", index);
  table += "\n";
  for (const lab::CompareWayReport& way : report.ways)
    for (const lab::CompareMeasured& measured : way.measured)
      table += line_of("forkscope", way.way, measured, runs);
  for (const lab::CompareWayReport& way : report.cpython.ways)
    for (const lab::CompareMeasured& measured : way.measured)
      table += line_of("CPython " + report.cpython.version, way.way, measured, runs);
  return table;
}

}  // namespace forkscope::app
