#include "app/model/request_names.h"

#include <map>

namespace forkscope::app {

trace::EventKind kind_of_name(std::string_view name) {
  static const std::map<std::string_view, trace::EventKind> kinds = [] {
    std::map<std::string_view, trace::EventKind> made;
    for (std::uint16_t kind = 1; kind < static_cast<std::uint16_t>(trace::EventKind::count); ++kind)
      made[trace::info(static_cast<trace::EventKind>(kind)).name] = static_cast<trace::EventKind>(kind);
    return made;
  }();
  const auto found = kinds.find(name);
  return found == kinds.end() ? trace::EventKind::none : found->second;
}

}  // namespace forkscope::app
