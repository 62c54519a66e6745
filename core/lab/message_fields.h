// The fields of every message, named once, for writing and for reading. Used by messages.cc alone.
#pragma once

#include <string_view>

#include "core/lab/compare_fields.h"
#include "core/lab/outcomes_fields.h"
#include "core/lab/protocol.h"
#include "core/lab/starts_fields.h"

namespace forkscope::lab {

constexpr std::string_view name_of(const RunProgram&) {
  return "run_program";
}
constexpr std::string_view name_of(const PauseProgram&) {
  return "pause_program";
}
constexpr std::string_view name_of(const ResumeProgram&) {
  return "resume_program";
}
constexpr std::string_view name_of(const StopProgram&) {
  return "stop_program";
}
constexpr std::string_view name_of(const TurnKnobTo&) {
  return "turn_knob";
}
constexpr std::string_view name_of(const GiveInput&) {
  return "give_input";
}
constexpr std::string_view name_of(const KillProcess&) {
  return "kill_process";
}
constexpr std::string_view name_of(const MeasureStarts&) {
  return "measure_starts";
}
constexpr std::string_view name_of(const MeasureCompare&) {
  return "measure_compare";
}
constexpr std::string_view name_of(const ExploreOutcomes&) {
  return "explore_outcomes";
}
constexpr std::string_view name_of(const RunOnPython&) {
  return "run_on_python";
}
constexpr std::string_view name_of(const OutcomesProgress&) {
  return "outcomes_progress";
}
constexpr std::string_view name_of(const FindRemaining&) {
  return "find_remaining";
}
constexpr std::string_view name_of(const OutcomesRemaining&) {
  return "outcomes_remaining";
}
constexpr std::string_view name_of(const PythonOutcomesProgress&) {
  return "python_outcomes_progress";
}
constexpr std::string_view name_of(const ListMoves&) {
  return "list_moves";
}
constexpr std::string_view name_of(const StepThread&) {
  return "step_thread";
}
constexpr std::string_view name_of(const PassTime&) {
  return "pass_time";
}
constexpr std::string_view name_of(const FollowSchedule&) {
  return "follow_schedule";
}
constexpr std::string_view name_of(const Moves&) {
  return "moves";
}
constexpr std::string_view name_of(const ReadLibrary&) {
  return "read_library";
}
constexpr std::string_view name_of(const LibrarySource&) {
  return "library_source";
}
constexpr std::string_view name_of(const Shutdown&) {
  return "shutdown";
}
constexpr std::string_view name_of(const Hello&) {
  return "hello";
}
constexpr std::string_view name_of(const Started&) {
  return "started";
}
constexpr std::string_view name_of(const Refused&) {
  return "refused";
}
constexpr std::string_view name_of(const Ended&) {
  return "ended";
}
constexpr std::string_view name_of(const Processes&) {
  return "processes";
}
constexpr std::string_view name_of(const Paused&) {
  return "paused";
}
constexpr std::string_view name_of(const Trouble&) {
  return "trouble";
}
constexpr std::string_view name_of(const StartsProgress&) {
  return "starts_progress";
}
constexpr std::string_view name_of(const CompareProgress&) {
  return "compare_progress";
}
constexpr std::string_view name_of(const CompareTimeline&) {
  return "compare_timeline";
}

template <typename Visitor>
void visit_fields(Visitor& visit, TurnKnobTo& message) {
  visit("knob", message.knob);
  visit("value", message.value);
}
template <typename Visitor>
void visit_fields(Visitor& visit, RunProgram& message) {
  visit("path", message.path);
  visit("start_method", message.start_method);
  visit("arguments", message.arguments);
  visit("knobs", message.knobs);
  visit("python_version", message.python_version);
  visit("personality", message.personality);
  visit("empty_by_semaphore", message.empty_by_semaphore);
  visit("stepped", message.stepped);
}
template <typename Visitor>
void visit_fields(Visitor&, PauseProgram&) {}
template <typename Visitor>
void visit_fields(Visitor&, ResumeProgram&) {}
template <typename Visitor>
void visit_fields(Visitor&, StopProgram&) {}
template <typename Visitor>
void visit_fields(Visitor& visit, GiveInput& message) {
  visit("text", message.text);
}
template <typename Visitor>
void visit_fields(Visitor& visit, KillProcess& message) {
  visit("pid", message.pid);
}
template <typename Visitor>
void visit_fields(Visitor& visit, MeasureStarts& message) {
  visit("path", message.path);
  visit("arguments", message.arguments);
  visit("repeat", message.repeat);
  visit("seconds", message.seconds);
  visit("python", message.python);
  visit("python_version", message.python_version);
  visit("personality", message.personality);
  visit("empty_by_semaphore", message.empty_by_semaphore);
}
template <typename Visitor>
void visit_fields(Visitor& visit, MeasureCompare& message) {
  visit("settings", message.settings);
}
template <typename Visitor>
void visit_fields(Visitor& visit, ExploreOutcomes& message) {
  visit("path", message.path);
  visit("arguments", message.arguments);
  visit("start_method", message.start_method);
  visit("max_states", message.max_states);
  visit("with_kills", message.with_kills);
  visit("every_bytecode", message.every_bytecode);
  visit("beside", message.beside);
  visit("python_version", message.python_version);
  visit("personality", message.personality);
  visit("empty_by_semaphore", message.empty_by_semaphore);
}
template <typename Visitor>
void visit_fields(Visitor& visit, RunOnPython& message) {
  visit("path", message.path);
  visit("arguments", message.arguments);
  visit("runs", message.runs);
  visit("seconds", message.seconds);
  visit("python", message.python);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OutcomesProgress& message) {
  visit("over", message.over);
  visit("states", message.states);
  visit("transitions", message.transitions);
  visit("seconds", message.seconds);
  visit("report", message.report);
}
template <typename Visitor>
void visit_fields(Visitor& visit, FindRemaining& message) {
  visit("schedule", message.schedule);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OutcomesRemaining& message) {
  visit("schedule", message.schedule);
  visit("trouble", message.trouble);
  visit("now", message.now);
  visit("after", message.after);
}
template <typename Visitor>
void visit_fields(Visitor& visit, PythonOutcomesProgress& message) {
  visit("done", message.done);
  visit("runs", message.runs);
  visit("outcomes", message.outcomes);
}
template <typename Visitor>
void visit_fields(Visitor&, ListMoves&) {}
template <typename Visitor>
void visit_fields(Visitor& visit, StepThread& message) {
  visit("thread", message.thread);
  visit("count", message.count);
  visit("size", message.size);
}
template <typename Visitor>
void visit_fields(Visitor& visit, PassTime& message) {
  visit("thread", message.thread);
}
template <typename Visitor>
void visit_fields(Visitor& visit, FollowSchedule& message) {
  visit("schedule", message.schedule);
}
template <typename Visitor>
void visit_fields(Visitor& visit, MoveInfo& move) {
  visit("thread", move.thread);
  visit("thread_id", move.thread_id);
  visit("process_id", move.process_id);
  visit("request", move.request);
  visit("state", move.state);
  visit("object", move.object);
  visit("line", move.line);
  visit("size", move.size);
  visit("calls", move.calls);
  visit("depth", move.depth);
  visit("handle", move.handle);
  visit("a", move.a);
  visit("b", move.b);
  visit("text", move.text);
  visit("deadline_s", move.deadline_s);
  visit("library_file", move.library_file);
  visit("library_function", move.library_function);
  visit("library_line", move.library_line);
}
template <typename Visitor>
void visit_fields(Visitor& visit, Moves& message) {
  visit("moves", message.moves);
  visit("suggested", message.suggested);
  visit("is_stuck", message.is_stuck);
  visit("time_can_pass", message.time_can_pass);
  visit("clock_s", message.clock_s);
  visit("schedule", message.schedule);
  visit("differs_at", message.differs_at);
  visit("before_request", message.before_request);
  visit("before_line", message.before_line);
}
template <typename Visitor>
void visit_fields(Visitor& visit, ReadLibrary& message) {
  visit("file", message.file);
}
template <typename Visitor>
void visit_fields(Visitor& visit, LibrarySource& message) {
  visit("file", message.file);
  visit("text", message.text);
}
template <typename Visitor>
void visit_fields(Visitor&, Shutdown&) {}

template <typename Visitor>
void visit_fields(Visitor& visit, Hello& message) {
  visit("version", message.version);
  visit("pid", message.pid);
}
template <typename Visitor>
void visit_fields(Visitor& visit, KnobInfo& knob) {
  visit("name", knob.name);
  visit("low", knob.low);
  visit("high", knob.high);
  visit("value", knob.value);
  visit("is_float", knob.is_float);
  visit("line", knob.line);
}
template <typename Visitor>
void visit_fields(Visitor& visit, Started& message) {
  visit("path", message.path);
  visit("source", message.source);
  visit("knobs", message.knobs);
  visit("pid", message.pid);
}
template <typename Visitor>
void visit_fields(Visitor& visit, Refused& message) {
  visit("message", message.message);
  visit("line", message.line);
  visit("column", message.column);
  visit("report", message.report);
  visit("source", message.source);
}
template <typename Visitor>
void visit_fields(Visitor& visit, Ended& message) {
  visit("exit_code", message.exit_code);
  visit("by_user", message.by_user);
  visit("reason", message.reason);
}
template <typename Visitor>
void visit_fields(Visitor& visit, Processes& message) {
  visit("lines", message.lines);
}
template <typename Visitor>
void visit_fields(Visitor& visit, Paused& message) {
  visit("paused", message.paused);
}
template <typename Visitor>
void visit_fields(Visitor& visit, Trouble& message) {
  visit("message", message.message);
}
template <typename Visitor>
void visit_fields(Visitor& visit, StartsProgress& message) {
  visit("done", message.done);
  visit("runs", message.runs);
  visit("report", message.report);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareProgress& message) {
  visit("done", message.done);
  visit("runs", message.runs);
  visit("remaining_s", message.remaining_s);
  visit("way", message.way);
  visit("workers", message.workers);
  visit("by_python", message.by_python);
  visit("report", message.report);
}

}  // namespace forkscope::lab
