// The half of App that changes something: what each command and each key does.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "app/app.h"
#include "app/model/new_file.h"
#include "app/widgets/format.h"
#include "app/widgets/i18n.h"
#include "core/trace/trace_file.h"

namespace forkscope::app {

namespace {

constexpr float kScaleStep = 0.25f;

const char* next_theme(const std::string& theme) {
  return theme == "dark" ? "light" : theme == "light" ? "contrast" : "dark";
}

}  // namespace

void App::apply_commands() {
  for (const Command& command : commands_.take()) {
    std::visit([this](const auto& content) { apply(content); }, command);
    frames_due_ = std::max(frames_due_, 2);
  }
}

void App::run_program() {
  selection_ = Selection();
  cursor_.reset();
  console_seen_ = 0;
  if (path_.empty()) return;
  if (settings_.mode == Mode::step)
    stepping_.begin();
  else
    run_in_session(RunKind::free);
}

void App::run_in_session(RunKind kind) {
  if (path_.empty()) return;
  if (settings_.mode == Mode::starts) return apply(MeasureStarts{});
  if (settings_.mode == Mode::compare) return is_in_pool_lab() ? run_pool() : session_.show(path_);
  if (settings_.mode == Mode::outcomes) return enter_outcomes();
  // The usual one is what the program gets by itself; only another wish is handed on.
  const bool usual = settings_.start_method == start_methods(settings_.personality).front();
  stepped_program_ = program_to_measure(path_, settings_.personality);
  session_.run(path_, usual ? "" : settings_.start_method, settings_.personality, kind);
}

void App::apply(const OpenLesson& command) {
  open_lesson(command.number);
}

void App::apply(const OpenFile& command) {
  lesson_ = 0;
  path_ = command.path;
  chosen_knob_ = 0;
  forget_remains();
  ask_anew();
  run_program();
}

void App::apply(const Restart&) {
  run_program();
}
void App::apply(const Pause&) {
  session_.pause();
}
void App::apply(const Stop&) {
  session_.stop();
}

void App::apply(const KillProcess& command) {
  if (settings_.mode == Mode::step) return kill_by_pid(command.pid);
  session_.kill_process(command.pid);
}

void App::apply(const GoOn&) {
  cursor_.to_now(session_.store());
  session_.go_on();
}

void App::apply(const RestartLab&) {
  if (session_.state() != RunState::lab_lost) return;
  const auto started = session_.start_lab();
  say(started ? tr("The lab is there again. Press R to run the program.") : started.error().message);
}

void App::apply(const TurnKnob& command) {
  chosen_knob_ = command.knob;
  session_.turn_knob(command.knob, command.value);
  // The pool lab shows what that does to a run from the beginning.
  if (is_in_pool_lab()) run_pool();
}

void App::apply(const MoveCursor& command) {
  if (settings_.mode == Mode::step && stepping_.view().active)
    return stepping_.go_to(stepping_.record().position_at(command.time_ns));
  cursor_.move(command.time_ns, session_.store());
}
void App::apply(const CursorToNow&) {
  cursor_.to_now(session_.store());
}
void App::apply(const SetWindow& command) {
  cursor_.set_window(command.window);
}
void App::apply(const Select& command) {
  selection_ = command.selection;
}

void App::apply(const SetLanguage& command) {
  settings_.language = command.code;
  set_language(command.code);
}

void App::apply(const SetTheme& command) {
  settings_.theme = command.name;
  look_is_old_ = true;
}

void App::apply(const SetScale& command) {
  settings_.scale = std::clamp(command.scale, 1.0f, 3.0f);
  look_is_old_ = scale_is_old_ = true;
}

void App::apply(const SetStartMethod& command) {
  if (settings_.start_method == command.method) return;
  settings_.start_method = command.method;
  run_program();
}

void App::apply(const SetPersonality& command) {
  if (settings_.personality == command.personality) return;
  settings_.personality = command.personality;
  settings_.start_method = start_methods(command.personality).front();
  run_program();
}

void App::apply(const TogglePersonality&) {
  settings_.show_personality = !settings_.show_personality;
}

void App::apply(const ToggleHelp&) {
  settings_.show_help = !settings_.show_help;
}
void App::apply(const ToggleNotes&) {
  settings_.show_notes = !settings_.show_notes;
}
void App::apply(const ToggleMotion&) {
  settings_.motion = !settings_.motion;
}
// A command alone makes the next frame due.
void App::apply(const DrawAgain&) {}
void App::apply(const SendInput& command) {
  session_.give_input(command.line);
  // Whether that lets somebody move.
  if (settings_.mode == Mode::step) session_.order(lab::ListMoves{});
}
void App::apply(const SavePicture& command) {
  picture_path_ = command.path.empty() ? new_file(path_, ".png") : command.path;
}
void App::apply(const Quit&) {
  quits_ = true;
}

void App::apply(const SaveTrace& command) {
  const trace::TraceFileHeader header{std::filesystem::path(path_).filename().string(), session_.source(),
                                      session_.origin_wall_ns()};
  const auto written = trace::write_trace(command.path, header, session_.store());
  say(written ? tr_format("Saved {0}", command.path) : written.error().message);
}

void App::turn_chosen_knob(int direction) {
  const auto& knobs = session_.knobs();
  if (knobs.empty()) return;
  const std::size_t index = static_cast<std::size_t>(chosen_knob_) % knobs.size();
  const KnobView& knob = knobs[index];
  const double step = knob.is_float ? (knob.high - knob.low) / 50 : std::max(1.0, std::abs(knob.value) / 10);
  double value = std::clamp(knob.value + direction * step, knob.low, knob.high);
  if (!knob.is_float) value = std::round(value);
  commands_.push(TurnKnob{static_cast<int>(index), value});
}

void App::act_on_time(Action action) {
  const trace::Store& store = session_.store();
  switch (action) {
    case Action::cursor_left:
      cursor_.step(-1, store);
      break;
    case Action::cursor_right:
      cursor_.step(1, store);
      break;
    case Action::cursor_left_far:
      cursor_.shift(-0.05, store);
      break;
    case Action::cursor_right_far:
      cursor_.shift(0.05, store);
      break;
    case Action::cursor_home:
      cursor_.move(store.begin_ns(), store);
      break;
    case Action::cursor_end:
      cursor_.to_now(store);
      break;
    case Action::zoom_in:
      cursor_.zoom(0.7);
      break;
    case Action::zoom_out:
      cursor_.zoom(1 / 0.7);
      break;
    case Action::fit:
      cursor_.fit(store);
      break;
    default:
      break;
  }
}

void App::act_on_look(Action action) {
  switch (action) {
    case Action::notes:
      commands_.push(ToggleNotes{});
      break;
    case Action::motion:
      commands_.push(ToggleMotion{});
      break;
    case Action::next_tab:
      layout_.next_tab();
      break;
    case Action::language:
      commands_.push(SetLanguage{settings_.language == "ko" ? "en" : "ko"});
      break;
    case Action::theme:
      commands_.push(SetTheme{next_theme(settings_.theme)});
      break;
    case Action::larger:
      commands_.push(SetScale{settings_.scale + kScaleStep});
      break;
    case Action::smaller:
      commands_.push(SetScale{settings_.scale - kScaleStep});
      break;
    case Action::help:
      commands_.push(ToggleHelp{});
      break;
    default:
      act_on_time(action);
      break;
  }
}

void App::act_on_personality(Action action) {
  Personality next = settings_.personality;
  switch (action) {
    case Action::start_method: {
      const auto& known = start_methods(next);
      commands_.push(SetStartMethod{next_of(known, settings_.start_method)});
      return;
    }
    case Action::personality:
      commands_.push(TogglePersonality{});
      return;
    case Action::python_version:
      next.python_version = next_of(python_versions(), next.python_version);
      break;
    case Action::operating_system:
      next.system = next_of(systems(), next.system);
      break;
    case Action::empty_by_semaphore:
      next.empty_by_semaphore = !next.empty_by_semaphore;
      break;
    default:
      act_on_look(action);
      return;
  }
  // At once: of two keys in one frame both count.
  apply(SetPersonality{next});
}

void App::act_on_knobs(Action action) {
  switch (action) {
    case Action::next_knob:
      ++chosen_knob_;
      chosen_knob_ %= std::max(1, static_cast<int>(session_.knobs().size()));
      break;
    case Action::knob_less:
      turn_chosen_knob(-1);
      break;
    case Action::knob_more:
      turn_chosen_knob(1);
      break;
    default:
      act_on_personality(action);
      break;
  }
}

void App::act(const KeyPress& press) {
  const RunState state = session_.state();
  const Action action = action_of(press, settings_.mode);
  if (act_on_goals(press) || act_on_steps(action, press)) return;
  switch (action) {
    case Action::none:
      if (press.key != Key::escape) break;
      if (stepping_.is_busy()) commands_.push(StandStill{});
      if (settings_.show_help) commands_.push(ToggleHelp{});
      if (settings_.show_personality) commands_.push(TogglePersonality{});
      break;
    case Action::pause_or_go_on:
      if (state == RunState::running)
        commands_.push(Pause{});
      else if (state == RunState::paused)
        commands_.push(GoOn{});
      else if (!session_.active() && state != RunState::lab_lost)
        commands_.push(Restart{});
      break;
    case Action::restart:
      if (state != RunState::lab_lost) commands_.push(Restart{});
      break;
    case Action::stop:
      commands_.push(Stop{});
      break;
    case Action::restart_lab:
      commands_.push(RestartLab{});
      break;
    case Action::open_lesson:
      commands_.push(OpenLesson{static_cast<int>(press.key) - '0'});
      break;
    case Action::save_trace:
      commands_.push(SaveTrace{new_file(path_, ".fstrace")});
      break;
    case Action::save_picture:
      commands_.push(SavePicture{new_file(path_, ".png")});
      break;
    case Action::quit:
      commands_.push(Quit{});
      break;
    default:
      act_on_lessons(action, press);
      act_on_starts(action);
      act_on_compare(action);
      act_on_outcomes(action, press);
      act_on_knobs(action);
      break;
  }
}

}  // namespace forkscope::app
