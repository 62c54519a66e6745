// Keys: the one table of what a key does. The window dispatches by it, F1 shows it, the tests read it. Plain
// values; no window system in here: platform/input translates what the window system calls a key.
#pragma once

#include <cstdint>
#include <vector>

#include "app/model/mode.h"

namespace forkscope::app {

// Letters and digits are their own upper-case character ('A' .. 'Z', '0' .. '9').
enum class Key : std::uint16_t {
  none = 0,
  space = 256,
  left,
  right,
  up,
  down,
  home,
  end,
  plus,
  minus,
  comma,
  period,
  tab,
  escape,
  enter,
  backspace,
  f1,
  f7,
  page_up,
  page_down,
};
constexpr Key letter(char character) {
  return static_cast<Key>(static_cast<unsigned char>(character));
}

struct KeyPress {
  Key key = Key::none;
  bool control = false, shift = false;
};

enum class Action : std::uint8_t {
  none,
  pause_or_go_on,
  restart,
  stop,
  restart_lab,
  cursor_left,
  cursor_right,
  cursor_left_far,
  cursor_right_far,
  cursor_home,
  cursor_end,
  zoom_in,
  zoom_out,
  fit,
  open_lesson,
  lesson_before,
  lesson_after,
  answer,
  next_knob,
  knob_less,
  knob_more,
  start_method,
  personality,
  python_version,
  operating_system,
  empty_by_semaphore,
  notes,
  motion,
  library,
  next_tab,
  language,
  theme,
  larger,
  smaller,
  save_trace,
  save_picture,
  help,
  quit,
  // of the Starts page
  starts_next,
  starts_back,
  starts_first,
  starts_last,
  starts_tree,
  starts_measure,
  starts_cancel,
  // of the Compare page
  compare_measure,
  compare_cancel,
  compare_work,
  compare_scale,
  compare_way,
  compare_fewer,
  compare_more,
  compare_tab,
  compare_csv,
  compare_json,
  // of the Outcomes page
  outcomes_reveal,
  outcomes_tick,
  outcomes_next,
  outcomes_before,
  outcomes_beside,
  outcomes_more,
  outcomes_less,
  outcomes_step,
  outcomes_challenge,
  outcomes_python,
  outcomes_bytecodes,
  outcomes_find,
  outcomes_cancel,
  // of Step mode
  step,
  step_line,
  step_call,
  step_chosen,
  step_back,
  step_forth,
  step_home,
  step_end,
  step_goals,
  step_run,
  step_branch,
  step_axis,
  step_remains,
  step_challenge,
  card_before,
  card_after,
  kill_process,
};

struct KeyBinding {
  Action action;
  Key key;
  bool control, shift;
  const char* shown;     // on buttons and in the help: "Ctrl +"
  const char* sentence;  // English, translated where it is shown; nullptr = a second key for the same action
  const char* group;     // heading in the help, English
};

// Those of every mode.
const std::vector<KeyBinding>& key_bindings();
// Those that a mode has for itself; they come before those of every mode.
const std::vector<KeyBinding>& key_bindings(Mode mode);
// What `press` does; `none` where the table has nothing. All digits 1..9 mean what 1 does.
Action action_of(const KeyPress& press, Mode mode = Mode::live);
// The key to show for an action: "Space".
const char* key_shown(Action action);

}  // namespace forkscope::app
