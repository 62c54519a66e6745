// What `compare` measures: one program text, run one after another, by threads, by processes and by python3.
// Plain data: the order and the report, sent between window and lab and printed by the command. Times are in
// seconds; -1 stands for what was not measured.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace forkscope::lab {

// What one task does, and the size that says how long it takes.
struct CompareWork {
  std::string_view name;
  int size;                     // unless the order says it
  int least, most;              // sizes that make sense
  int bytes;                    // of an item, unless the order says it
  bool computes;                // more workers than cores cannot make it faster
  std::string_view size_means;  // translatable
};
inline constexpr CompareWork kCompareWorks[] = {
    {"primes", 10'000, 100, 1'000'000, 64, true, "a task counts the primes below this number"},
    {"io", 20, 1, 5000, 64, false,
     "a task waits so many milliseconds, then for a server that echoes its bytes"},
    {"mixed", 10'000, 100, 1'000'000, 64, false,
     "a task waits 5 ms and for a server, then counts the primes below this number"},
    {"bytes", 1, 1, 255, 1'000'000, true, "a task goes over its bytes so many times"},
    {"function", 0, 0, 1'000'000'000, 1, true, "what work() does with its item is up to the program"},
};

// The ways in the order in which they are measured and shown. `serial_nogil` cannot be ordered: it is what
// threads_nogil is compared with, the same work one after another.
struct CompareWay {
  std::string_view name;
  std::string_view called;  // a name for people; translatable
  bool has_workers, has_processes, is_pool;
};
inline constexpr CompareWay kCompareWays[] = {
    {"serial", "one after another", false, false, false},
    {"serial-nogil", "one after another, GIL released", false, false, false},
    {"threads", "threads, with the GIL", true, false, false},
    {"threads-nogil", "threads, GIL released", true, false, false},
    {"fork", "processes, fork", true, true, false},
    {"spawn", "processes, spawn", true, true, false},
    {"forkserver", "processes, forkserver", true, true, false},
    {"pool-fork", "Pool, fork", true, true, true},
    {"pool-spawn", "Pool, spawn", true, true, true},
    {"executor-threads", "ThreadPoolExecutor", true, false, true},
    {"executor-processes", "ProcessPoolExecutor", true, true, true},
};

struct CompareSettings {
  std::string work = "primes";
  std::string path;  // work == "function": the program that defines work(item)
  int tasks = 200;   // its items are 0, 1, 2, ...
  int size = 0;      // of a task, see CompareWork; 0 = the work's own
  int bytes = 0;     // that come with every item to the worker; 0 = the work's own
  int chunk = 0;     // tasks handed out at once by a pool; 0 = automatic
  int repeat = 5;    // timed runs of each way and number of workers
  std::vector<int> workers = {1, 2, 4};
  std::vector<std::string> ways = {"serial", "threads", "threads-nogil", "fork", "spawn"};
  std::string pool_call = "map";   // "map", "imap", "imap_unordered", "starmap", "apply_async"
  int tasks_per_child = 0;         // maxtasksperchild of a Pool, in chunks; 0 = no limit
  std::string python = "python3";  // path or name; "" = without
  double seconds = 30;             // most that one run may take
};

// How the time of a run passed, of an average worker; the parts add up to `whole`. From a run that is traced.
struct CompareSplit {
  double whole = -1;      // from the start of the first worker until all had ended and the results were there
  double start_up = -1;   // until it began its first task
  double computing = -1;  // inside tasks
  double io = -1;         // inside tasks, waiting for what the task waits for
  double gil = -1;        // waiting for the GIL, since its first task
  double pickling = -1;   // of what has 1024 bytes and more; less is in `pipe`
  double pipe = -1;       // handing tasks and results over: the library's code, writing and reading
  double locks = -1;      // waiting for locks and semaphores between tasks
  double idle = -1;       // the rest: no task there, or no more
};

// One way with one number of workers.
struct CompareMeasured {
  int workers = 1;
  std::vector<double> runs_s;
  double median_s = -1;
  double spread = -1;              // (slowest - fastest) / median
  double low_s = -1, high_s = -1;  // between them lies the middle half of the runs
  double speed_up = -1;            // median of its serial runs / median_s
  double first_s = -1;             // the warm-up, which does not count
  // Of the traced run; not of python3.
  double traced_s = -1;
  double tracing = -1;  // traced_s / median_s - 1
  CompareSplit split;
  int gil_handovers = -1;  // how often another thread than the one before took it
  int gil_demanded = -1;   // ... after it had asked the owner to drop it
  double gil_held = -1;    // share of `whole` in which some thread of the busiest process held it
  int lost_events = 0;     // of the trace; the split is not whole then
  std::string trouble;     // "" or why there are no (more) times, a sentence
};

struct CompareWayReport {
  std::string way;
  std::string trouble;  // "" or why it was not measured at all
  std::vector<CompareMeasured> measured;
  // Amdahl: the part of the serial time that more workers do not shorten, fitted to all numbers of workers up
  // to that of the cores where the work computes, and the standard error of the fit.
  double serial_part = -1, serial_part_error = -1;
};

struct CompareNumber {
  std::string name;
  double value = 0;
  std::string shown;  // as it stands in the text; what is no number is the name of a way, translatable
};

// A text with numbers in it. `pattern` is translatable: "... held {held} % of the time"; `text` is it filled.
struct CompareSentence {
  std::string rule;  // "threads_did_not_help"
  std::string pattern;
  std::string text;
  std::vector<CompareNumber> numbers;
  // Where to see the opposite: a work to switch to; "" = none.
  std::string other_work;
};

struct CompareMachine {
  int cores = 0;  // that this program may use
  std::string processor;
  std::string system;       // "Linux 6.1.0"
  double load_before = -1;  // cores busy before the first run, 0 ... cores
  double others_load = -1;  // cores busy with other programs while it measured
};

struct ComparePython {
  std::string program;  // "" = not wanted
  std::string version;
  std::string missing;  // "" or why it could not run
  std::vector<CompareWayReport> ways;
};

struct CompareReport {
  CompareSettings settings;
  CompareMachine machine;
  std::vector<CompareWayReport> ways;
  ComparePython cpython;
  std::vector<CompareSentence> sentences;
  std::vector<CompareSentence> warnings;
  bool cancelled = false;
};

// A stretch of a worker's time in the traced run of a way.
struct CompareBlock {
  double begin_s = 0, end_s = 0;  // since the run began
  // "start_up", "task" (a chunk of them), "io", "gil", "pickling", "pipe", "locks", "idle"
  std::string kind;
  int first_task = -1, tasks = 0;  // task: their numbers, where they are known
};

struct CompareWorker {
  std::string name;  // "parent", "ForkPoolWorker-1", "Thread-1"
  int pid = 0;
  std::vector<CompareBlock> blocks;  // sorted, without overlap
};

// Of some moments: steps between them.
struct ComparePoint {
  double at_s = 0;
  int count = 0;
};

// The traced run of one way and number of workers; sent once, when it is over.
struct CompareTimeline {
  std::string way;
  int workers = 1;
  double whole_s = 0;
  std::vector<CompareWorker> rows;    // the parent first
  std::vector<ComparePoint> waiting;  // tasks that no worker has begun
  std::vector<ComparePoint> arrived;  // results that have come to the parent; where only the tasks' ends are
                                      // in the trace, those
  std::vector<ComparePoint> handovers;  // of the GIL, counted up
  bool shortened = false;               // blocks that follow each other closely were joined
};

// For files. One object: machine, settings, ways by name and number of workers, cpython, amdahl, sentences,
// warnings; what was not measured is null.
std::string json_of(const CompareReport& report);
// One line a run, for spreadsheets: engine,way,workers,run,seconds.
std::string csv_of(const CompareReport& report);

}  // namespace forkscope::lab
