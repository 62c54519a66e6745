#include "core/lab/compare_machine.h"

#include <sched.h>
#include <sys/resource.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace forkscope::lab {

namespace {

std::string text_of(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

double seconds_of(int who) {
  rusage usage{};
  ::getrusage(who, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

std::string processor_name() {
  std::istringstream lines(text_of("/proc/cpuinfo"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(':');
    if (line.starts_with("model name") && colon != std::string::npos && colon + 2 <= line.size())
      return line.substr(colon + 2);
  }
  return "";
}

// A container may have less time than the processors that it sees.
int cores_allowed() {
  cpu_set_t allowed;
  CPU_ZERO(&allowed);
  if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
  return cores_within(text_of("/sys/fs/cgroup/cpu.max"), std::max(1, CPU_COUNT(&allowed)));
}

}  // namespace

CompareMachine read_machine() {
  CompareMachine machine;
  machine.cores = cores_allowed();
  machine.processor = processor_name();
  utsname system{};
  if (::uname(&system) == 0) machine.system = std::string(system.sysname) + " " + system.release;
  return machine;
}

int cores_within(const std::string& quota, int cores) {
  std::istringstream words(quota);
  double time = 0, period = 0;
  if (!(words >> time >> period) || time <= 0 || period <= 0) return cores;
  return std::clamp(static_cast<int>(std::min(time / period + 0.5, 1e6)), 1, cores);
}

BusyTime read_busy_time() {
  const double busy = busy_seconds(text_of("/proc/stat"), static_cast<double>(::sysconf(_SC_CLK_TCK)));
  return {busy, seconds_of(RUSAGE_SELF) + seconds_of(RUSAGE_CHILDREN), std::chrono::steady_clock::now()};
}

double others_load(const BusyTime& from, const BusyTime& to) {
  const double passed = std::chrono::duration<double>(to.at - from.at).count();
  if (passed <= 0 || from.all_s < 0 || to.all_s < 0) return -1;
  return std::max(0.0, (to.all_s - from.all_s) - (to.ours_s - from.ours_s)) / passed;
}

double busy_seconds(const std::string& stat, double ticks_per_second) {
  std::istringstream words(stat);
  std::string name;
  double user = 0, nice = 0, system = 0, idle = 0, waits = 0, interrupts = 0, soft = 0, stolen = 0;
  if (!(words >> name >> user >> nice >> system >> idle >> waits >> interrupts >> soft) || name != "cpu")
    return -1;
  words >> stolen;
  return (user + nice + system + interrupts + soft + stolen) / ticks_per_second;
}

}  // namespace forkscope::lab
