// Commands: all that panels may ask for. Pushed while drawing, applied by App at the end of the frame in
// order; a newer command of the same kind replaces an older one. Plain values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/model/compare_view.h"
#include "app/model/mode.h"
#include "app/model/personality.h"
#include "app/model/selection.h"
#include "app/model/step_goal.h"

namespace forkscope::app {

struct OpenLesson {
  int number;
};  // 1-based
struct OpenFile {
  std::string path;
};
struct Restart {};
struct Pause {};
struct GoOn {};
struct Stop {};
struct KillProcess {
  int pid;
};  // one process of the program, by SIGKILL
struct RestartLab {};
struct TurnKnob {
  int knob;
  double value;
};
struct MoveCursor {
  std::int64_t time_ns;
};                      // leaves "live": the world is shown at that time
struct CursorToNow {};  // back to live
struct SetWindow {
  TimeWindow window;
};
struct Select {
  Selection selection;
};
struct SetMode {
  Mode mode;
};
struct MeasureStarts {};  // the Starts page's measurement, from the beginning
struct CancelStarts {};   // what is known so far stays
struct SetStartsRepeat {
  int repeat;
};  // of the next measurement, which begins
struct ShowStartsRow {
  std::size_t row;
};
struct ShowStartsTree {
  std::string method;
};
struct ExplainDescriptor {
  std::string method;
  int number;
};  // again: no longer
// Of Step mode. A step is named as in schedules: a thread, "time", "kill:Process-1".
struct ChooseStep {
  std::string entry;
};
struct GoToStep {
  std::size_t position;
};  // steps before the moment shown
struct GoOnUntil {
  StepGoal goal;
};
struct StandStill {};  // what goes on by itself stops where it is
struct ReturnToBranch {
  int number;
};
struct ToggleGoals {};     // the popup that asks how far to go on
struct ToggleStepAxis {};  // the timeline by steps, or by time
struct MeasureCompare {};  // the Compare page's measurement, from the beginning
struct CancelCompare {};   // what is known so far stays
struct SetCompareOrder {
  lab::CompareSettings order;
};  // of the next measurement
struct SetCompareTab {
  CompareTab tab;
};
struct SetCompareScale {
  CompareScale scale;
};
struct ShowCompareRun {
  CompareRun run;
};
struct SaveCompare {
  bool as_json;
};                              // the report, as a table or as JSON, in the current folder
struct FindOutcomes {};         // the Outcomes page's search, from the beginning
struct CancelOutcomes {};       // the search, or real runs; what is known so far stays
struct ToggleEveryBytecode {};  // whether threads change places inside a statement; searches again
struct TickGuess {
  std::size_t index;
};
struct AddGuess {
  std::string output;
};  // a line that it may print; ticked
struct RevealOutcomes {};
struct SetPreemptionChance {
  std::size_t index;
};  // into chance_at
struct ShowOutcome {
  int row;
  bool beside;
};  // beside the one that is shown; again: no longer
struct RunBesideOnPython {
  int runs;
};
struct StepThroughOutcome {
  int row;
};  // its example, in Step mode
// Of Step mode: whether it shows which outcomes remain; and the challenge to reach one of them.
struct ToggleRemains {};
struct BeginChallenge {
  int row;
};  // of the report
struct EndChallenge {};
struct SetLanguage {
  std::string code;
};  // "en", "ko"
struct SetTheme {
  std::string name;
};  // "dark", "light", "contrast"
struct SetScale {
  float scale;
};  // 1.0 .. 3.0
struct SetStartMethod {
  std::string method;
};  // one that the personality knows; restarts
struct SetPersonality {
  Personality personality;
};                            // restarts, with its usual start method
struct TogglePersonality {};  // its popup
struct ToggleHelp {};
struct ToggleNotes {};
struct ToggleMotion {};  // whether items move on the stage or jump
struct DrawAgain {};     // something on the screen moves
struct ToggleLibrary {};
struct Predict {
  std::string value;
};  // the answer chosen to the question that is asked
struct SendInput {
  std::string line;
};  // to the program's stdin
struct SaveTrace {
  std::string path;
};
struct SavePicture {
  std::string path;
};  // "": a new file in the current folder
struct Quit {};

using Command =
    std::variant<OpenLesson, OpenFile, Restart, Pause, GoOn, Stop, KillProcess, RestartLab, TurnKnob,
                 MoveCursor, CursorToNow, SetWindow, Select, SetMode, MeasureStarts, CancelStarts,
                 SetStartsRepeat, ShowStartsRow, ShowStartsTree, ExplainDescriptor, MeasureCompare,
                 CancelCompare, SetCompareOrder, SetCompareTab, SetCompareScale, ShowCompareRun, SaveCompare,
                 ChooseStep, GoToStep, GoOnUntil, StandStill, ReturnToBranch, ToggleGoals, ToggleStepAxis,
                 FindOutcomes, CancelOutcomes, ToggleEveryBytecode, TickGuess, AddGuess, RevealOutcomes,
                 SetPreemptionChance, ShowOutcome, RunBesideOnPython, StepThroughOutcome, ToggleRemains,
                 BeginChallenge, EndChallenge, SetLanguage, SetTheme, SetScale, SetStartMethod,
                 SetPersonality, TogglePersonality, ToggleHelp, ToggleNotes, ToggleMotion, DrawAgain,
                 ToggleLibrary, Predict, SendInput, SaveTrace, SavePicture, Quit>;

class CommandQueue {
 public:
  void push(Command command);
  std::vector<Command> take();

 private:
  std::vector<Command> commands_;
};

}  // namespace forkscope::app
