// Frame: everything a panel may look at while it draws, const. Made by App once a frame; valid during that
// frame only. Panels answer with commands; nothing else connects them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "app/model/command.h"
#include "app/model/compare_view.h"
#include "app/model/console.h"
#include "app/model/lesson.h"
#include "app/model/library_view.h"
#include "app/model/mode.h"
#include "app/model/outcomes_view.h"
#include "app/model/personality.h"
#include "app/model/pool_history.h"
#include "app/model/prediction.h"
#include "app/model/remains_view.h"
#include "app/model/selection.h"
#include "app/model/starts_view.h"
#include "app/model/step_view.h"
#include "core/trace/store.h"
#include "core/trace/world.h"

namespace forkscope::app {

enum class RunState : std::uint8_t {
  nothing,  // no program yet
  starting,
  running,
  paused,
  ended,     // by itself
  stopped,   // by the user
  refused,   // before the run: syntax error, unsupported construct, no such file
  lab_lost,  // the lab died; the trace is kept
};

// What came of checking the program before the run.
struct Refusal {
  std::string message;       // as CPython words it, or our sentence
  int line = 0, column = 0;  // 1-based; 0 = none
  std::string text;          // the whole report as printed by `forkscope-lab check`
};

struct KnobView {
  std::string name;
  double low = 0, high = 1, value = 0;
  bool is_float = false;
  int line = 0;
};

// One process as the operating system shows it (from /proc, not from the trace).
struct SystemProcess {
  int pid = 0, parent_pid = 0;
  std::string command_line;
  std::string role;  // "", "resource tracker"
};

struct Settings {
  Mode mode = Mode::live;
  std::string language = "en";
  std::string theme = "dark";
  float scale = 1.0f;
  std::string start_method = "fork";
  Personality personality;
  bool show_personality = false;  // its popup
  bool show_help = false;
  bool show_notes = true;
  bool motion = true;           // items move on the stage instead of jumping
  bool show_goals = false;      // how far a stepped program is to go on: a popup
  std::uint32_t goal_line = 0;  // as typed there so far; 0 = nothing
  bool axis_of_steps = true;    // Step mode: the timeline has equal steps, not time
  bool show_library = false;    // in Step mode
};

struct Frame {
  const trace::Store& store;
  const trace::World& world;   // at the cursor
  std::int64_t cursor_ns = 0;  // the moment shown
  bool live = true;            // the cursor follows the newest event
  TimeWindow window;
  Selection selection;
  Settings settings;
  const StepView& step;
  const StartsView& starts;
  const OutcomesView& outcomes;
  const RemainsView& remains;
  const CompareView& compare;
  const PoolView& pool;  // of the pool lab, while its program is the one that runs

  RunState state = RunState::nothing;
  int runs = 0;  // begun since the window opened
  int exit_code = 0;
  std::string state_detail;  // e.g. why the program was stopped: "64 processes: ..."
  Refusal refusal;

  std::string program_name;  // "program.py"
  const std::vector<std::string>& source_lines;
  const std::vector<Lesson>& lessons;
  int lesson = 0;  // 1-based, 0 = an opened file
  const std::vector<KnobView>& knobs;
  const std::vector<SystemProcess>& system_processes;
  // Live and running: the line every thread is on right now, sampled; free run records no line events.
  // Otherwise empty.
  const std::map<base::ThreadId, std::uint32_t>& current_lines;
  const ConsoleLines& console;
  int chosen_knob = 0;  // index, for the keyboard
  LibraryView library;  // empty while it is not shown
  PredictionView prediction;
  std::string notice;  // what the last command came to: "Saved to ..."; shown for a few seconds
  double seconds = 0;  // since the window opened, for motion
};

}  // namespace forkscope::app
