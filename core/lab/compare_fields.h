// The fields of what `compare` orders and reports, named once, for writing and for reading; see
// message_fields.h.
#pragma once

#include "core/lab/compare_report.h"

namespace forkscope::lab {

template <typename Visitor>
void visit_fields(Visitor& visit, CompareSettings& settings) {
  visit("work", settings.work);
  visit("path", settings.path);
  visit("tasks", settings.tasks);
  visit("size", settings.size);
  visit("bytes", settings.bytes);
  visit("chunk", settings.chunk);
  visit("repeat", settings.repeat);
  visit("workers", settings.workers);
  visit("ways", settings.ways);
  visit("pool_call", settings.pool_call);
  visit("tasks_per_child", settings.tasks_per_child);
  visit("python", settings.python);
  visit("seconds", settings.seconds);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareSplit& split) {
  visit("whole", split.whole);
  visit("start_up", split.start_up);
  visit("computing", split.computing);
  visit("io", split.io);
  visit("gil", split.gil);
  visit("pickling", split.pickling);
  visit("pipe", split.pipe);
  visit("locks", split.locks);
  visit("idle", split.idle);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareMeasured& measured) {
  visit("workers", measured.workers);
  visit("runs_s", measured.runs_s);
  visit("median_s", measured.median_s);
  visit("spread", measured.spread);
  visit("low_s", measured.low_s);
  visit("high_s", measured.high_s);
  visit("speed_up", measured.speed_up);
  visit("first_s", measured.first_s);
  visit("traced_s", measured.traced_s);
  visit("tracing", measured.tracing);
  visit("split", measured.split);
  visit("gil_handovers", measured.gil_handovers);
  visit("gil_demanded", measured.gil_demanded);
  visit("gil_held", measured.gil_held);
  visit("lost_events", measured.lost_events);
  visit("trouble", measured.trouble);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareWayReport& way) {
  visit("way", way.way);
  visit("trouble", way.trouble);
  visit("measured", way.measured);
  visit("serial_part", way.serial_part);
  visit("serial_part_error", way.serial_part_error);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareNumber& number) {
  visit("name", number.name);
  visit("value", number.value);
  visit("shown", number.shown);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareSentence& sentence) {
  visit("rule", sentence.rule);
  visit("pattern", sentence.pattern);
  visit("text", sentence.text);
  visit("numbers", sentence.numbers);
  visit("other_work", sentence.other_work);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareMachine& machine) {
  visit("cores", machine.cores);
  visit("processor", machine.processor);
  visit("system", machine.system);
  visit("load_before", machine.load_before);
  visit("others_load", machine.others_load);
}
template <typename Visitor>
void visit_fields(Visitor& visit, ComparePython& python) {
  visit("program", python.program);
  visit("version", python.version);
  visit("missing", python.missing);
  visit("ways", python.ways);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareReport& report) {
  visit("settings", report.settings);
  visit("machine", report.machine);
  visit("ways", report.ways);
  visit("cpython", report.cpython);
  visit("sentences", report.sentences);
  visit("warnings", report.warnings);
  visit("cancelled", report.cancelled);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareBlock& block) {
  visit("begin_s", block.begin_s);
  visit("end_s", block.end_s);
  visit("kind", block.kind);
  visit("first_task", block.first_task);
  visit("tasks", block.tasks);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareWorker& worker) {
  visit("name", worker.name);
  visit("pid", worker.pid);
  visit("blocks", worker.blocks);
}
template <typename Visitor>
void visit_fields(Visitor& visit, ComparePoint& point) {
  visit("at_s", point.at_s);
  visit("count", point.count);
}
template <typename Visitor>
void visit_fields(Visitor& visit, CompareTimeline& timeline) {
  visit("way", timeline.way);
  visit("workers", timeline.workers);
  visit("whole_s", timeline.whole_s);
  visit("rows", timeline.rows);
  visit("waiting", timeline.waiting);
  visit("arrived", timeline.arrived);
  visit("handovers", timeline.handovers);
  visit("shortened", timeline.shortened);
}

}  // namespace forkscope::lab
