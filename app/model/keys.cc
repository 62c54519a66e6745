#include "app/model/keys.h"

#include <algorithm>

namespace forkscope::app {

namespace {

// Marks a text for xgettext; it is translated where it is shown.
constexpr const char* tr_mark(const char* english) {
  return english;
}

}  // namespace

const std::vector<KeyBinding>& key_bindings() {
  static const char* const program = tr_mark("Program");
  static const char* const time = tr_mark("Time");
  static const char* const view = tr_mark("View");
  static const char* const file = tr_mark("File");
  static const std::vector<KeyBinding> bindings = {
      {Action::pause_or_go_on, Key::space, false, false, "Space", tr_mark("Pause, go on"), program},
      {Action::restart, letter('R'), false, false, "R", tr_mark("Start again; the file is read anew"),
       program},
      {Action::stop, letter('S'), false, false, "S", tr_mark("Stop the program and all its processes"),
       program},
      {Action::start_method, letter('M'), false, false, "M",
       tr_mark("The next start method: fork, spawn, forkserver"), program},
      {Action::personality, letter('P'), false, false, "P", tr_mark("Python and system that are imitated"),
       program},
      {Action::python_version, letter('Y'), false, false, "Y", tr_mark("The next version of Python"),
       program},
      {Action::operating_system, letter('O'), false, false, "O",
       tr_mark("The next system: Linux, macOS, Windows"), program},
      {Action::empty_by_semaphore, letter('E'), false, false, "E",
       tr_mark("empty() asks the pipe or the semaphore"), program},
      {Action::next_knob, Key::tab, false, false, "Tab", tr_mark("Choose the next knob"), program},
      {Action::knob_less, Key::comma, false, false, ",", tr_mark("Turn the chosen knob down"), program},
      {Action::knob_more, Key::period, false, false, ".", tr_mark("Turn the chosen knob up"), program},
      {Action::restart_lab, letter('K'), false, false, "K", tr_mark("Start the lab again when it was lost"),
       program},
      {Action::open_lesson, letter('1'), false, false, "1 .. 9", tr_mark("Open a lesson"), program},
      {Action::lesson_before, Key::page_up, false, false, "Page Up", tr_mark("The lesson before"), program},
      {Action::lesson_after, Key::page_down, false, false, "Page Down", tr_mark("The next lesson"), program},
      {Action::answer, letter('1'), true, false, "Ctrl 1 .. 9",
       tr_mark("Choose an answer to the lesson's question"), program},
      {Action::cursor_left, Key::left, false, false, "Left", tr_mark("To the event before"), time},
      {Action::cursor_right, Key::right, false, false, "Right", tr_mark("To the next event"), time},
      {Action::cursor_left_far, Key::left, false, true, "Shift Left",
       tr_mark("Back by a twentieth of the view"), time},
      {Action::cursor_right_far, Key::right, false, true, "Shift Right",
       tr_mark("On by a twentieth of the view"), time},
      {Action::cursor_home, Key::home, false, false, "Home", tr_mark("To the beginning"), time},
      {Action::cursor_end, Key::end, false, false, "End", tr_mark("To the newest event"), time},
      {Action::zoom_in, Key::plus, false, false, "+", tr_mark("Zoom in at the time cursor"), time},
      {Action::zoom_in, Key::plus, false, true, "Shift +", nullptr, time},
      {Action::zoom_out, Key::minus, false, false, "-", tr_mark("Zoom out"), time},
      {Action::fit, letter('F'), false, false, "F", tr_mark("Show the whole run"), time},
      {Action::notes, letter('N'), false, false, "N", tr_mark("Show or hide the notes"), view},
      {Action::motion, letter('A'), false, false, "A", tr_mark("Items move on the stage, or jump"), view},
      {Action::library, Key::f7, false, false, "F7", tr_mark("While stepping: look inside the library"),
       view},
      {Action::next_tab, letter('V'), false, false, "V", tr_mark("In a narrow window: the next card"), view},
      {Action::larger, Key::plus, true, false, "Ctrl +", tr_mark("Larger, up to 300 %"), view},
      {Action::larger, Key::plus, true, true, "Ctrl Shift +", nullptr, view},
      {Action::smaller, Key::minus, true, false, "Ctrl -", tr_mark("Smaller, down to 100 %"), view},
      {Action::language, letter('L'), false, false, "L", tr_mark("English or Korean"), view},
      {Action::theme, letter('T'), false, false, "T", tr_mark("Dark, light or high contrast"), view},
      {Action::help, Key::f1, false, false, "F1", tr_mark("Show or hide this list"), view},
      {Action::save_trace, letter('S'), true, false, "Ctrl S",
       tr_mark("Save the trace in the current folder"), file},
      {Action::save_picture, letter('P'), true, false, "Ctrl P",
       tr_mark("Save a picture in the current folder"), file},
      {Action::quit, letter('Q'), true, false, "Ctrl Q", tr_mark("Quit; nothing is left behind"), file},
  };
  return bindings;
}

namespace {

const std::vector<KeyBinding>& step_bindings() {
  static const char* const steps = tr_mark("Steps");
  static const std::vector<KeyBinding> bindings = {
      {Action::step, Key::space, false, false, "Space", tr_mark("The suggested step"), steps},
      {Action::step_chosen, letter('1'), false, false, "1 .. 9", tr_mark("This thread moves"), steps},
      {Action::step_line, Key::space, false, true, "Shift Space",
       tr_mark("The suggested thread, to its next line"), steps},
      {Action::step_call, Key::enter, false, false, "Enter",
       tr_mark("The suggested thread, to the end of its library call"), steps},
      {Action::step_back, letter('B'), false, false, "B", tr_mark("Back by a step"), steps},
      {Action::step_back, Key::left, false, false, "Left", nullptr, steps},
      {Action::step_forth, Key::right, false, false, "Right", tr_mark("Forth along what was done"), steps},
      {Action::step_home, Key::home, false, false, "Home", tr_mark("To the first step"), steps},
      {Action::step_end, Key::end, false, false, "End", tr_mark("To the last step"), steps},
      {Action::step_goals, letter('G'), false, false, "G", tr_mark("Go on until ..."), steps},
      {Action::step_run, letter('C'), false, false, "C",
       tr_mark("Go on until it ends or is stuck; Escape stops it"), steps},
      {Action::card_before, Key::up, false, false, "Up", tr_mark("Choose the thread before"), steps},
      {Action::card_after, Key::down, false, false, "Down", tr_mark("Choose the next thread"), steps},
      {Action::kill_process, letter('D'), false, false, "D", tr_mark("Kill the process of the chosen thread"),
       steps},
      {Action::step_branch, letter('J'), false, false, "J", tr_mark("Return to another branch"), steps},
      {Action::step_axis, letter('X'), false, false, "X", tr_mark("Timeline by steps or by time"), steps},
      {Action::step_remains, letter('W'), false, false, "W",
       tr_mark("Show what can still happen, or hide it"), steps},
      {Action::step_challenge, letter('H'), false, false, "H", tr_mark("Give up the challenge"), steps},
  };
  return bindings;
}

const std::vector<KeyBinding>& starts_bindings() {
  static const char* const starts = tr_mark("Three ways to start");
  static const std::vector<KeyBinding> bindings = {
      {Action::starts_next, Key::space, false, false, "Space", tr_mark("The next row, in all three"), starts},
      {Action::starts_next, Key::right, false, false, "Right", nullptr, starts},
      {Action::starts_back, letter('B'), false, false, "B", tr_mark("One row back"), starts},
      {Action::starts_back, Key::left, false, false, "Left", nullptr, starts},
      {Action::starts_first, Key::home, false, false, "Home", tr_mark("To the first row"), starts},
      {Action::starts_last, Key::end, false, false, "End", tr_mark("To the last row"), starts},
      {Action::starts_tree, letter('M'), false, false, "M", tr_mark("The next method's process tree"),
       starts},
      {Action::starts_measure, letter('R'), false, false, "R",
       tr_mark("Measure again; the file is read anew"), starts},
      {Action::starts_cancel, letter('S'), false, false, "S", tr_mark("Stop measuring"), starts},
  };
  return bindings;
}

const std::vector<KeyBinding>& compare_bindings() {
  static const char* const compare = tr_mark("Threads or processes?");
  static const std::vector<KeyBinding> bindings = {
      {Action::compare_measure, letter('R'), false, false, "R", tr_mark("Measure, or run the pool again"),
       compare},
      {Action::compare_measure, Key::space, false, false, "Space", nullptr, compare},
      {Action::compare_cancel, letter('S'), false, false, "S",
       tr_mark("Stop measuring, or the pool's program"), compare},
      {Action::compare_work, letter('W'), false, false, "W",
       tr_mark("The next kind of work; the pool: the next call"), compare},
      {Action::compare_scale, letter('X'), false, false, "X", tr_mark("Speed-up, time, or items per second"),
       compare},
      {Action::compare_way, Key::down, false, false, "Down", tr_mark("Look at the next way's run"), compare},
      {Action::compare_fewer, Key::left, false, false, "Left",
       tr_mark("Look at fewer workers; the pool: smaller chunks"), compare},
      {Action::compare_more, Key::right, false, false, "Right",
       tr_mark("Look at more workers; the pool: larger chunks"), compare},
      {Action::compare_tab, letter('B'), false, false, "B", tr_mark("The measurement, or the pool lab"),
       compare},
      {Action::compare_csv, letter('E'), true, false, "Ctrl E",
       tr_mark("Save the measurement as a table (CSV)"), compare},
      {Action::compare_json, letter('J'), true, false, "Ctrl J", tr_mark("Save the measurement as JSON"),
       compare},
  };
  return bindings;
}

const std::vector<KeyBinding>& outcomes_bindings() {
  static const char* const outcomes = tr_mark("Everything that can happen");
  static const std::vector<KeyBinding> bindings = {
      {Action::outcomes_tick, letter('1'), false, false, "1 .. 9", tr_mark("Tick what you think is possible"),
       outcomes},
      {Action::outcomes_reveal, Key::space, false, false, "Space", tr_mark("Show what is possible"),
       outcomes},
      {Action::outcomes_next, Key::down, false, false, "Down", tr_mark("The next outcome's example"),
       outcomes},
      {Action::outcomes_before, Key::up, false, false, "Up", tr_mark("The example of the outcome before"),
       outcomes},
      {Action::outcomes_beside, letter('C'), false, false, "C",
       tr_mark("The next outcome's example beside it"), outcomes},
      {Action::outcomes_less, Key::left, false, false, "Left",
       tr_mark("A scheduler that preempts less often"), outcomes},
      {Action::outcomes_more, Key::right, false, false, "Right",
       tr_mark("A scheduler that preempts more often"), outcomes},
      {Action::outcomes_step, Key::enter, false, false, "Enter", tr_mark("Step through the example"),
       outcomes},
      {Action::outcomes_challenge, letter('H'), false, false, "H",
       tr_mark("The challenge: make it happen by choosing who moves"), outcomes},
      {Action::outcomes_python, letter('P'), false, false, "P", tr_mark("1,000 real runs by CPython"),
       outcomes},
      {Action::outcomes_bytecodes, letter('B'), false, false, "B",
       tr_mark("Also switch threads inside a statement, or no longer"), outcomes},
      {Action::outcomes_find, letter('R'), false, false, "R", tr_mark("Search again; the file is read anew"),
       outcomes},
      {Action::outcomes_cancel, letter('S'), false, false, "S", tr_mark("Stop the search, or the real runs"),
       outcomes},
  };
  return bindings;
}

}  // namespace

const std::vector<KeyBinding>& key_bindings(Mode mode) {
  static const std::vector<KeyBinding> none;
  switch (mode) {
    case Mode::step:
      return step_bindings();
    case Mode::outcomes:
      return outcomes_bindings();
    case Mode::starts:
      return starts_bindings();
    case Mode::compare:
      return compare_bindings();
    case Mode::live:
      break;
  }
  return none;
}

Action action_of(const KeyPress& press, Mode mode) {
  const auto code = static_cast<std::uint16_t>(press.key);
  const bool is_digit = code >= '1' && code <= '9';
  const KeyPress pressed = is_digit ? KeyPress{letter('1'), press.control, false} : press;
  for (const auto* bindings : {&key_bindings(mode), &key_bindings()}) {
    const auto found = std::find_if(bindings->begin(), bindings->end(), [&](const KeyBinding& binding) {
      return binding.key == pressed.key && binding.control == pressed.control &&
             binding.shift == pressed.shift;
    });
    if (found != bindings->end()) return found->action;
  }
  return Action::none;
}

const char* key_shown(Action action) {
  for (const auto* bindings : {&key_bindings(), &key_bindings(Mode::step), &key_bindings(Mode::starts),
                               &key_bindings(Mode::compare), &key_bindings(Mode::outcomes)})
    for (const auto& binding : *bindings)
      if (binding.action == action) return binding.shown;
  return "";
}

}  // namespace forkscope::app
