// What can be said of a measurement: sentences and warnings made by rules with thresholds out of what was
// measured, each with the numbers it rests on. Pure.
#pragma once

#include <vector>

#include "core/lab/compare_report.h"

namespace forkscope::lab {

// Of a report that is summarized; none before a way beside `serial` is measured.
std::vector<CompareSentence> sentences_of(const CompareReport& report);
std::vector<CompareSentence> warnings_of(const CompareReport& report);

// Fills the {names} of the pattern with what the numbers show.
CompareSentence make_sentence(std::string rule, std::string pattern, std::vector<CompareNumber> numbers);
CompareNumber whole(std::string name, double value);           // "402"
CompareNumber times(std::string name, double value);           // "1.87"
CompareNumber percent(std::string name, double share);         // "9", of 0.09
CompareNumber milliseconds(std::string name, double seconds);  // "1.3", "42"
CompareNumber text(std::string name, std::string shown);

}  // namespace forkscope::lab
