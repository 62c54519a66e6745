// The fields of what `outcomes` reports, named once, for writing and for reading; see message_fields.h.
#pragma once

#include "core/lab/outcomes_report.h"

namespace forkscope::lab {

template <typename Visitor>
void visit_fields(Visitor& visit, OutcomeExit& exit) {
  visit("process", exit.process);
  visit("code", exit.code);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OutcomeWait& wait) {
  visit("thread", wait.thread);
  visit("what", wait.what);
  visit("owner", wait.owner);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OutcomeMove& move) {
  visit("mover", move.mover);
  visit("request", move.request);
  visit("object", move.object);
  visit("sentence", move.sentence);
  visit("prints", move.prints);
  visit("line", move.line);
  visit("steps", move.steps);
  visit("preempts", move.preempts);
  visit("possible", move.possible);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OutcomeRow& row) {
  visit("end", row.end);
  visit("output", row.output);
  visit("output_goes_on", row.output_goes_on);
  visit("exit_codes", row.exit_codes);
  visit("waits", row.waits);
  visit("preemptions", row.preemptions);
  visit("schedules", row.schedules);
  visit("chances", row.chances);
  visit("schedule", row.schedule);
  visit("example", row.example);
}
template <typename Visitor>
void visit_fields(Visitor& visit, FateBox& box) {
  visit("possible", box.possible);
  visit("states", box.states);
  visit("not_all_known", box.not_all_known);
}
template <typename Visitor>
void visit_fields(Visitor& visit, FateArrow& arrow) {
  visit("from", arrow.from);
  visit("to", arrow.to);
  visit("moves", arrow.moves);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OutcomesReport& report) {
  visit("path", report.path);
  visit("start_method", report.start_method);
  visit("every_bytecode", report.every_bytecode);
  visit("complete", report.complete);
  visit("stopped", report.stopped);
  visit("states", report.states);
  visit("transitions", report.transitions);
  visit("seconds", report.seconds);
  visit("schedules", report.schedules);
  visit("chance_at", report.chance_at);
  visit("never_ends", report.never_ends);
  visit("not_known", report.not_known);
  visit("rows", report.rows);
  visit("fates", report.fates);
  visit("fate_arrows", report.fate_arrows);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OutcomeName& name) {
  visit("end", name.end);
  visit("output", name.output);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OutcomeSet& set) {
  visit("rows", set.rows);
  visit("others", set.others);
  visit("complete", set.complete);
}
template <typename Visitor>
void visit_fields(Visitor& visit, OutcomesAfter& after) {
  visit("mover", after.mover);
  visit("possible", after.possible);
}
template <typename Visitor>
void visit_fields(Visitor& visit, PythonOutcome& outcome) {
  visit("end", outcome.end);
  visit("output", outcome.output);
  visit("exit_code", outcome.exit_code);
  visit("runs", outcome.runs);
}
template <typename Visitor>
void visit_fields(Visitor& visit, PythonOutcomes& outcomes) {
  visit("path", outcomes.path);
  visit("version", outcomes.version);
  visit("missing", outcomes.missing);
  visit("seconds_each", outcomes.seconds_each);
  visit("found", outcomes.found);
  visit("others", outcomes.others);
}

}  // namespace forkscope::lab
