#include "tests/support/sample_starts.h"

namespace forkscope::test {

namespace {

lab::MethodReport fork_that_goes_well() {
  lab::MethodReport report;
  report.method = "fork";
  report.first_line_us = {1100, 1000, 1400, 5};
  report.stages = {{"flush", "parent", "write out what print() still holds back", "", 0, 2},
                   {"fork", "kernel", "fork(): the child is a copy", "pid 4810", 2, 214},
                   {"close_parents", "child", "close what belongs to the parent", "", 216, 11},
                   {"run_target", "child", "run the target", "", 300, 800}};
  report.has_child = true;
  lab::ChildEvidence& child = report.child;
  child.pid = 4810;
  child.parent_pid = 4809;
  child.parent_role = "program";
  child.command_line = "forkscope-lab run program.py";
  child.short_name = "forkscope-lab";
  child.threads = 1;
  child.descriptors = {{0, "terminal", "/dev/pts/1", 0}, {4, "pipe, write end", "pipe:[11]", -1, 3}};
  child.memory = {7800, 7300, 500, 2700, 300};
  child.memory_after_target = {8200, 7000, 1200, 2000, 1000};
  child.names = {{"color", "'red'", "'red'", "copied memory", false, true}};
  child.ended = true;
  report.process_tree = {{4809, 1, "forkscope-lab run program.py", ""},
                         {4810, 4809, "forkscope-lab run program.py", ""}};
  report.processes_started = 1;
  report.end = "It ended with exit code 0.";
  return report;
}

lab::MethodReport spawn_that_refuses() {
  lab::MethodReport report;
  report.method = "spawn";
  report.stages = {{"prepare", "parent", "collect what the child must know", "", 0, 40}};
  report.errors = {"MainProcess: PicklingError: Can't pickle <function <lambda>>"};
  report.output =
      "Traceback (most recent call last):\n_pickle.PicklingError: Can't pickle <function <lambda>>\n";
  report.end = "It ended with exit code 1.";
  return report;
}

lab::MethodReport forkserver_that_hides() {
  lab::MethodReport report;
  report.method = "forkserver";
  report.has_child = true;
  report.child.pid = 4900;
  for (const char* field : {"command_line", "memory", "descriptors"})
    report.child.not_readable.push_back({field, "Permission denied"});
  report.child.not_readable.push_back({"names", "the child did not come to its target"});
  report.end = "Stopped: it had not ended after 5 s.";
  return report;
}

}  // namespace

lab::StartsReport sample_starts(const std::string& path) {
  lab::StartsReport report;
  report.path = path;
  report.repeat = 5;
  report.methods = {fork_that_goes_well(), spawn_that_refuses(), forkserver_that_hides()};
  report.cpython.program = "python3";
  report.cpython.missing = "There is no program python3 here.";
  return report;
}

}  // namespace forkscope::test
