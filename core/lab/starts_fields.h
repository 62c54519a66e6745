// The fields of what `starts` reports, named once, for writing and for reading; see message_fields.h.
#pragma once

#include "core/lab/starts_report.h"

namespace forkscope::lab {

template <typename Visitor>
void visit_fields(Visitor& visit, ProcessLine& line) {
  visit("pid", line.pid);
  visit("parent_pid", line.parent_pid);
  visit("command_line", line.command_line);
  visit("role", line.role);
}
template <typename Visitor>
void visit_fields(Visitor& visit, TimesUs& times) {
  visit("median", times.median);
  visit("min", times.min);
  visit("max", times.max);
  visit("count", times.count);
}
template <typename Visitor>
void visit_fields(Visitor& visit, StartStage& stage) {
  visit("name", stage.name);
  visit("who", stage.who);
  visit("what", stage.what);
  visit("detail", stage.detail);
  visit("at_us", stage.at_us);
  visit("us", stage.us);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OpenDescriptor& descriptor) {
  visit("number", descriptor.number);
  visit("what", descriptor.what);
  visit("target", descriptor.target);
  visit("in_parent", descriptor.in_parent);
  visit("other_end_in_parent", descriptor.other_end_in_parent);
}
template <typename Visitor>
void visit_fields(Visitor& visit, ChildMemory& memory) {
  visit("resident_kib", memory.resident);
  visit("shared_kib", memory.shared);
  visit("private_kib", memory.private_);
  visit("values_shared_kib", memory.values_shared);
  visit("values_private_kib", memory.values_private);
}
template <typename Visitor>
void visit_fields(Visitor& visit, NameInChild& name) {
  visit("name", name.name);
  visit("in_parent", name.in_parent);
  visit("in_child", name.in_child);
  visit("source", name.source);
  visit("is_argument", name.is_argument);
  visit("same_place", name.same_place);
}
template <typename Visitor>
void visit_fields(Visitor& visit, NotReadable& field) {
  visit("field", field.field);
  visit("reason", field.reason);
}
template <typename Visitor>
void visit_fields(Visitor& visit, ChildEvidence& child) {
  visit("pid", child.pid);
  visit("parent_pid", child.parent_pid);
  visit("parent_role", child.parent_role);
  visit("command_line", child.command_line);
  visit("short_name", child.short_name);
  visit("threads", child.threads);
  visit("descriptors", child.descriptors);
  visit("memory", child.memory);
  visit("memory_after_target", child.memory_after_target);
  visit("names", child.names);
  visit("not_readable", child.not_readable);
  visit("ended", child.ended);
  visit("exit_code", child.exit_code);
}
template <typename Visitor>
void visit_fields(Visitor& visit, MethodReport& report) {
  visit("method", report.method);
  visit("known", report.known);
  visit("chosen", report.chosen);
  visit("first_line_us", report.first_line_us);
  visit("later_us", report.later_us);
  visit("stages", report.stages);
  visit("has_child", report.has_child);
  visit("child", report.child);
  visit("process_tree", report.process_tree);
  visit("processes_started", report.processes_started);
  visit("errors", report.errors);
  visit("output", report.output);
  visit("end", report.end);
}
template <typename Visitor>
void visit_fields(Visitor& visit, PythonMethod& report) {
  visit("method", report.method);
  visit("first_line_us", report.first_line_us);
  visit("later_us", report.later_us);
  visit("end", report.end);
}
template <typename Visitor>
void visit_fields(Visitor& visit, PythonReport& report) {
  visit("program", report.program);
  visit("version", report.version);
  visit("missing", report.missing);
  visit("methods", report.methods);
}
template <typename Visitor>
void visit_fields(Visitor& visit, StartsReport& report) {
  visit("path", report.path);
  visit("repeat", report.repeat);
  visit("methods", report.methods);
  visit("cpython", report.cpython);
}

}  // namespace forkscope::lab
