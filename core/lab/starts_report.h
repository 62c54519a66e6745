// What `starts` finds out about one program: the same start of a process by fork, spawn and forkserver, and
// by python3. Plain data, sent to the window as a message and printed by the command. Times are in
// microseconds; -1 stands for what was not seen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace forkscope::lab {

struct ProcessLine {
  int pid = 0, parent_pid = 0;
  std::string command_line;
  std::string role;  // "", "resource tracker"; of a start's evidence also "fork server", "child"
};

struct TimesUs {
  double median = -1, min = -1, max = -1;
  int count = 0;  // of how many
};

// One step on the way, median of the runs in which it happened. Those of several processes overlap.
struct StartStage {
  std::string name;    // as start_stages.inc calls it: "make_pipes"
  std::string who;     // "parent", "child", "server", "tracker", "kernel"
  std::string what;    // a sentence; the same in every run
  std::string detail;  // "657 bytes", "pid 4711"; of the first run
  double at_us = -1;   // since start() was called
  double us = -1;
};

struct OpenDescriptor {
  int number = 0;
  std::string what;              // "pipe, read end"
  std::string target;            // as /proc says it: "pipe:[4711]"
  int in_parent = -1;            // the parent's number of the same end, file or socket; -1: it has none
  int other_end_in_parent = -1;  // the parent's number of a pipe's other end
};

// From smaps_rollup; `values` are the pages that belong to no file: what Python objects live in. In KiB.
struct ChildMemory {
  int resident = -1;
  int shared = -1, private_ = -1;
  int values_shared = -1, values_private = -1;
};

struct NameInChild {
  std::string name;
  std::string in_parent, in_child;  // the value's beginning; "" = it is not there
  std::string source;               // "copied memory", "run of the file", "pickled"; "" = not in the child
  bool is_argument = false;         // of the process, not a global name
  bool same_place = false;          // the value lies at the same address in both
};

struct NotReadable {
  std::string field;  // "threads"
  std::string reason;
};

struct ChildEvidence {
  int pid = 0;
  int parent_pid = -1;
  std::string parent_role;  // "program", "fork server"
  std::string command_line;
  std::string short_name;  // as ps -o comm prints it
  int threads = -1;
  std::vector<OpenDescriptor> descriptors;
  ChildMemory memory;               // before the first line of its target
  ChildMemory memory_after_target;  // -1 where the target did not return
  std::vector<NameInChild> names;
  std::vector<NotReadable> not_readable;
  bool ended = false;
  int exit_code = 0;  // once ended; -N: signal N
};

// Before an error of a process that had no name yet.
inline constexpr std::string_view kNameless = "a process: ";

struct MethodReport {
  std::string method;     // "fork", "spawn", "forkserver"
  bool known = true;      // false: the imitated system has no such method
  std::string chosen;     // the method that the program chose itself, where it never used this one
  TimesUs first_line_us;  // from start() to the first line of the target: the first start by this method in
                          // each run
  TimesUs later_us;       // the same of the later starts
  std::vector<StartStage> stages;
  bool has_child = false;  // false: there is no evidence
  ChildEvidence child;
  std::vector<ProcessLine> process_tree;  // at the moment with the most processes
  int processes_started = 0;              // in the run with the evidence, without the first
  std::vector<std::string> errors;        // what nobody caught, "Process-1: RuntimeError: ..."
  std::string output;                     // of the run with the evidence
  std::string end;                        // how that ended, a sentence
};

struct PythonMethod {
  std::string method;
  TimesUs first_line_us, later_us;
  std::string end;  // "" or why there are no times
};

struct PythonReport {
  std::string program;  // path of python3; "" = not wanted
  std::string version;
  std::string missing;  // "" or why it could not run
  std::vector<PythonMethod> methods;
};

struct StartsReport {
  std::string path;
  int repeat = 0;
  std::vector<MethodReport> methods;
  PythonReport cpython;
};

}  // namespace forkscope::lab
