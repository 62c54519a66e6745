#include "app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace forkscope::app {

namespace {

std::string check_size(const std::string& text) {
  int width = 0, height = 0;
  char rest = 0;
  const bool read = std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) == 2;
  if (!read || width < 320 || height < 240 || width > 16384 || height > 16384)
    return "a size is like 1600x900, from 320x240 on";
  return {};
}

std::string check_time(const std::string& text) {
  return text == "end" || parse_time(text) >= 0 ? std::string() : "a time is like 120us, 2ms, 1.5s or end";
}

std::string system_language() {
  for (const char* variable : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(variable);
    if (value != nullptr && value[0] != 0) return std::string(value).starts_with("ko") ? "ko" : "en";
  }
  return "en";
}

void add_personality(CLI::App& parser, Personality& personality) {
  parser
      .add_option("--python-version", personality.python_version,
                  "whose rules count where Python's versions differ: 3.11 .. 3.14")
      ->check(CLI::IsMember(python_versions()));
  parser
      .add_option("--personality", personality.system,
                  "the system whose multiprocessing is imitated: linux, macos, windows")
      ->check(CLI::IsMember(systems()));
  parser.add_flag("--empty-by-semaphore", personality.empty_by_semaphore,
                  "Queue.empty() asks the semaphore, as proposed for CPython");
}

// The Compare page's order; see there.
void add_comparison(CLI::App& parser, lab::CompareSettings& order) {
  const std::string group = "Compare";
  std::vector<std::string> works, ways;
  for (const lab::CompareWork& work : lab::kCompareWorks) works.emplace_back(work.name);
  for (const lab::CompareWay& way : lab::kCompareWays) ways.emplace_back(way.name);
  parser.add_option("--work", order.work, "primes, io, mixed, bytes, or function: work(item) of FILE")
      ->check(CLI::IsMember(works))
      ->group(group);
  parser.add_option("--ways", order.ways, "who does it, as serial,threads,fork")
      ->delimiter(',')
      ->check(CLI::IsMember(ways))
      ->group(group);
  parser.add_option("--workers", order.workers, "numbers of workers, as 1,2,4")
      ->delimiter(',')
      ->check(CLI::Range(1, 64))
      ->group(group);
  parser.add_option("--tasks", order.tasks, "how many tasks")->check(CLI::Range(1, 10'000))->group(group);
  parser.add_option("--task-size", order.size, "how much one task is; 0 = the work's own")
      ->check(CLI::Range(0, 1'000'000'000))
      ->group(group);
  parser.add_option("--runs", order.repeat, "how often each way is timed")
      ->check(CLI::Range(1, 50))
      ->group(group);
  parser.add_option("--python", order.python, "the CPython beside it; none = without")->group(group);
}

}  // namespace

long long parse_time(const std::string& text) {
  char* unit = nullptr;
  const double number = std::strtod(text.c_str(), &unit);
  if (unit == text.c_str() || !(number >= 0) || number > 1e9) return -1;
  const std::string name = unit;
  const double factor = name == "ns"                   ? 1
                        : name == "us" || name == "µs" ? 1e3
                        : name == "ms"                 ? 1e6
                        : name == "s"                  ? 1e9
                                                       : -1;
  return factor < 0 ? -1 : std::llround(number * factor);
}

std::variant<Options, int> parse_options(int count, char** arguments) {
  Options options;
  std::string size = "1600x900";
  CLI::App parser("See what Python's multiprocessing really does.", "forkscope");
  parser.add_option("FILE", options.file, "a Python program to open");
  parser.add_option("--lesson", options.lesson, "the lesson to open")->check(CLI::Range(1, 99));
  parser.add_option("--lang", options.language, "language: en, ko")->check(CLI::IsMember({"en", "ko"}));
  parser.add_option("--theme", options.theme, "colours: dark, light, contrast")
      ->check(CLI::IsMember({"dark", "light", "contrast"}));
  parser.add_option("--scale", options.scale, "size of everything, 1..3")->check(CLI::Range(1.0, 3.0));
  parser.add_option("--start-method", options.start_method, "how processes start: fork, spawn, forkserver")
      ->check(CLI::IsMember({"fork", "spawn", "forkserver"}));
  std::string mode = mode_name(options.mode);
  auto* has_mode =
      parser.add_option("--mode", mode, "how to look at the program: live, step, outcomes, starts, compare")
          ->check(CLI::IsMember({"live", "step", "outcomes", "starts", "compare"}));
  parser.add_flag("--library", options.show_library, "with the inside of the library, while stepping");
  parser.add_option("--repeat", options.repeat, "how often the starts page starts each method")
      ->check(CLI::Range(1, 1000));
  parser
      .add_option("--python-runs", options.python_runs,
                  "with --mode outcomes and --screenshot: how often CPython runs the program")
      ->check(CLI::Range(0, 10'000));
  parser.add_flag("--every-bytecode", options.every_bytecode,
                  "with --mode outcomes: threads change places inside a statement, too");
  parser.add_option("--schedule", options.schedule,
                    "with --mode step: who moves, step by step, as \"main*7 feeder*2\"");
  parser.add_flag("--remains", options.show_remains, "with --mode step: with what can still happen");
  parser
      .add_option("--challenge", options.challenge,
                  "with --mode step: reach the outcome of this row of the outcomes page; 0 is the first")
      ->check(CLI::NonNegativeNumber);
  add_comparison(parser, options.compare);
  parser.add_flag("--pool-lab", options.pool_lab, "the pool lab, with --mode compare")->group("Compare");
  add_personality(parser, options.personality);
  auto* picture =
      parser.add_option("--screenshot", options.screenshot, "run without a window and write this PNG");
  parser.add_option("--at", options.at, "moment of the picture: 120us, 2ms, 1.5s, end")
      ->check(CLI::Validator(check_time, "TIME"))
      ->needs(picture);
  parser.add_option("--step", options.step, "step or row of the picture: 0 is the first")
      ->check(CLI::NonNegativeNumber)
      ->needs(picture);
  parser.add_option("--size", size, "of the window or picture: 1600x900")
      ->check(CLI::Validator(check_size, "WxH"));
  parser.add_option("--log-state", options.state_log, "write a line of JSON for each change of state")
      ->envname("FORKSCOPE_TEST_LOG")
      ->group("Tests");
  try {  // CLI11 reports by exceptions; they end here
    parser.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return parser.exit(error) == 0 ? 0 : 1;
  }
  const auto methods = start_methods(options.personality);
  if (!options.start_method.empty() &&
      std::find(methods.begin(), methods.end(), options.start_method) == methods.end()) {
    std::fprintf(stderr, "forkscope: %s does not know the start method %s.\n",
                 system_name(options.personality.system).c_str(), options.start_method.c_str());
    return 1;
  }
  if (options.compare.python == "none") options.compare.python.clear();
  options.mode = mode_named(mode);
  options.has_mode = has_mode->count() > 0 || !options.screenshot.empty();
  std::sscanf(size.c_str(), "%dx%d", &options.width, &options.height);
  if (options.language.empty()) options.language = system_language();
  return options;
}

}  // namespace forkscope::app
