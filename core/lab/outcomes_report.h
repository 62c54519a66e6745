// What `outcomes` finds out about one program: everything that it can do, and what python3 did in real runs
// of it. Plain data, sent to the window as messages and printed by the command.
#pragma once

#include <string>
#include <vector>

namespace forkscope::lab {

struct OutcomeExit {
  std::string process;
  int code = 0;  // -N: signal N
};

struct OutcomeWait {
  std::string thread;
  std::string what;   // "take one from a semaphore (line 6)"
  std::string owner;  // "" = nobody that is known
};

// One move of an example.
struct OutcomeMove {
  std::string mover;         // a word of a schedule, without its count
  std::string request = {};  // as requests.inc calls it; "" = not known
  std::string object = {};   // "" = none
  std::string sentence = {};
  std::string prints = {};
  int line = 0;
  int steps = 1;  // how many of `forkscope-lab step`
  bool preempts = false;
  std::vector<int> possible = {};  // outcomes that still are, after it
};

struct OutcomeRow {
  std::string end;  // "ok", "error", "stuck", "endless"
  std::string output;
  bool output_goes_on = false;  // a loop without end prints; what follows is left out
  std::vector<OutcomeExit> exit_codes;
  std::vector<OutcomeWait> waits;  // of the example; stuck only
  int preemptions = 0;             // the fewest
  std::string schedules;           // how many: "13914", "unbounded"
  std::vector<double> chances;     // by OutcomesReport::chance_at
  std::string schedule;            // the example, as `forkscope-lab step` reads it
  std::vector<OutcomeMove> example;
};

// States in which the same outcomes are still possible are one box; boxes[0] is the beginning.
struct FateBox {
  std::vector<int> possible;
  int states = 0;
  bool not_all_known = false;  // states behind it have not been looked at
};
struct FateArrow {
  int from = 0, to = 0;
  int moves = 0;
};

struct OutcomesReport {
  std::string path;
  std::string start_method;
  bool every_bytecode = false;  // threads changed places at each, not only at calls and backward jumps
  bool complete = false;
  std::string stopped;  // "" or why it is not complete, a sentence
  double states = 0, transitions = 0;
  double seconds = 0;
  std::string schedules;
  std::vector<double> chance_at;   // values of p, ascending
  std::vector<double> never_ends;  // the chance of that, by chance_at: see explore/chance.h
  std::vector<double> not_known;   // the chance of what has not been looked at
  std::vector<OutcomeRow> rows;
  std::vector<FateBox> fates;  // empty if there are too many to be drawn
  std::vector<FateArrow> fate_arrows;
};

// Outcomes that are still possible somewhere.
struct OutcomeName {
  std::string end;  // as OutcomeRow's
  std::string output;
};
struct OutcomeSet {
  std::vector<int> rows;            // of the report
  std::vector<OutcomeName> others;  // that it does not have, where it is not complete
  bool complete = false;            // false: there may be more
};
struct OutcomesAfter {
  std::string mover;  // a word of a schedule; "time": the wait that ends first is over
  OutcomeSet possible;
};

// What python3 did: runs that printed the same and ended the same way.
struct PythonOutcome {
  std::string end;  // "ok", "error"; "stuck" = it did not end in time
  std::string output;
  int exit_code = 0;  // of the first process; -N: signal N
  int runs = 0;
};
struct PythonOutcomes {
  std::string path;
  std::string version;
  std::string missing;      // "" or why it could not run
  double seconds_each = 0;  // after so long a run counts as stuck
  std::vector<PythonOutcome> found;
  int others = 0;  // runs that ended in yet another way than the first so many
};

}  // namespace forkscope::lab
