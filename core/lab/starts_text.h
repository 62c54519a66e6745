// What `starts` prints. Pure.
#pragma once

#include <string>

#include "core/lab/starts_report.h"

namespace forkscope::lab {

// One JSON object: the report with methods by name; null for what was not seen, and in place of what could
// not be read the sentence that says why.
std::string json_of(const StartsReport& report);

// For people.
std::string table_of(const StartsReport& report);

// "412 us", "1.9 ms"; "-" for what was not seen.
std::string in_words(double us);

}  // namespace forkscope::lab
