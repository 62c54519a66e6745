// RemainsView: Step mode's answer to "what can still happen?": the outcomes that are left at the moment shown
// and after each move that could be made there, and the challenge to reach one of them. Part of Frame; owned
// by App, changed on the window thread only. The functions below it are pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "app/model/step_record.h"
#include "core/lab/protocol.h"

namespace forkscope::app {

// What became of the challenge, at the moment shown.
enum class ChallengeState : std::uint8_t {
  open,     // it can still be reached
  certain,  // nothing else can happen any more
  reached,  // it has happened
  lost,     // it cannot happen any more
  unknown,  // not asked yet, or not everything has been seen
};

// "Make it print 2": to be reached by choosing who moves.
struct Challenge {
  int row = -1;  // of the report; -1: there is none
  ChallengeState state = ChallengeState::unknown;
  std::size_t preemptions = 0;  // of the user's, up to the moment shown

  bool is_on() const { return row >= 0; }
};

struct RemainsView {
  bool is_shown = false;      // the user wants to see it
  bool is_searching = false;  // that has to be over first
  double states = 0;          // seen by it so far
  std::string trouble;        // why nothing can be said, as the lab says it; "" = nothing is wrong
  const lab::OutcomesRemaining* answer = nullptr;  // about the moment shown; null: not known yet
  bool was_decided = false;  // one step before the moment shown as much was certain, as far as is known
  Challenge challenge;

  bool is_visible() const { return is_shown || challenge.is_on(); }
};

// What is certain where these are left.
enum class Certainty : std::uint8_t {
  none,
  one,      // this outcome, which ends
  stuck,    // it gets stuck, after this or that output
  endless,  // it never ends
};
Certainty certainty_of(const lab::OutcomeSet& set, const lab::OutcomesReport& report);

// The outcomes' texts without what all have in common at their beginning and end, whole words: "1", "2" of
// "it came to 1", "it came to 2". By row; those that end otherwise keep theirs.
std::vector<std::string> short_names(const std::vector<std::string>& names);

// After the move of this name; null: it is not among those that were asked about.
const lab::OutcomeSet* remaining_after(const lab::OutcomesRemaining& answer, const std::string& mover);

// How often somebody else was chosen although the thread that moved before could have gone on, in the first
// `position` steps; also how often time passed, or a process was killed, although somebody could have moved.
std::size_t preemptions_in(const StepRecord& record, std::size_t position);

// `end`: of the way that is shown, at the moment shown.
ChallengeState challenge_state(int row, const lab::OutcomesReport& report,
                               const lab::OutcomesRemaining* answer, PathEnd end);

}  // namespace forkscope::app
