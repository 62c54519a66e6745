#include "core/lab/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "core/lab/compare_command.h"
#include "core/lab/fail.h"
#include "core/lab/outcomes_command.h"
#include "core/lab/program_text.h"
#include "core/lab/run_command.h"
#include "core/lab/server.h"
#include "core/lab/simulated_command.h"
#include "core/lab/starts_command.h"
#include "core/lab/step_command.h"
#include "core/vm/unsupported.h"

namespace forkscope::lab {

namespace {

constexpr int kUsageError = 2;

std::vector<std::string> strings_of(int count, char** arguments) {
  return {arguments, arguments + count};
}

void add_personality(CLI::App& app, vm::Personality& personality) {
  app.add_option("--python-version", personality.python_version,
                 "Whose rules count where Python's versions differ")
      ->check(
          CLI::IsMember(std::vector<std::string>(vm::kPythonVersions.begin(), vm::kPythonVersions.end())));
  app.add_option("--personality", personality.system, "The system whose multiprocessing is imitated")
      ->check(CLI::IsMember(std::vector<std::string>(vm::kPersonalities.begin(), vm::kPersonalities.end())));
  app.add_flag("--empty-by-semaphore", personality.empty_by_semaphore,
               "Queue.empty() asks the semaphore, as proposed for CPython");
}

// Returns a usage error's exit code; -1 when the arguments make sense.
int parse(CLI::App& app, std::vector<std::string> arguments) {
  std::reverse(arguments.begin(), arguments.end());
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kUsageError;
  }
  return -1;
}

bool takes_value(const std::string& option) {
  return option == "--start-method" || option == "--trace" || option == "--memory-limit-mb" ||
         option == "--python-version" || option == "--personality" || option == "--kernel";
}

// `[OPTIONS] -c TEXT ARGUMENTS`, as python3 takes it: everything after the text is the program's. Where -c
// stands; 0: nowhere.
std::size_t text_command_at(const std::vector<std::string>& arguments) {
  std::size_t next = 1;
  while (next < arguments.size() && arguments[next].starts_with("--")) {
    next += takes_value(arguments[next]) ? 2U : 1U;
  }
  return next < arguments.size() && arguments[next] == "-c" ? next : 0;
}

int run_text(const std::vector<std::string>& arguments, std::size_t at) {
  if (arguments.size() < at + 2) return fail("-c needs the text of a program.", kUsageError);
  const auto first = arguments.begin(), text = first + static_cast<std::ptrdiff_t>(at) + 1;
  RunOptions options;
  CLI::App app{"", "forkscope-lab"};
  add_personality(app, options.personality);
  if (const int code = parse(app, {first + 1, text - 1}); code >= 0) return code;
  options.command_line = arguments;
  options.is_text = true;
  options.text = *text;
  options.arguments.assign(text + 1, arguments.end());
  return run_command(options);
}

// `run [OPTIONS] FILE [OPTIONS] [ARGUMENTS]`: our options count on both sides of the file, everything else
// behind it, and all that follows `--`, is the program's.
struct RunArguments {
  std::vector<std::string> ours, programs;
};

bool is_ours(const std::string& argument) {
  const std::string option = argument.substr(0, argument.find('='));
  return takes_value(option) || option == "--stats" || option == "--empty-by-semaphore";
}

RunArguments split_run_arguments(const std::vector<std::string>& arguments) {
  RunArguments split;
  std::size_t next = 0;
  for (; next < arguments.size() && arguments[next] != "--"; ++next) {
    const std::string& argument = arguments[next];
    const bool before_file = split.programs.empty() && argument.starts_with('-');
    const bool ours = is_ours(argument);
    (ours || before_file ? split.ours : split.programs).push_back(argument);
    if (ours && takes_value(argument) && next + 1 < arguments.size()) split.ours.push_back(arguments[++next]);
  }
  if (next < arguments.size()) ++next;
  for (; next < arguments.size(); ++next) split.programs.push_back(arguments[next]);
  return split;
}

struct CommandLine {
  CLI::App app{"Runs Python programs that use multiprocessing, on the engine of Forkscope.", "forkscope-lab"};
  RunOptions run_options;
  std::string run_kernel = "real";
  std::string file_to_check;
  bool lists_unsupported = false;
  int socket = -1;
  MeasureStarts starts_order;
  vm::Personality starts_personality;
  bool starts_as_json = false;
  CompareSettings compare_settings;
  bool compare_as_json = false, compare_as_csv = false;
  CLI::App* compare = nullptr;
  CLI::App* run = nullptr;
  CLI::App* check = nullptr;
  CLI::App* serve = nullptr;
  CLI::App* step = nullptr;
  StepOptions step_options;
  CLI::App* starts = nullptr;
  CLI::App* outcomes = nullptr;
  OutcomesOptions outcomes_options;

