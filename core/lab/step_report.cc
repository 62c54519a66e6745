#include "core/lab/step_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace forkscope::lab {

namespace {

using trace::EventKind;

// Numbers that the system gives anew in every run.
bool has_pids(EventKind kind) {
  switch (kind) {
    case EventKind::process_fork:
    case EventKind::process_spawn:
    case EventKind::process_wait:
    case EventKind::process_kill:
    case EventKind::process_watch:
    case EventKind::process_identity:
      return true;
    default:
      return false;
  }
}

}  // namespace

bool StepEvent::same_as(const StepEvent& other) const {
  if (thread != other.thread || kind != other.kind || object != other.object || line != other.line)
    return false;
  if (kind == EventKind::stream_write && text != other.text) return false;
  return has_pids(kind) || (a == other.a && b == other.b && result == other.result);
}

std::vector<StepEvent> events_of(const trace::Store& store,
                                 const std::map<base::ThreadId, std::string>& names) {
  std::vector<StepEvent> events;
  for (std::uint64_t index = store.first_index(); index < store.first_index() + store.size(); ++index) {
    const trace::Event& event = store.event(index);
    if (!trace::info(event.kind).is_request || event.phase != trace::Phase::done) continue;
    const auto name = names.find(event.thread);
    events.push_back({name == names.end() ? "" : name->second, event.kind, event.object, event.line, event.a,
                      event.b, event.result, store.string(event.string)});
  }
  return events;
}

std::string line_of(const StepEvent& event) {
  const trace::KindInfo& kind = trace::info(event.kind);
  std::string line = event.thread + ": " + std::string(kind.sentence);
  if (event.object != 0) line += " [" + std::to_string(event.object) + "]";
  if (!kind.a.empty()) line += ", " + std::to_string(event.a);
  if (!kind.b.empty()) line += ", " + std::to_string(event.b);
  line += " -> " + std::to_string(event.result);
  if (!event.text.empty()) line += " \"" + one_line(event.text) + "\"";
  if (event.line != 0) line += " (line " + std::to_string(event.line) + ")";
  return line;
}

std::string line_of(const WaitLink& link) {
  std::string line = link.thread + " wants to " + std::string(trace::info(link.kind).sentence);
  if (link.object != 0) line += " [" + std::to_string(link.object) + "]";
  return line + (link.owner.empty() ? "" : ", held up by " + link.owner);
}

std::string end_of(const StepReport& report) {
  switch (report.outcome.end) {
    case StepEnd::ended:
      return report.exit_code == 0 ? "ok" : "error";
    case StepEnd::stuck:
      return "stuck";
    case StepEnd::stopped:
      return "stopped";
    case StepEnd::refused:
      break;
  }
  return "refused";
}

std::string json_of(const StepReport& report) {
  using nlohmann::json;
  json events = json::array(), stuck = json::array();
  for (const StepEvent& event : report.events) {
    json entry{{"thread", event.thread}, {"request", trace::info(event.kind).name},
               {"a", event.a},           {"b", event.b},
               {"result", event.result}, {"line", event.line}};
    if (event.object != 0) entry["object"] = event.object;
    if (!event.text.empty()) entry["text"] = event.text;
    events.push_back(std::move(entry));
  }
  for (const WaitLink& link : report.stuck) {
    stuck.push_back({{"thread", link.thread},
                     {"request", trace::info(link.kind).name},
                     {"object", link.object},
                     {"owner", link.owner}});
  }
  json whole{{"end", end_of(report)},
             {"stdout", report.output},
             {"stderr", report.errors},
             {"exit_code", report.exit_code},
             {"steps", report.outcome.steps},
             {"schedule", print_schedule(report.outcome.done)},
             {"stuck", stuck},
             {"clock_ns", report.clock_ns},
             {"seconds", report.seconds},
             {"events", std::move(events)}};
  if (!report.outcome.message.empty()) whole["message"] = report.outcome.message;
  return whole.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string first_difference(const StepReport& first, const StepReport& other) {
  const std::size_t both = std::min(first.events.size(), other.events.size());
  for (std::size_t index = 0; index < both; ++index) {
    if (first.events[index].same_as(other.events[index])) continue;
    return "Request " + std::to_string(index + 1) + " was\n  " + line_of(first.events[index]) +
           "\nand is now\n  " + line_of(other.events[index]);
  }
  if (other.outcome.end == StepEnd::refused && first.outcome.end != StepEnd::refused)
    return other.outcome.message;
  if (first.events.size() == other.events.size()) return "";
  return "There were " + std::to_string(first.events.size()) + " Requests, now there are " +
         std::to_string(other.events.size()) + ".";
}

}  // namespace forkscope::lab
