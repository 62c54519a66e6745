// Stepping: Step mode's model: which step of the program is shown, forth and back, what is done next, and the
// other ways it has gone. Gives the orders of one step at a time to the session's lab and takes in what comes
// of them. Going back changes only what is shown; another choice there runs the program again up to it. Owned
// by App, window thread only; poll() takes a few milliseconds at most.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/model/session.h"
#include "app/model/step_branches.h"
#include "app/model/step_goal.h"
#include "app/model/step_record.h"
#include "app/model/step_view.h"

namespace forkscope::app {

class Stepping {
 public:
  // `run` starts the program that is shown, in the session, which is not owned.
  Stepping(Session& session, std::function<void(RunKind)> run);

  // From its beginning; or, while it runs freely, from where it is.
  void begin();
  void begin_here();
  // It goes on freely; forgets the steps.
  void leave();

  // By its name in schedules; "time": time passes.
  // A copy: it may be a name of the view, which is renewed meanwhile.
  void choose(std::string entry);
  void step() { choose(view_.suggested); }
  void kill(const std::string& thread) { choose("kill:" + thread); }
  void go_on(const StepGoal& goal);
  // What goes on by itself stops where it is.
  void stand();
  void go_to(std::size_t position);
  void back() { go_to(view_.position == 0 ? 0 : view_.position - 1); }
  void forth() { go_to(view_.position + 1); }
  void to_end() { go_to(record_.count()); }
  void return_to(int branch);
  int next_branch() const { return branches_.next(); }
  // A schedule from the beginning, as forkscope-lab reads it.
  void follow(const std::string& schedule);

  // Takes in what the lab has said, and goes on. True if what is shown has changed.
  bool poll();

  const StepView& view() const { return view_; }
  const StepRecord& record() const { return record_; }
  bool is_busy() const { return view_.activity != StepActivity::stands; }
  // The moment that is shown.
  std::int64_t time_ns() const { return record_.time_at(view_.position, session_.store()); }

 private:
  // The program is run again, to where a known way leads.
  struct Repeat {
    std::vector<std::string> entries;
    std::size_t asked = 0;  // entries that were handed to the lab
    std::size_t known = 0;  // steps of which the record knows what everybody was about to do
    StepRecord record;
    std::string then;              // a choice that is to follow; "" = none
    std::optional<StepGoal> goal;  // or how far to go on
  };

  void reset();
  bool is_heard() const { return session_.runs() >= run_number_; }
  bool take_answer();
  void take_moves();
  void take_end();
  void order(const std::string& entry);
  // Along what was done already; false where the goal wants something else, or there is no more.
  bool walk();
  void go_on_once();
  void part_from(std::size_t position, const std::string& then, const std::optional<StepGoal>& goal);
  void run_again(Repeat repeat);
  void take_repeated(const std::string& trouble);
  void finish_repeat();
  PathEnd end_of_path() const;
  void renew_view();

  Session& session_;
  std::function<void(RunKind)> run_;
  StepRecord record_;
  StepBranches branches_;
  StepView view_;
  std::optional<GoalWatch> watch_;
  std::optional<Repeat> repeat_;
  std::string suggested_;  // after all that was done
  bool is_stuck_ = false;
  std::uint64_t heard_ = 0;
  int run_number_ = 0;  // of the run that counts, as the session counts them
  bool waits_ = false;  // for the lab's answer to an order
  bool is_over_ = true;
};

}  // namespace forkscope::app