  CommandLine() {
    app.set_version_flag("--version", std::string("forkscope-lab ") + FORKSCOPE_VERSION);
    app.require_subcommand(1);
    app.footer("  [OPTIONS] -c TEXT [ARGUMENTS]  Run a text, as python3 -c does");

    run = app.add_subcommand("run", "Run a program as python3 does: run [OPTIONS] FILE [ARGUMENTS]");
    run->add_option("--start-method", run_options.start_method,
                    "How processes start unless the program says it")
        ->check(CLI::IsMember({"fork", "spawn", "forkserver"}));
    add_personality(*run, run_options.personality);
    run->add_option("--trace", run_options.trace_file, "Write everything that happened to this file");
    run->add_option("--memory-limit-mb", run_options.memory_limit_mb,
                    "How much memory the values of each process may take (1024 MB unless given)")
        ->check(CLI::Range(16, 1 << 20));
    run->add_option("--kernel", run_kernel,
                    "real: processes of the system; sim: all of them simulated in one")
        ->check(CLI::IsMember({"real", "sim"}));
    run->add_flag("--stats", run_options.stats, "Say at the end how many events there were");

    check = app.add_subcommand("check", "Say whether Forkscope can run a program, without running it");
    check->add_option("FILE", file_to_check);
    check->add_flag("--list-unsupported", lists_unsupported, "Print what no program may use");

    add_step();
    add_starts();
    add_outcomes();
    add_compare();

    serve = app.add_subcommand("serve", "Work for a window (the window starts this by itself)");
    serve->add_option("--socket", socket, "Descriptor of the socket to the window")->required();
  }

  void add_step() {
    step =
        app.add_subcommand("step", "Run a program move by move: step FILE --schedule \"main*7 feeder main\"");
    StepOptions& options = step_options;
    step->add_option("FILE", options.file)->required();
    step->add_option("ARGUMENTS", options.arguments, "What the program finds in sys.argv");
    step->add_option("--schedule", options.schedule,
                     "Who moves, in order: names of threads, *N repeats, +N stops at the N-th call or jump, "
                     "+Nb before the N-th bytecode; also time, time:THREAD, kill:PROCESS; @FILE has it");
    step->add_option("--start-method", options.start_method, "How processes start unless the program says it")
        ->check(CLI::IsMember({"fork", "spawn", "forkserver"}));
    add_personality(*step, options.personality);
    step->add_option("--seed", options.seed, "After the schedule, draw who moves next with this seed");
    step->add_option("--entropy", options.entropy, "What the program's random numbers begin with")
        ->check(CLI::PositiveNumber);
    step->add_option("--max-steps", options.most_steps, "Stop after so many steps");
    step->add_option("--repeat", options.repeat, "Run the schedule so often and compare")
        ->check(CLI::PositiveNumber);
    step->add_flag("--stop", options.stops, "Stop at the end of the schedule");
    step->add_flag("--quiet", options.quiet, "Record no events");
    step->add_flag("--json", options.json, "Print one JSON object");
  }

  void add_starts() {
    starts =
        app.add_subcommand("starts", "Measure how a program's processes start by fork, spawn and forkserver");
    starts->add_option("FILE", starts_order.path)->required();
    starts->add_option("ARGUMENTS", starts_order.arguments);
    starts->add_option("--repeat", starts_order.repeat, "Timed runs of each method")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    starts->add_option("--seconds", starts_order.seconds, "Most that one run may take")
        ->check(CLI::Range(0.1, 600.0))
        ->capture_default_str();
    starts->add_option("--python", starts_order.python, "python3 to compare with, or none")
        ->capture_default_str();
    add_personality(*starts, starts_personality);
    starts->add_flag("--json", starts_as_json, "Print one JSON object");
  }

  void add_outcomes() {
    outcomes = app.add_subcommand("outcomes", "Find everything that a program can do, in every order");
    OutcomesOptions& options = outcomes_options;
    outcomes->add_option("FILE", options.file)->required();
    outcomes->add_option("ARGUMENTS", options.arguments, "What the program finds in sys.argv");
    outcomes
        ->add_option("--start-method", options.start_method, "How processes start unless the program says it")
        ->check(CLI::IsMember({"fork", "spawn", "forkserver"}));
    add_personality(*outcomes, options.personality);
    outcomes->add_option("--max-states", options.most_states, "Stop after so many states")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    outcomes->add_option("--max-mb", options.most_megabytes, "Stop with so many megabytes of states")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    outcomes->add_flag("--kill", options.kills, "One process may be killed, at any moment");
    outcomes->add_flag("--every-bytecode", options.every_bytecode,
                       "Threads of one process may change places before every bytecode, as in CPython up to "
                       "3.9, not only at calls and backward jumps, as in CPython 3.11");
    outcomes->add_flag("--json", options.json, "Print one JSON object");
    outcomes->add_flag("--stats", options.stats, "Say at the end what work it was");
    outcomes->add_flag("--messages", options.messages, "Say what is found as messages (for the window)");
    outcomes->add_flag("--stay", options.stays, "Then answer what is asked on stdin (for the window)");
  }

