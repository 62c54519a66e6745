// App: what belongs together while the window is open: the session, the time cursor, the settings and the
// layout. One frame: take in what the lab and the rings have, draw the panels from a const Frame, apply the
// commands they pushed. Window thread only.
#pragma once

#include <string>
#include <vector>

#include "app/layout.h"
#include "app/model/compare_view.h"
#include "app/model/cursor.h"
#include "app/model/frame.h"
#include "app/model/outcomes_view.h"
#include "app/model/pool_history.h"
#include "app/model/prediction.h"
#include "app/model/session.h"
#include "app/model/starts_view.h"
#include "app/model/stepping.h"
#include "app/options.h"
#include "app/platform/fonts.h"
#include "app/platform/gl_strips.h"
#include "app/platform/surface.h"
#include "app/platform/window.h"
#include "app/state_log.h"

namespace forkscope::app {

class App {
 public:
  // `session` is not owned and its lab is already started; `surface`, where everything is drawn, is not owned
  // either.
  App(Session& session, Surface& surface, std::vector<Lesson> lessons, const Options& options,
      float content_scale);

  // Opens the file or the lesson of the options, and runs it.
  void open(const Options& options);

  // Until the user closes the window.
  void run(Window& window);

  // True if what is shown has changed.
  bool poll();
  void draw_frame();
  // Lights the rows of the Starts page up to this one; -1: all.
  void show_starts_row(int row);
  // What the Outcomes page found, with the example of this row; -1: the first. `runs` of CPython beside it;
  // 0: none.
  void reveal_outcomes(int row, int runs);
  // Measures what the Compare page orders.
  void measure_compare() { apply(MeasureCompare{}); }
  // Shows one moment; the part of time in view follows from it.
  void show(std::int64_t time_ns);
  // For whoever has no keys: a schedule from the program's beginning, and the step that is shown.
  Stepping& stepping() { return stepping_; }
  // The inside of the library is to be shown, and its text is not there yet.
  bool waits_for_library() const { return !library_.file.empty() && library_.lines == nullptr; }
  // What can still happen is to be shown, and not known yet.
  bool waits_for_remains() const {
    return remains_.is_visible() && remains_.answer == nullptr && remains_.trouble.empty();
  }
  void say(const std::string& notice);

 private:
  Frame make_frame(const trace::World& world) const;
  void collect_characters();
  void renew_look();
  void wait_and_draw(Window& window);
  void renew_title(Window& window);

