#include "app/stage/stage_text.h"

#include "app/widgets/format.h"
#include "app/widgets/object_text.h"
#include "app/widgets/role_text.h"

namespace forkscope::app {

namespace {

const char* method_text(trace::StartMethod method) {
  switch (method) {
    case trace::StartMethod::fork:
      return "fork";
    case trace::StartMethod::spawn:
      return "spawn";
    case trace::StartMethod::forkserver:
      return "forkserver";
    default:
      return "";
  }
}

std::string hand_text(const StageItem& item) {
  if (item.sent > 0) return tr_format("{0} of {1} bytes written", item.sent, item.bytes + 4);
  if (item.bytes > 0) return tr_format("{0} bytes to write", item.bytes + 4);
  return tr("to be pickled");
}

std::string call_text(const StageThread& thread) {
  return thread.outcome.empty() ? thread.call : thread.call + " → " + thread.outcome;
}

// A barrier, a condition, an event: what they wait for has no name, but the call has.
std::string waits_text(const trace::Store& store, const trace::World& world, const StageThread& thread) {
  const std::string text = waiting_text(store, world, thread.waits_in, thread.waits_for);
  const ObjectMeaning meaning = meaning_of(store, world, thread.waits_for);
  const bool is_inside = meaning.name.empty() && meaning.part_of == 0 && thread.outcome.empty();
  return is_inside && thread.waits_for != 0 && !thread.call.empty() ? thread.call + ": " + text : text;
}

}  // namespace

std::string process_title_text(const StageProcess& process) {
  const std::string role = role_name(process.role);
  std::string title = std::to_string(process.pid);
  if (process.role == ProcessRole::resource_tracker || process.role == ProcessRole::fork_server)
    return title + " " + role;
  if (process.name != title) title += " " + process.name;
  const std::string method = method_text(process.method);
  return method.empty() || process.ended ? title : title + " · " + method;
}

std::string process_end_text(const StageProcess& process) {
  if (process.exit_code < 0) return tr_format("killed: signal {0}", -process.exit_code);
  return tr_format("exit code {0}", process.exit_code);
}

std::string doing_text(const trace::Store& store, const trace::World& world, const StageThread& thread) {
  switch (thread.doing) {
    case Doing::has_item:
      return hand_text(*thread.hand);
    case Doing::waits:
      if (thread.is_feeder && thread.waits_in == trace::EventKind::condition_wait)
        return tr("waits for an item in the buffer");
      return waits_text(store, world, thread);
    case Doing::waits_for_gil:
      return tr("waits for the GIL");
    case Doing::in_call:
    case Doing::computes:
      break;
  }
  if (thread.task) return tr_format("works on task {0}", thread.task->number + 1);
  if (!thread.call.empty()) return call_text(thread);
  return thread.line > 0 ? tr_format("line {0}", thread.line) : std::string(tr("runs"));
}

std::string pipe_text(const StageQueue& queue) {
  return tr_format_plural("{0} item", "{0} items", queue.count) + " · " +
         tr_format("{0} B of 64 KiB", count_text(static_cast<std::uint64_t>(queue.bytes)));
}

std::string waiters_text(std::size_t count) {
  return tr_format_plural("{0} waits", "{0} wait", count);
}

std::string object_label(const StageObject& object) {
  switch (object.kind) {
    case StageObjectKind::lock:
      return object.name.empty() ? tr("lock") : tr_format("lock {0}", object.name);
    case StageObjectKind::semaphore:
      return object.name.empty() ? tr("semaphore") : tr_format("semaphore {0}", object.name);
    case StageObjectKind::thread_lock:
      return tr("lock between threads");
    case StageObjectKind::condition:
      return tr("a condition");
    case StageObjectKind::shared_value:
      return object.name.empty() ? tr("shared value") : object.name;
    case StageObjectKind::pipe:
      return object.name.empty() ? tr("pipe") : tr_format("pipe {0}", object.name);
  }
  return {};
}

}  // namespace forkscope::app
