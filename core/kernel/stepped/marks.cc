#include "core/kernel/stepped/marks.h"

#include <string_view>

namespace forkscope::kernel {

namespace {

// FNV-1a over words, with what is above folded down at the end: a few instructions a number.
class Hash {
 public:
  void add(std::uint64_t word) { state_ = (state_ ^ word) * 0x100000001b3u; }
  void add(std::string_view text) {
    for (const char letter : text) add(static_cast<unsigned char>(letter));
  }
  std::uint32_t value() const { return static_cast<std::uint32_t>(state_ ^ (state_ >> 32)); }

 private:
  std::uint64_t state_ = 0xcbf29ce484222325u;
};

// Those whose numbers are a pid.
bool names_process(EventKind kind) {
  switch (kind) {
    case EventKind::process_wait:
    case EventKind::process_kill:
    case EventKind::process_watch:
      return true;
    default:
      return false;
  }
}

}  // namespace

trace::StepMark mark_of(const Thread& thread, const Request& request, base::ObjectId object) {
  Hash content;
  if (!names_process(request.kind)) {
    content.add(static_cast<std::uint64_t>(request.handle));
    content.add(static_cast<std::uint64_t>(request.a));
  }
  content.add(static_cast<std::uint64_t>(request.b));
  const bool writes = request.kind == EventKind::fd_write || request.kind == EventKind::stream_write;
  if (writes) content.add(request.text.size());
  if (request.kind == EventKind::stream_write) content.add(request.text);
  return {request.kind, object, thread.recorder.line(), content.value()};
}

}  // namespace forkscope::kernel
