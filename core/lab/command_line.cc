#include "core/lab/command_line.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "core/lab/program_text.h"
#include "core/lab/run_command.h"
#include "core/lab/server.h"

namespace forkscope::lab {

namespace {

constexpr int kUsageError = 2;

std::vector<std::string> strings_of(int count, char** arguments) {
  return {arguments, arguments + count};
}

// `-c TEXT ARGUMENTS`, as python3 takes it: everything after the text is the program's.
bool is_text_command(const std::vector<std::string>& arguments) {
  return arguments.size() >= 2 && arguments[1] == "-c";
}

int run_text(const std::vector<std::string>& arguments) {
  if (arguments.size() < 3) {
    std::cerr << "forkscope-lab: -c needs the text of a program.\n";
    return kUsageError;
  }
  RunOptions options;
  options.command_line = arguments;
  options.is_text = true;
  options.text = arguments[2];
  options.arguments.assign(arguments.begin() + 3, arguments.end());
  return run_command(options);
}

struct CommandLine {
  CLI::App app{"Runs Python programs that use multiprocessing, on the engine of Forkscope.", "forkscope-lab"};
  RunOptions run_options;
  std::string file_to_check;
  int socket = -1;
  CLI::App* run = nullptr;
  CLI::App* check = nullptr;
  CLI::App* serve = nullptr;

  CommandLine() {
    app.set_version_flag("--version", std::string("forkscope-lab ") + FORKSCOPE_VERSION);
    app.require_subcommand(1);
    app.footer("  -c TEXT [ARGUMENTS]         Run a text, as python3 -c does");

    run = app.add_subcommand("run", "Run a program as python3 does: run [OPTIONS] FILE [ARGUMENTS]");
    run->add_option("--start-method", run_options.start_method,
                    "How processes start unless the program says it")
        ->check(CLI::IsMember({"fork", "spawn"}));
    run->add_option("--trace", run_options.trace_file, "Write everything that happened to this file");
    run->add_flag("--stats", run_options.stats, "Say at the end how many events there were");
    // From FILE on, everything is the program's.
    run->prefix_command();

    check = app.add_subcommand("check", "Say whether Forkscope can run a program, without running it");
    check->add_option("FILE", file_to_check)->required();

    serve = app.add_subcommand("serve", "Work for a window (the window starts this by itself)");
    serve->add_option("--socket", socket, "Descriptor of the socket to the window")->required();
  }

  int run_file(const std::vector<std::string>& arguments) {
    std::vector<std::string> rest = run->remaining();
    if (!rest.empty() && rest.front() == "--") rest.erase(rest.begin());
    if (rest.empty() || rest.front().starts_with('-')) {
      std::cerr << "forkscope-lab: "
                << (rest.empty() ? "run needs a file" : "there is no option " + rest.front())
                << ". See forkscope-lab run --help.\n";
      return kUsageError;
    }
    run_options.command_line = arguments;
    run_options.file = rest.front();
    run_options.arguments.assign(rest.begin() + 1, rest.end());
    return run_command(run_options);
  }

  int act(const std::vector<std::string>& arguments) {
    if (*run) return run_file(arguments);
    if (*check) return check_command(file_to_check);
    return serve_command(socket);
  }
};

}  // namespace

int run_command_line(int argument_count, char** arguments) {
  const std::vector<std::string> strings = strings_of(argument_count, arguments);
  if (is_text_command(strings)) return run_text(strings);
  CommandLine line;
  try {
    line.app.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return line.app.exit(error) == 0 ? 0 : kUsageError;
  }
  return line.act(strings);
}

}  // namespace forkscope::lab
