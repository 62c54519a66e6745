// OutcomesView: what the Outcomes page shows: what the user thinks is possible, what the search has found,
// what python3 did beside it, and which rows are opened. Part of Frame; owned by App, changed on the window
// thread only. The functions below it are pure: what follows from a report, without words.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/model/starts_view.h"
#include "core/lab/protocol.h"

namespace forkscope::app {

// One outcome that can be ticked before the truth is shown.
struct OutcomeGuess {
  std::string end;  // "ok": it ends, with whatever exit codes; "stuck", "endless"
  std::string output;
  bool ticked = false;
};

// A line of the table: an outcome that was found, or one that somebody thought of.
struct OutcomeLine {
  int row = -1;  // in the report; -1: it is not there
  std::string end, output;
  bool guessed = false;  // the user ticked it
  int before = -1;       // in the report of the program before it was changed; -1: it is not there
  int python_runs = 0;
};

struct OutcomesView {
  lab::OutcomesProgress known;
  lab::PythonOutcomesProgress python;
  MeasuredProgram program;  // that `known` is about
  std::string start_method;
  lab::OutcomesReport before;  // of the same file before it, or how it is run, was changed; no rows: none
  std::vector<std::string> source, source_before;  // lines
  std::vector<OutcomeGuess> guesses;
  std::string typed;            // an outcome of one's own, so far
  bool every_bytecode = false;  // the next search lets threads change places inside a statement
  bool revealed = false;
  bool exploring = false, running_python = false;
  bool is_old = false;  // the file, the start method or the personality is another one now
  std::size_t p = 0;    // index into chance_at
  int chosen = 0;       // row of the report whose example is shown
  int beside = -1;      // a second one; -1 = none

  bool has_report() const { return known.over; }
  bool has_before() const { return !before.rows.empty(); }
  // What was searched before was another text.
  bool has_changed_text() const { return has_before() && source != source_before; }
  const lab::OutcomesReport& report() const { return known.report; }
};

// What the slider begins with: one preemption in a hundred moves.
inline constexpr double kUsualP = 0.01;
inline constexpr int kPythonRuns = 1000;
std::size_t usual_p(const lab::OutcomesReport& report);

// The table: what was found, then what was ticked or possible before and is not.
std::vector<OutcomeLine> outcome_lines(const OutcomesView& view);
// What python3 did that the search has not found; not empty only where the search was stopped, or is wrong.
std::vector<lab::PythonOutcome> not_found(const OutcomesView& view);

// How many guesses were right: ticked and possible, or not ticked and not.
struct GuessScore {
  int right = 0, all = 0;
  int missed = 0;  // possible outcomes that were not among the guesses
};
GuessScore score_of(const OutcomesView& view);

// The first move at which two examples part: the index into both. nullopt: one begins as the whole other.
std::optional<std::size_t> parting_of(const lab::OutcomeRow& one, const lab::OutcomeRow& other);
// The first move after which nothing but this row's outcome is possible; nullopt: from the beginning, or
// never.
std::optional<std::size_t> no_return_of(const lab::OutcomeRow& row, int index);

// Of an example: moves of one mover in a row, in lanes.
struct ExampleBlock {
  std::size_t lane = 0;
  std::size_t begin = 0, end = 0;  // moves
  bool preempts = false;           // it begins although somebody else could have gone on
};
struct ExampleLanes {
  std::vector<std::string> movers;  // lane by lane, in the order in which they come
  std::vector<ExampleBlock> blocks;
};
// `known` lanes come first, so that two examples have the same ones.
ExampleLanes lanes_of(const std::vector<lab::OutcomeMove>& moves, std::vector<std::string> known = {});

// The move of [begin, end) that says most of what a block does: the last at something that others share.
std::size_t telling_move(const std::vector<lab::OutcomeMove>& moves, std::size_t begin, std::size_t end);

// "a / b" for the output of two lines; without the last end of line.
std::string in_one_line(const std::string& output);

}  // namespace forkscope::app
