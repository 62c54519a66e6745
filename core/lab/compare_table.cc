#include <cstdio>
#include <string_view>

#include "core/lab/compare_settings.h"
#include "core/lab/compare_statistics.h"
#include "core/lab/compare_text.h"

namespace forkscope::lab {

namespace {

template <typename... Arguments>
std::string line(const char* format, Arguments... arguments) {
  char buffer[512];
  std::snprintf(buffer, sizeof buffer, format, arguments...);
  return buffer;
}

std::string settings_line(const CompareReport& report) {
  const CompareSettings& settings = report.settings;
  const std::string work = settings.work == "function" ? settings.path : settings.work;
  return line("%s: %d tasks of size %d, %d bytes an item, %d runs each; %d cores\n\n", work.c_str(),
              settings.tasks, settings.size, settings.bytes, settings.repeat, report.machine.cores);
}

std::string split_text(const CompareSplit& split) {
  if (split.whole <= 0) return "";
  std::string text;
  const std::pair<const char*, double> parts[] = {
      {"start", split.start_up},  {"compute", split.computing}, {"I/O", split.io},      {"GIL", split.gil},
      {"pickle", split.pickling}, {"pipe", split.pipe},         {"locks", split.locks}, {"idle", split.idle}};
  for (const auto& [name, seconds] : parts) {
    const double share = 100 * seconds / split.whole;
    if (share >= 0.5) text += line("%s%s %.0f", text.empty() ? "" : ", ", name, share);
  }
  return text;
}

std::string row_of(const CompareMeasured& measured, std::string_view name, const CompareMeasured* python) {
  std::string text = line("%-36.*s %7d ", static_cast<int>(name.size()), name.data(), measured.workers);
  if (measured.median_s <= 0)
    return text + "      -  " + (measured.trouble.empty() ? "not measured" : measured.trouble) + "\n";
  text += line("%8.1f %5.0f%% %8.2f ", measured.median_s * 1000, measured.spread * 100, measured.speed_up);
  text += python == nullptr ? line("%9s %9s ", "-", "-")
                            : line("%9.1f %9.2f ", python->median_s * 1000, python->speed_up);
  text += measured.traced_s > 0 ? line("%9d %7.0f%%  ", measured.gil_handovers, measured.tracing * 100)
                                : line("%9s %8s  ", "-", "-");
  text += split_text(measured.split) + "\n";
  if (!measured.trouble.empty()) text += "    " + measured.trouble + "\n";
  return text;
}

std::string amdahl_lines(const std::vector<CompareWayReport>& ways) {
  std::string text;
  for (const CompareWayReport& way : ways) {
    if (way.serial_part < 0) continue;
    text += line("  %s: %.0f %% (+- %.0f) of the work does not get faster with more workers\n",
                 way.way.c_str(), way.serial_part * 100, way.serial_part_error * 100);
  }
  return text.empty() ? "" : "\nAmdahl:\n" + text;
}

}  // namespace

std::string table_of(const CompareReport& report) {
  std::string text = settings_line(report);
  text += line("%-36s %7s %8s %6s %8s %9s %9s %9s %8s  %s\n", "way", "workers", "ms", "spread", "speed-up",
               "python3 ms", "speed-up", "handovers", "tracing", "where the time went, %");
  for (const CompareWayReport& way : report.ways) {
    const std::string_view name = find_way(way.way)->called;
    if (!way.trouble.empty()) text += std::string(name) + ": " + way.trouble + "\n";
    for (const CompareMeasured& measured : way.measured)
      text += row_of(measured, name, measured_in(report.cpython.ways, way.way, measured.workers));
  }
  text += amdahl_lines(report.ways) + "\n";
  if (!report.cpython.missing.empty()) text += report.cpython.missing + "\n";
  if (!report.cpython.version.empty()) text += "python3 is CPython " + report.cpython.version + ".\n";
  for (const CompareSentence& sentence : report.sentences) text += "* " + sentence.text + "\n";
  for (const CompareSentence& warning : report.warnings) text += "! " + warning.text + "\n";
  if (report.cancelled) text += "It was cancelled: what was measured until then.\n";
  return text;
}

}  // namespace forkscope::lab
