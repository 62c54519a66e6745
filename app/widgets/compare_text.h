// How a comparison is told: the ways and kinds of work in words, their hues, the parts of a run's time. In
// the user's language; window thread only.
#pragma once

#include <string>

#include "app/model/compare_view.h"
#include "app/widgets/share_bars.h"

namespace forkscope::app {

// The hue of a way, the same wherever it is shown.
ImU32 way_colour(const std::string& way);
std::string way_text(const std::string& way);        // "processes, fork"
std::string way_short_text(const std::string& way);  // "fork"

std::string work_text(const std::string& work);     // "count primes"
std::string work_meaning(const std::string& work);  // what one task does
std::string knob_text(CompareKnob knob, const std::string& work);
std::string knob_value_text(const lab::CompareSettings& order, CompareKnob knob);

std::string seconds_text(double seconds);  // "1.24 s"; a dash for what was not measured
std::string bytes_text(double bytes);
std::string scaled_text(CompareScale scale, double value);  // "1.87×", "1.24 s", "350 /s"

// The look and the name of a block or a part of the time: "start_up", "task", "io", "gil" ...
BarPart part_of_kind(const std::string& kind, ImU32 hue);
// The parts of `split` in order, computing in `hue`.
std::vector<BarPart> parts_of(const lab::CompareSplit& split, ImU32 hue);

// compare_sentence.cc: the sentence in the user's language, with its numbers; as the lab says it where it is
// not known here.
std::string sentence_text(const lab::CompareSentence& sentence);

}  // namespace forkscope::app