  void add_compare() {
    CompareSettings& settings = compare_settings;
    compare =
        app.add_subcommand("compare", "Measure when threads help, when processes do, and what each costs");
    compare->add_option("FILE", settings.path, "A program with a function work(item): it is the work");
    compare->add_option("--work", settings.work, "primes, io, mixed or bytes")->capture_default_str();
    compare->add_option("--ways", settings.ways, ways_help())->delimiter(',');
    compare->add_option("--workers", settings.workers, "How many threads or processes: 1,2,4")
        ->delimiter(',');
    compare->add_option("--tasks", settings.tasks)->capture_default_str();
    compare->add_option("--size", settings.size, "Of a task; what that is depends on the work");
    compare->add_option("--bytes", settings.bytes, "That come with every item");
    compare->add_option("--chunk", settings.chunk, "Tasks that a pool hands out at once; 0 = as it likes");
    compare
        ->add_option("--pool-call", settings.pool_call, "map, imap, imap_unordered, starmap or apply_async")
        ->capture_default_str();
    compare->add_option("--tasks-per-child", settings.tasks_per_child,
                        "maxtasksperchild of a Pool; 0 = no limit");
    compare->add_option("--repeat", settings.repeat, "Timed runs of each way")->capture_default_str();
    compare->add_option("--seconds", settings.seconds, "Most that one run may take")
        ->check(CLI::Range(0.1, 600.0))
        ->capture_default_str();
    compare->add_option("--python", settings.python, "python3 to compare with, or none")
        ->capture_default_str();
    auto* json = compare->add_flag("--json", compare_as_json, "Print one JSON object");
    compare->add_flag("--csv", compare_as_csv, "Print one line a run")->excludes(json);
  }

  static std::string ways_help() {
    std::string help = "Of:";
    for (const CompareWay& way : kCompareWays) {
      if (way.name != "serial-nogil") help += " " + std::string(way.name);
    }
    return help;
  }

  int run_compare() {
    if (compare_settings.python == "none") compare_settings.python.clear();
    if (!compare_settings.path.empty()) compare_settings.work = "function";
    return compare_command(compare_settings, compare_as_json  ? CompareFormat::json
                                             : compare_as_csv ? CompareFormat::csv
                                                              : CompareFormat::table);
  }

  int check_file() const {
    if (lists_unsupported) {
      std::cout << vm::list_unsupported();
      return 0;
    }
    if (!file_to_check.empty()) return check_command(file_to_check);
    return fail("check needs a file. See forkscope-lab check --help.", kUsageError);
  }

  int run_file(const std::vector<std::string>& command_line, std::vector<std::string> program) {
    if (program.empty()) return fail("run needs a file. See forkscope-lab run --help.", kUsageError);
    if (run_options.personality.system == "windows" && !run_options.start_method.empty() &&
        run_options.start_method != "spawn")
      return fail("Windows knows only the start method spawn.", kUsageError);
    run_options.command_line = command_line;
    run_options.file = program.front();
    run_options.arguments.assign(program.begin() + 1, program.end());
    return run_kernel == "sim" ? run_simulated(run_options) : run_command(run_options);
  }
};

}  // namespace

int run_command_line(int argument_count, char** arguments) {
  const std::vector<std::string> strings = strings_of(argument_count, arguments);
  if (const std::size_t at = text_command_at(strings); at != 0) return run_text(strings, at);
  CommandLine line;
  std::vector<std::string> ours(strings.begin() + 1, strings.end());
  RunArguments split;
  if (!ours.empty() && ours.front() == "run") {
    split = split_run_arguments({ours.begin() + 1, ours.end()});
    ours.resize(1);
    ours.insert(ours.end(), split.ours.begin(), split.ours.end());
  }
  if (const int code = parse(line.app, ours); code >= 0) return code;
  if (*line.run) return line.run_file(strings, split.programs);
  if (*line.step) return step_command(line.step_options);
  if (*line.outcomes) return outcomes_command(line.outcomes_options);
  if (*line.check) return line.check_file();
  if (*line.compare) return line.run_compare();
  if (*line.starts) {
    if (line.starts_order.python == "none") line.starts_order.python.clear();
    line.starts_order.personality = line.starts_personality.system;
    return starts_command(line.starts_order, line.starts_personality.flags(), line.starts_as_json);
  }
  return serve_command(line.socket);
}

}  // namespace forkscope::lab
