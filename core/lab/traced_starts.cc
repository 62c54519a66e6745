#include <algorithm>
#include <map>

#include "core/lab/start_stages.h"

namespace forkscope::lab {

namespace {

using trace::Event;
using trace::EventKind;

// Goes through a trace once, and keeps which start every thread is in.
class Finder {
 public:
  explicit Finder(std::vector<TracedStart>& found) : found_(found) {}

  void take(const Event& event) {
    if (event.kind == EventKind::start_stage) return take_stage(event);
    const bool forks = event.kind == EventKind::process_fork;
    if ((forks || event.kind == EventKind::process_spawn) && event.phase == trace::Phase::done &&
        event.result > 0)
      take_new_process(event, forks);
  }

  // A child may be at its first line before its parent's fork() has returned, so that comes last.
  void finish() {
    for (TracedStart& start : found_) {
      const auto first_line = first_lines_.find(start.child);
      if (first_line != first_lines_.end()) start.first_line_ns = first_line->second;
    }
  }

 private:
  void take_stage(const Event& event) {
    if (event.a == 0) {
      current_[event.thread] = found_.size();
      return found_.push_back({.begin_ns = event.time_ns, .parent = event.process, .starter = event.thread});
    }
    if (TracedStart* own = start_of(event.thread)) return take_parents(event, *own);
    const bool first_line = event.b == 0 ? event.a == 7 : event.result == 13 || event.a == 13;
    if (first_line) first_lines_.try_emplace(event.process, event.time_ns);
  }

  void take_parents(const Event& event, TracedStart& start) {
    if (start.method < 0) start.method = static_cast<int>(event.b);
    // What the server forks next is for this start; it may do so before this thread has said that it asked
    // for it.
    if (start.method == 2 && event.a == 2) waiting_.push_back(current_[event.thread]);
    expects_child_[event.thread] = start.method == 1 ? event.a == 5 : event.a == 2;
  }

  void take_new_process(const Event& event, bool forks) {
    TracedStart* start = start_of(event.thread);
    if (start == nullptr) return take_served(event, forks);
    if (start->method == 2 || start->child != 0 || !expects_child_[event.thread]) return;
    start->child = static_cast<base::ProcessId>(event.a);
    start->forked_by = event.process;
  }

  void take_served(const Event& event, bool forks) {
    if (!forks || waiting_.empty()) return;
    TracedStart& start = found_[waiting_.front()];
    waiting_.erase(waiting_.begin());
    start.child = static_cast<base::ProcessId>(event.a);
    start.forked_by = event.process;
  }

  TracedStart* start_of(base::ThreadId thread) {
    const auto at = current_.find(thread);
    return at == current_.end() ? nullptr : &found_[at->second];
  }

  std::vector<TracedStart>& found_;
  std::map<base::ThreadId, std::size_t> current_;
  std::map<base::ThreadId, bool> expects_child_;
  std::vector<std::size_t> waiting_;
  std::map<base::ProcessId, std::int64_t> first_lines_;
};

}  // namespace

std::vector<TracedStart> starts_in(const trace::Store& store) {
  std::vector<TracedStart> found;
  Finder finder(found);
  for (std::uint64_t i = store.first_index(); i < store.first_index() + store.size(); ++i)
    finder.take(store.event(i));
  finder.finish();
  return found;
}

}  // namespace forkscope::lab
