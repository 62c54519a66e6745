// A slider with its name and value above it. Window thread only.
#pragma once

#include <string>

#include "app/widgets/area.h"

namespace forkscope::app {

struct SliderLook {
  std::string name;
  std::string value_text;
  double low = 0, high = 1, value = 0;
  bool chosen = false;  // the keyboard turns this one
};

// A wide range of positive numbers is spread by its logarithm, so that small values can be set too.
double slider_position(double low, double high, double value);
double slider_value(double low, double high, double position);

float slider_height();
// True while it is turned; `value` is then the new one.
bool slider(const char* id, const Area& area, const SliderLook& look, double& value);

}  // namespace forkscope::app
