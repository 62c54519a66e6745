// What may be ordered of `compare`, and what it means. Pure.
#pragma once

#include <string>

#include "core/lab/compare_report.h"

namespace forkscope::lab {

// Null where there is none of that name.
const CompareWork* find_work(const std::string& name);
const CompareWay* find_way(const std::string& name);

// A sentence saying why this cannot be measured; "" if it can.
std::string objection_to(const CompareSettings& settings);

// With the size and the bytes that are not said, and with the ways in the order of the list; `serial` is
// always among them, and `serial-nogil` where it is needed.
CompareSettings completed(CompareSettings settings);

// A sentence where a way makes no sense for the work; "" otherwise.
std::string objection_to(const CompareWay& way, const CompareSettings& settings);

// How many tasks a Pool hands out at once.
int chunk_of(const CompareSettings& settings, const CompareWay& way, int workers);

}  // namespace forkscope::lab
