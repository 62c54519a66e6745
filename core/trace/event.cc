#include "core/trace/event.h"

#include <array>

namespace forkscope::trace {

const KindInfo& info(EventKind kind) {
  static constexpr std::array kInfo = {
      KindInfo{"none", Family::none, false, false, false, "", "", ""},
#define FORKSCOPE_REQUEST(name, family, may_block, a, b, sentence) \
  KindInfo{#name, Family::family, true, may_block, Family::family == Family::stream || Family::family == Family::process, a, b, sentence},
#include "core/trace/requests.inc"
#undef FORKSCOPE_REQUEST
      KindInfo{"first_note", Family::none, false, false, false, "", "", ""},
#define FORKSCOPE_NOTE(name, keep, a, b, sentence) KindInfo{#name, Family::note, false, false, keep, a, b, sentence},
#include "core/trace/notes.inc"
#undef FORKSCOPE_NOTE
  };
  static_assert(kInfo.size() == static_cast<std::size_t>(EventKind::count));
  const auto index = static_cast<std::size_t>(kind);
  return index < kInfo.size() ? kInfo[index] : kInfo[0];
}

}  // namespace forkscope::trace
