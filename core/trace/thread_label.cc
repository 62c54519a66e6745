#include "core/trace/thread_label.h"

#include <algorithm>

namespace forkscope::trace {

std::string thread_label(std::string_view name) {
  if (name == "QueueFeederThread") return "feeder";
  std::string label(name);
  std::replace(label.begin(), label.end(), ' ', '_');
  return label;
}

}  // namespace forkscope::trace
