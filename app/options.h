// The command line of forkscope.
#pragma once

#include <string>
#include <variant>

#include "app/model/mode.h"
#include "app/model/personality.h"
#include "core/lab/protocol.h"

namespace forkscope::app {

struct Options {
  std::string file;
  int lesson = 1;
  bool has_mode = false;  // `mode` was asked for
  bool show_library = false;
  Mode mode = Mode::live;
  int step = -1;                 // of the picture: the step or row to show; -1 = the last
  int python_runs = 0;           // of the picture of the Outcomes page
  int repeat = 5;                // of the Starts page's measurement
  bool pool_lab = false;         // the Compare page begins with the pool lab
  lab::CompareSettings compare;  // the Compare page's order
  std::string language;          // "" = the system's
  std::string theme = "dark";
  float scale = 0;         // 0 = the display's
  std::string screenshot;  // a PNG to write; no window then
  std::string at = "end";
  std::string schedule;         // Step mode: what is done first
  bool every_bytecode = false;  // of the Outcomes page: threads change places inside a statement
  bool show_remains = false;    // Step mode: with what can still happen
  int challenge = -1;           // Step mode: the outcome of this row is the challenge; -1 = none
  std::string start_method;     // "" = the lesson's, or the usual one
  Personality personality;
  int width = 1600, height = 900;
  std::string state_log;  // a file that gets a line of JSON for each change of state (tests wait for them)
};

// The options, or the exit code where the command line asked for help or was wrong (the message is printed).
std::variant<Options, int> parse_options(int count, char** arguments);

// "120us", "2ms", "1.5s", "900ns" in nanoseconds; -1 if it is none of these.
long long parse_time(const std::string& text);

}  // namespace forkscope::app
