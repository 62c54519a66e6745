// Small chips in a row, one an outcome: what is still possible, and what no longer is. Window thread only.
#pragma once

#include <string>
#include <vector>

#include "app/model/remains_view.h"
#include "app/widgets/area.h"

namespace forkscope::app {

struct OutcomeChip {
  std::string text;
  bool is_bad = false;   // it gets stuck, or never ends
  bool is_gone = false;  // it was possible before; crossed out
};

// By row of the report, as short as they can be told apart.
std::vector<std::string> chip_names(const lab::OutcomesReport& report);

// What is left in `set`; what `before` has beyond that is crossed out, unless `before` is null. Many outcomes
// are one chip that says how many.
std::vector<OutcomeChip> chips_of(const lab::OutcomesReport& report, const lab::OutcomeSet& set,
                                  const lab::OutcomeSet* before);

float chip_height();
// Of all of them, each as wide as it wants to be.
float chips_width(const std::vector<OutcomeChip>& chips);
// From the left, as many as there is room for; the rest is counted.
void draw_chips(Area line, const std::vector<OutcomeChip>& chips);

}  // namespace forkscope::app
