#include <gtest/gtest.h>

#include "core/lab/protocol.h"

namespace forkscope::lab {
namespace {

template <typename Message>
Message through_the_lab_s_ears(const Message& message) {
  auto decoded = decode_to_lab(encode(ToLab(message)));
  EXPECT_TRUE(decoded.ok());
  return std::get<Message>(decoded.value());
}

template <typename Message>
Message through_the_window_s_ears(const Message& message) {
  auto decoded = decode_from_lab(encode(FromLab(message)));
  EXPECT_TRUE(decoded.ok());
  return std::get<Message>(decoded.value());
}

std::string complaint(const std::string& json) {
  auto decoded = decode_to_lab(json);
  return decoded.ok() ? "" : decoded.error().message;
}

TEST(Messages, OrdersArriveWhole) {
  const auto run = through_the_lab_s_ears(RunProgram{"/a b/\"p\".py", "spawn", {"-x", "한글", "line\nend"}});
  EXPECT_EQ(run.path, "/a b/\"p\".py");
  EXPECT_EQ(run.start_method, "spawn");
  EXPECT_EQ(run.arguments, (std::vector<std::string>{"-x", "한글", "line\nend"}));
  const auto usual = through_the_lab_s_ears(RunProgram{"p.py", "", {}});
  EXPECT_EQ(usual.python_version, "3.11");
  EXPECT_EQ(usual.personality, "linux");
  EXPECT_FALSE(usual.empty_by_semaphore);
  RunProgram elsewhere{"p.py", "", {}};
  elsewhere.python_version = "3.14";
  elsewhere.personality = "macos";
  elsewhere.empty_by_semaphore = true;
  const auto arrived = through_the_lab_s_ears(elsewhere);
  EXPECT_EQ(arrived.python_version, "3.14");
  EXPECT_EQ(arrived.personality, "macos");
  EXPECT_TRUE(arrived.empty_by_semaphore);
  const auto knob = through_the_lab_s_ears(TurnKnobTo{3, 0.1});
  EXPECT_EQ(knob.knob, 3);
  EXPECT_EQ(knob.value, 0.1);
  EXPECT_EQ(through_the_lab_s_ears(GiveInput{std::string("a\0b", 3)}).text, std::string("a\0b", 3));
  EXPECT_EQ(through_the_lab_s_ears(KillProcess{4711}).pid, 4711);
  const auto starts =
      through_the_lab_s_ears(MeasureStarts{"p.py", {"-x"}, 7, 2.5, "python3.12", "3.13", "windows", true});
  EXPECT_EQ(starts.path, "p.py");
  EXPECT_EQ(starts.arguments, std::vector<std::string>{"-x"});
  EXPECT_EQ(starts.repeat, 7);
  EXPECT_EQ(starts.seconds, 2.5);
  EXPECT_EQ(starts.python, "python3.12");
  EXPECT_EQ(starts.python_version, "3.13");
  EXPECT_EQ(starts.personality, "windows");
  EXPECT_TRUE(starts.empty_by_semaphore);
  EXPECT_EQ(through_the_lab_s_ears(ReadLibrary{"queue.py"}).file, "queue.py");
  through_the_lab_s_ears(PauseProgram{});
  through_the_lab_s_ears(ResumeProgram{});
  through_the_lab_s_ears(StopProgram{});
  through_the_lab_s_ears(Shutdown{});
}

TEST(Messages, AReportOfStartsArrivesWhole) {
  MethodReport spawn;
  spawn.method = "spawn";
  spawn.first_line_us = {412.5, 400, 500, 3};
  spawn.stages = {{"boot", "child", "boot", "pid 7", 1.5, 2.5}};
  spawn.has_child = true;
  spawn.child.pid = 7;
  spawn.child.descriptors = {{3, "pipe, read end", "pipe:[1]", -1, 5}};
  spawn.child.memory.values_shared = 12;
  spawn.child.names = {{"color", "'red'", "'white'", "run of the file", false, false}};
  spawn.child.not_readable = {{"threads", "No such process"}};
  spawn.process_tree = {{7, 6, "python3", "child"}};
  spawn.errors = {"Process-1: RuntimeError"};
  PythonReport python{"python3", "3.11.7", "", {{"spawn", {9, 8, 10, 2}, {}, ""}}};
  const auto arrived = through_the_window_s_ears(StartsProgress{2, 9, {"p.py", 3, {spawn}, python}});
  EXPECT_EQ(arrived.done, 2);
  EXPECT_EQ(arrived.runs, 9);
  ASSERT_EQ(arrived.report.methods.size(), 1u);
  const MethodReport& method = arrived.report.methods[0];
  EXPECT_EQ(method.first_line_us.median, 412.5);
  ASSERT_EQ(method.stages.size(), 1u);
  EXPECT_EQ(method.stages[0].what, "boot");
  EXPECT_EQ(method.child.descriptors.at(0).other_end_in_parent, 5);
  EXPECT_EQ(method.child.memory.values_shared, 12);
  EXPECT_EQ(method.child.memory_after_target.resident, -1);
  EXPECT_EQ(method.child.names.at(0).source, "run of the file");
  EXPECT_EQ(method.child.not_readable.at(0).reason, "No such process");
  EXPECT_EQ(method.process_tree.at(0).role, "child");
  EXPECT_EQ(arrived.report.cpython.methods.at(0).first_line_us.max, 10);
  EXPECT_FALSE(decode_from_lab(R"({"type":"starts_progress","done":1,"runs":2,"report":{"path":3}})").ok());
}

TEST(Messages, OutcomesArriveWhole) {
  const auto order =
      through_the_lab_s_ears(ExploreOutcomes{"p.py", {"-x"}, "spawn", 7, true, true, true, "3.13", "macos", true});
  EXPECT_EQ(order.max_states, 7);
  EXPECT_EQ(order.start_method, "spawn");
  EXPECT_TRUE(order.with_kills && order.every_bytecode && order.beside && order.empty_by_semaphore);
  EXPECT_EQ(through_the_lab_s_ears(RunOnPython{"p.py", {}, 12, 0.5, "python3.12"}).runs, 12);

  OutcomesReport report;
  report.complete = true;
  report.chance_at = {0, 1};
  report.rows.push_back(
      {.end = "stuck",
       .output = "a\n",
       .output_goes_on = true,
       .exit_codes = {{"main", -9}},
       .waits = {{"main", "lock a", "Process-1"}},
       .preemptions = 2,
       .schedules = "13914",
       .chances = {0.25, 1},
       .schedule = "main*2",
       .example = {{.mover = "main", .request = "sem_acquire", .preempts = true, .possible = {0}}}});
  report.fates = {{{0}, 5, true}};
  report.fate_arrows = {{0, 1, 3}};
  const auto arrived = through_the_window_s_ears(OutcomesProgress{true, 3e9, 4, 0.5, report});
  EXPECT_TRUE(arrived.over);
  EXPECT_EQ(arrived.states, 3e9);
  const OutcomeRow& row = arrived.report.rows.at(0);
  EXPECT_EQ(row.exit_codes.at(0).code, -9);
  EXPECT_EQ(row.waits.at(0).owner, "Process-1");
  EXPECT_EQ(row.chances, (std::vector<double>{0.25, 1}));
  EXPECT_EQ(row.example.at(0).possible, std::vector<int>{0});
  EXPECT_TRUE(row.example.at(0).preempts);
  EXPECT_EQ(arrived.report.fate_arrows.at(0).moves, 3);

  EXPECT_EQ(through_the_lab_s_ears(FindRemaining{"main*3 time"}).schedule, "main*3 time");
  const OutcomeSet set{{0, 2}, {{"stuck", "b\n"}}, true};
  const auto remaining = through_the_window_s_ears(OutcomesRemaining{"main", "why", set, {{"main", set}}});
  EXPECT_EQ(remaining.trouble, "why");
  EXPECT_EQ(remaining.now.rows, (std::vector<int>{0, 2}));
  EXPECT_EQ(remaining.after.at(0).possible.others.at(0).output, "b\n");
  EXPECT_TRUE(remaining.after.at(0).possible.complete);

  const PythonOutcomes python{"p.py", "3.11.7", "", 2, {{"ok", "1\n", 0, 998}}, 2};
  const auto counted = through_the_window_s_ears(PythonOutcomesProgress{1000, 1000, python});
  EXPECT_EQ(counted.outcomes.found.at(0).runs, 998);
  EXPECT_EQ(counted.outcomes.others, 2);
}

TEST(Messages, AnOrderToCompareArrivesWhole) {
  CompareSettings settings;
  settings.work = "function";
  settings.path = "p.py";
  settings.workers = {3};
  settings.ways = {"serial", "pool-fork"};
  settings.pool_call = "imap";
  const auto arrived = through_the_lab_s_ears(MeasureCompare{settings}).settings;
  EXPECT_EQ(arrived.path, "p.py");
  EXPECT_EQ(arrived.workers, std::vector<int>{3});
  EXPECT_EQ(arrived.ways, settings.ways);
  EXPECT_EQ(arrived.pool_call, "imap");
  EXPECT_EQ(arrived.tasks, CompareSettings().tasks);
  EXPECT_NE(complaint(R"({"type":"measure_compare","settings":{"work":"io"}})"), "");
}

TEST(Messages, AReportOfACompareArrivesWhole) {
  CompareMeasured measured;
  measured.workers = 2;
  measured.runs_s = {0.5, 0.25};
  measured.split.gil = 0.125;
  measured.gil_handovers = 402;
  CompareReport report;
  report.ways = {{"threads", "", {measured}, 0.9, 0.01}};
  report.cpython.ways = {{"fork", "There is no fork here.", {}}};
  report.sentences = {{"threads_did_not_help", "{n} times", "402 times", {{"n", 402, "402"}}, "io"}};
  const auto arrived = through_the_window_s_ears(CompareProgress{3, 9, 1.5, "fork", 2, true, report});
  EXPECT_EQ(arrived.remaining_s, 1.5);
  EXPECT_TRUE(arrived.by_python);
  const CompareMeasured& threads = arrived.report.ways.at(0).measured.at(0);
  EXPECT_EQ(threads.runs_s, measured.runs_s);
  EXPECT_EQ(threads.split.gil, 0.125);
  EXPECT_EQ(threads.gil_handovers, 402);
  EXPECT_EQ(arrived.report.cpython.ways.at(0).trouble, "There is no fork here.");
  EXPECT_EQ(arrived.report.sentences.at(0).numbers.at(0).shown, "402");

  CompareTimeline timeline;
  timeline.rows = {{"ForkPoolWorker-1", 7, {{0.5, 0.75, "task", 4, 2}}}};
  timeline.waiting = {{0.5, 196}};
  const auto seen = through_the_window_s_ears(timeline);
  EXPECT_EQ(seen.rows.at(0).blocks.at(0).first_task, 4);
  EXPECT_EQ(seen.waiting.at(0).count, 196);
  EXPECT_FALSE(decode_from_lab(R"({"type":"compare_timeline","way":"fork","workers":"2"})").ok());
}

TEST(Messages, AnswersArriveWhole) {
  EXPECT_EQ(through_the_window_s_ears(Hello{.pid = 42}).pid, 42);
  const auto started =
      through_the_window_s_ears(Started{"p.py", "x = 1\n", {{"RATE", 1, 100, 5, false, 7}}, 99});
  EXPECT_EQ(started.source, "x = 1\n");
  ASSERT_EQ(started.knobs.size(), 1u);
  EXPECT_EQ(started.knobs[0].name, "RATE");
  EXPECT_EQ(started.knobs[0].high, 100);
  EXPECT_EQ(started.knobs[0].line, 7);
  EXPECT_EQ(started.arena, -1);
  const auto refused = through_the_window_s_ears(Refused{"no", 2, 5, "report\n", "text"});
  EXPECT_EQ(refused.line, 2);
  EXPECT_EQ(refused.report, "report\n");
  const auto ended = through_the_window_s_ears(Ended{-9, true, "why"});
  EXPECT_EQ(ended.exit_code, -9);
  EXPECT_TRUE(ended.by_user);
  const auto processes = through_the_window_s_ears(Processes{{{5, 4, "forkscope-lab run p.py", "r"}}});
  ASSERT_EQ(processes.lines.size(), 1u);
  EXPECT_EQ(processes.lines[0].parent_pid, 4);
  EXPECT_EQ(processes.lines[0].role, "r");
  EXPECT_TRUE(through_the_window_s_ears(Paused{true}).paused);
  EXPECT_EQ(through_the_window_s_ears(LibrarySource{"queue.py", "class Queue:\n"}).text, "class Queue:\n");
  Moves moves;
  moves.moves.emplace_back();
  moves.moves[0].library_file = "multiprocessing/queues.py";
  moves.moves[0].library_function = "Queue._feed";
  moves.moves[0].library_line = 260;
  const auto feeder = through_the_window_s_ears(moves).moves.at(0);
  EXPECT_EQ(feeder.library_file, "multiprocessing/queues.py");
  EXPECT_EQ(feeder.library_function, "Queue._feed");
  EXPECT_EQ(feeder.library_line, 260);
  EXPECT_EQ(through_the_window_s_ears(Trouble{"oh"}).message, "oh");
}

TEST(Messages, DamageIsNamed) {
  EXPECT_NE(complaint("").find("not a JSON object"), std::string::npos);
  EXPECT_NE(complaint("[1]").find("not a JSON object"), std::string::npos);
  EXPECT_NE(complaint("{\"message\": \"run_progr").find("not a JSON object"), std::string::npos);
  EXPECT_NE(complaint("{}").find("no name"), std::string::npos);
  EXPECT_NE(complaint(R"({"type": 3})").find("no name"), std::string::npos);
  EXPECT_NE(complaint(R"({"type": "dance"})").find("'dance'"), std::string::npos);
  EXPECT_NE(complaint(R"({"type": "turn_knob", "knob": 1})").find("'value'"), std::string::npos);
  EXPECT_NE(complaint(R"({"type": "turn_knob", "knob": "1", "value": 2})").find("'knob'"), std::string::npos);
  EXPECT_NE(complaint(R"({"type": "turn_knob", "knob": 99999999999, "value": 2})").find("'knob'"),
            std::string::npos);
  EXPECT_NE(complaint(R"({"type": "run_program", "path": "p", "start_method": "", "arguments": [1]})")
                .find("'arguments'"),
            std::string::npos);
  auto lines = decode_from_lab(R"({"type": "processes", "lines": [7]})");
  EXPECT_FALSE(lines.ok());
}

TEST(Messages, TextThatIsNotUtf8StillTravels) {
  const auto message = through_the_lab_s_ears(GiveInput{"a\xff"});
  EXPECT_EQ(message.text, "a\xEF\xBF\xBD");
}

}  // namespace
}  // namespace forkscope::lab
