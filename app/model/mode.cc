#include "app/model/mode.h"

namespace forkscope::app {

const char* mode_name(Mode mode) {
  switch (mode) {
    case Mode::live:
      return "live";
    case Mode::step:
      return "step";
    case Mode::outcomes:
      return "outcomes";
    case Mode::starts:
      return "starts";
    case Mode::compare:
      return "compare";
  }
  return "";
}

Mode mode_named(const std::string& name) {
  for (const Mode mode : {Mode::step, Mode::outcomes, Mode::starts, Mode::compare})
    if (name == mode_name(mode)) return mode;
  return Mode::live;
}

}  // namespace forkscope::app