  void act(const KeyPress& press);
  void act_on_time(Action action);
  void act_on_look(Action action);
  void act_on_personality(Action action);
  void act_on_knobs(Action action);
  void act_on_starts(Action action);
  void act_on_compare(Action action);
  // Looks at the run of another way, or with another number of workers.
  void choose_compared(int by_way, int by_workers);
  void turn_chosen_knob(int direction);
  void apply_commands();
  // What a key means while the goals are shown; false if it is none of theirs.
  bool act_on_goals(const KeyPress& press);
  void go_on_until(const StepGoal& goal);
  // What a step's key means; false if `action` is no step.
  bool act_on_steps(Action action, const KeyPress& press);
  void choose_card(int number);
  void move_card(int by);
  void kill_chosen();
  void kill_by_pid(int pid);
  const NextMove* chosen_move() const;
  void follow_steps();
  void run_program();
  // lesson_commands.cc
  const Lesson* opened_lesson() const;
  void open_neighbour(int direction);
  // The lesson's questions are asked from the beginning on.
  void ask_anew();
  // Runs freely only once the user has answered, or starts it all the same.
  bool waits_for_prediction() const;
  void renew_prediction();
  void renew_library();
  void act_on_lessons(Action action, const KeyPress& press);
  const StepView& step_view() const { return stepping_.view(); }
  void enter_starts();
  void renew_starts();
  void renew_compare();
  // pool_commands.cc: the pool lab runs a program of its own in the session.
  bool is_in_pool_lab() const;
  std::string pool_program() const;
  void run_pool();
  void renew_pool();
  void turn_pool_knob(const char* name, int by);
  // outcomes_commands.cc
  void enter_outcomes();
  void renew_outcomes();
  void ask_for_outcomes();
  void choose_outcome(int by);
  void act_on_outcomes(Action action, const KeyPress& press);
  void apply(const FindOutcomes& command);
  void apply(const ToggleEveryBytecode& command);
  void apply(const CancelOutcomes& command);
  void apply(const TickGuess& command);
  void apply(const AddGuess& command);
  void apply(const RevealOutcomes& command);
  void apply(const SetPreemptionChance& command);
  void apply(const ShowOutcome& command);
  void apply(const RunBesideOnPython& command);
  void apply(const StepThroughOutcome& command);
  // `beside`: while a program is stepped.
  void find_outcomes(bool beside);
  // remains_commands.cc
  void renew_remains();
  void renew_challenge();
  void forget_remains();
  bool knows_outcomes_of_run();
  void apply(const ToggleRemains& command);
  void apply(const BeginChallenge& command);
  void apply(const EndChallenge& command);
  bool compare_is_old() const;
  void run_in_session(RunKind kind);
  // What is opened in the way that the options say, or in the lesson's own.
  void open_lesson(int number, const Options* options = nullptr);
  void apply(const OpenLesson& command);
  void apply(const OpenFile& command);
  void apply(const Restart& command);
  void apply(const Pause& command);
  void apply(const GoOn& command);
  void apply(const Stop& command);
  void apply(const KillProcess& command);
  void apply(const RestartLab& command);
  void apply(const TurnKnob& command);
  void apply(const MoveCursor& command);
  void apply(const CursorToNow& command);
  void apply(const SetWindow& command);
  void apply(const Select& command);
  void apply(const SetMode& command);
  void apply(const MeasureStarts& command);
  void apply(const CancelStarts& command);
  void apply(const SetStartsRepeat& command);
  void apply(const ShowStartsRow& command);
  void apply(const ShowStartsTree& command);
  void apply(const ExplainDescriptor& command);
  void apply(const MeasureCompare& command);
  void apply(const CancelCompare& command);
  void apply(const SetCompareOrder& command);
  void apply(const SetCompareTab& command);
  void apply(const SetCompareScale& command);
  void apply(const ShowCompareRun& command);
  void apply(const SaveCompare& command);
  void apply(const ChooseStep& command);
  void apply(const GoToStep& command);
  void apply(const GoOnUntil& command);
  void apply(const StandStill& command);
  void apply(const ReturnToBranch& command);
  void apply(const ToggleGoals& command);
  void apply(const ToggleStepAxis& command);
  void apply(const SetLanguage& command);
  void apply(const SetTheme& command);
  void apply(const SetScale& command);
  void apply(const SetStartMethod& command);
  void apply(const SetPersonality& command);
  void apply(const TogglePersonality& command);
  void apply(const ToggleHelp& command);
  void apply(const ToggleNotes& command);
  void apply(const ToggleMotion& command);
  void apply(const DrawAgain& command);
  void apply(const ToggleLibrary& command);
  void apply(const Predict& command);
  void apply(const SendInput& command);
  void apply(const SaveTrace& command);
  void apply(const SavePicture& command);
  void apply(const Quit& command);

  Session& session_;
  Surface& surface_;
  std::vector<Lesson> lessons_;
  Settings settings_;
  Selection selection_;
  StartsView starts_;
  CompareView compare_;
  PoolHistory pool_;
  OutcomesView outcomes_;
  RemainsView remains_;
  MeasuredProgram stepped_program_;        // as it was when the run began
  lab::CompareSettings compare_measured_;  // the order of the last measurement ...
  MeasuredProgram compare_program_;        // ... and the program that was opened then
  Stepping stepping_;
  LibraryView library_;
  Prediction prediction_;
  int predicted_run_ = 0;  // the run that is to prove the answer that was chosen before it; 0 = none yet
  TimeCursor cursor_;
  Layout layout_;
  CommandQueue commands_;
  GlStrips strips_;
  FontShelf fonts_;
  StateLog state_log_;

  std::string path_;
  std::string title_;  // of the window
  int lesson_ = 0;
  int chosen_knob_ = 0;
  std::string notice_;
  double notice_until_ = 0;
  double seconds_ = 0;
  std::string picture_path_;      // a picture to save after this frame
  std::size_t console_seen_ = 0;  // lines whose characters the fonts have been told
  std::string source_seen_;
  bool look_is_old_ = true;
  bool scale_is_old_ = true;
  bool quits_ = false;
  int frames_due_ = 3;
  double next_draw_ = 0;
  double next_look_at_file_ = 0;
};

}  // namespace forkscope::app
