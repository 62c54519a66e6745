// The lab as the window sees it.
#include "core/lab/client.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "core/base/sanitizers.h"
#include "core/trace/reader.h"
#include "tests/core/lab/marked_processes.h"
#include "tests/core/lab/running_lab.h"

namespace forkscope::lab {
namespace {

using Clock = std::chrono::steady_clock;

constexpr char kEndless[] = "while True:\n    pass\n";
constexpr char kWaiting[] = "import time\nwhile True:\n    time.sleep(0.01)\n";

TEST(Lab, RunsAProgramToItsEnd) {
  Folder folder;
  Window window;
  const auto hello = window.wait_for<Hello>();
  ASSERT_TRUE(hello.has_value());
  EXPECT_EQ(hello->version, kProtocolVersion);
  const std::string text = "RATE = 5  # knob 1..9\nprint(RATE)\nraise SystemExit(7)\n";
  const std::string file = folder.write("program.py", text);
  window.run(file);
  const auto started = window.wait_for<Started>();
  ASSERT_TRUE(started.has_value());
  EXPECT_EQ(started->path, file);
  EXPECT_EQ(started->source, text);
  ASSERT_EQ(started->knobs.size(), 1u);
  EXPECT_EQ(started->knobs[0].name, "RATE");
  EXPECT_EQ(started->knobs[0].high, 9);
  EXPECT_TRUE(trace::Arena::open(started->arena).ok());
  const auto ended = window.wait_for<Ended>();
  ASSERT_TRUE(ended.has_value());
  EXPECT_EQ(ended->exit_code, 7);
  EXPECT_FALSE(ended->by_user);
  EXPECT_EQ(ended->reason, "");
}

constexpr char kStartsOne[] =
    "import multiprocessing\n"
    "def child():\n    pass\n"
    "if __name__ == '__main__':\n"
    "    process = multiprocessing.Process(target=child)\n"
    "    process.start()\n    process.join()\n";

// The last progress of a measurement of that program.
std::optional<StartsProgress> measured(Window& window, const MeasureStarts& order) {
  window.client().send(order);
  for (;;) {
    auto progress = window.wait_for<StartsProgress>();
    if (!progress || progress->done == progress->runs) return progress;
  }
}

// A sanitizer may have one of its own in a process that was executed.
constexpr int kMostThreads = base::kSanitized ? 2 : 1;

TEST(Lab, MeasuresStartsAndRunsAfterwards) {
  Folder folder;
  Window window;
  const std::string file = folder.write("program.py", kStartsOne);
  const auto last = measured(window, {.path = file, .arguments = {}, .repeat = 1, .python = ""});
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->runs, 6);
  ASSERT_EQ(last->report.methods.size(), 3u);
  for (const MethodReport& method : last->report.methods) {
    EXPECT_EQ(method.first_line_us.count, 1) << method.method;
    EXPECT_FALSE(method.stages.empty());
    EXPECT_TRUE(method.has_child);
    EXPECT_GE(method.child.threads, 1);
    EXPECT_LE(method.child.threads, kMostThreads);
  }
  window.run(folder.write("after.py", "raise SystemExit(3)\n"));
  EXPECT_EQ(window.wait_for<Ended>()->exit_code, 3);
}

TEST(Lab, AMeasurementOfStartsIsStopped) {
  Folder folder;
  Window window;
  const std::string file = folder.write("program.py", kWaiting);
  window.client().send(
      MeasureStarts{.path = file, .arguments = {}, .repeat = 3, .seconds = 600, .python = ""});
  window.client().send(StopProgram{});
  const auto last = window.wait_for<StartsProgress>();
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->done, last->runs);
  window.client().send(MeasureStarts{.path = folder.write("wrong.py", "x = = 1\n"), .arguments = {}});
  EXPECT_EQ(window.wait_for<Refused>()->line, 1);
}

CompareSettings small_comparison() {
  CompareSettings settings;
  settings.tasks = 4;
  settings.size = 1000;
  settings.workers = {2};
  settings.ways = {"serial", "fork"};
  settings.repeat = 1;
  settings.python = "";
  return settings;
}

TEST(Lab, ComparesWays) {
  Window window;
  window.client().send(MeasureCompare{small_comparison()});
  const auto lane = window.wait_for<CompareTimeline>();
  ASSERT_TRUE(lane.has_value());
  EXPECT_EQ(lane->way, "serial");
  const auto last =
      window.wait_until<CompareProgress>([](const CompareProgress& told) { return told.done == told.runs; });
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->runs, 6);
  EXPECT_FALSE(last->report.cancelled);
  ASSERT_EQ(last->report.ways.size(), 2u);
  for (const CompareWayReport& way : last->report.ways) {
    EXPECT_EQ(way.measured.at(0).runs_s.size(), 1u) << way.way << way.measured.at(0).trouble;
    EXPECT_GT(way.measured.at(0).split.whole, 0);
  }
}

TEST(Lab, AComparisonIsCancelledAndKeepsWhatItHas) {
  Folder folder;
  Window window;
  CompareSettings settings = small_comparison();
  settings.work = "function";
  settings.path = folder.write("program.py", "import time\n\ndef work(item):\n    time.sleep(600)\n");
  settings.seconds = 600;
  window.client().send(MeasureCompare{settings});
  ASSERT_TRUE(window.wait_for<CompareProgress>().has_value());
  window.client().send(StopProgram{});
  const auto last = window.wait_for<CompareProgress>();
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->done, last->runs);
  EXPECT_TRUE(last->report.cancelled);
  settings.tasks = 0;
  window.client().send(MeasureCompare{settings});
  EXPECT_EQ(window.wait_for<Refused>()->message, "There is nothing to do: at least one task is needed.");
  window.run(folder.write("after.py", "raise SystemExit(3)\n"));
  EXPECT_EQ(window.wait_for<Ended>()->exit_code, 3);
}

TEST(Lab, ShowsItsLibrary) {
  Window window;
  window.client().send(ReadLibrary{"multiprocessing/queues.py"});
  const auto queues = window.wait_for<LibrarySource>();
  ASSERT_TRUE(queues.has_value());
  EXPECT_EQ(queues->file, "multiprocessing/queues.py");
  EXPECT_NE(queues->text.find("def _feed("), std::string::npos);
  window.client().send(ReadLibrary{"../../etc/passwd"});
  EXPECT_EQ(window.wait_for<LibrarySource>()->text, "");
}

TEST(Lab, GivesInputAndStartsAgain) {
  Folder folder;
  Window window;
  const std::string file = folder.write("program.py", "raise SystemExit(int(input()) + int(input()))\n");
  for (int round = 0; round < 3; ++round) {
    window.start(file);
    window.client().send(GiveInput{"20\n"});
    window.client().send(GiveInput{std::to_string(round) + "\n"});
    EXPECT_EQ(window.wait_for<Ended>()->exit_code, 20 + round);
  }
}

TEST(Lab, PrintsLineByLineAsInATerminal) {
  Folder folder;
  Window window;
  const trace::Arena arena = window.start(folder.write("program.py", "print('first')\ninput()\n"));
  trace::Store store;
  trace::Reader reader(&arena, &store);
  // The program waits for a line that does not come: what it has printed must be there before its end.
  const auto printed = [&] {
    reader.poll();
    return store.now().output_pieces > 0;
  };
  for (const auto deadline = Clock::now() + std::chrono::seconds(120); !printed() && Clock::now() < deadline;)
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_TRUE(printed());
}

TEST(Lab, RefusesWhatCannotRun) {
  Folder folder;
  Window window;
  window.run(folder.path("missing.py"));
  const auto missing = window.wait_for<Refused>();
  ASSERT_TRUE(missing.has_value());
  EXPECT_NE(missing->message.find("No such file or directory"), std::string::npos);
  window.run(folder.write("wrong.py", "x = 1\nif x\n    y\n"));
  const auto wrong = window.wait_for<Refused>();
  ASSERT_TRUE(wrong.has_value());
  EXPECT_EQ(wrong->line, 2);
  EXPECT_EQ(wrong->column, 5);
  EXPECT_EQ(wrong->message, "SyntaxError: expected ':'");
  EXPECT_EQ(wrong->source, "x = 1\nif x\n    y\n");
  EXPECT_NE(wrong->report.find("if x"), std::string::npos);
}

TEST(Lab, StopsAnEndlessLoop) {
  Folder folder;
  Mark mark;
  Window window;
  window.start(folder.write("program.py", kEndless));
  window.client().send(StopProgram{});
  const auto ended = window.wait_for<Ended>();
  ASSERT_TRUE(ended.has_value());
  EXPECT_TRUE(ended->by_user);
  EXPECT_EQ(ended->exit_code, -SIGKILL);
  EXPECT_EQ(mark.processes().size(), 2u);  // the guard and the lab
}

TEST(Lab, ANewRunStopsTheOldOne) {
  Folder folder;
  Window window;
  window.start(folder.write("program.py", kEndless));
  window.run(folder.write("second.py", "raise SystemExit(2)\n"));
  EXPECT_TRUE(window.wait_for<Ended>()->by_user);
  EXPECT_TRUE(window.wait_for<Started>().has_value());
  EXPECT_EQ(window.wait_for<Ended>()->exit_code, 2);
}

TEST(Lab, ShowsProcessesAsPsDoes) {
  Folder folder;
  Window window;
  const std::string file = folder.write("program.py",
                                        "import time\nfrom multiprocessing import Process, "
                                        "set_start_method\n\n\ndef work():\n    time.sleep(1000)\n\n\n"
                                        "if __name__ == '__main__':\n    set_start_method('spawn')\n    "
                                        "Process(target=work).start()\n    work()\n");
  window.start(file);
  const auto processes =
      window.wait_until<Processes>([](const Processes& message) { return message.lines.size() == 3; });
  ASSERT_TRUE(processes.has_value());
  int trackers = 0, spawned = 0;
  for (const ProcessLine& line : processes->lines) {
    trackers += line.role == "resource tracker";
    spawned += line.command_line.find("--multiprocessing-fork") != std::string::npos;
  }
  EXPECT_EQ(processes->lines[0].command_line, "forkscope-lab run " + file);
  EXPECT_EQ(trackers, 1);
  EXPECT_EQ(spawned, 1);
}

TEST(Lab, KillsOneProcessOfTheProgramAndNoOther) {
  Folder folder;
  Window window;
  window.start(folder.write("program.py", R"(
import time
from multiprocessing import Process
if __name__ == "__main__":
    child = Process(target=time.sleep, args=(60,))
    child.start()
    child.join()
    raise SystemExit(-child.exitcode)
)"));
  int child = 0;
  const auto shown = window.wait_until<Processes>([&](const Processes& processes) {
    for (const ProcessLine& line : processes.lines)
      for (const ProcessLine& parent : processes.lines)
        if (line.parent_pid == parent.pid) child = line.pid;
    return child != 0;
  });
  ASSERT_TRUE(shown.has_value());
  window.client().send(KillProcess{::getpid()});
  window.client().send(KillProcess{child});
  EXPECT_EQ(window.wait_for<Ended>()->exit_code, SIGKILL);
}

TEST(Lab, PausesAndGoesOn) {
  Folder folder;
  Window window;
  const std::string file = folder.write(
      "program.py",
      "import time\nn = 0\nwhile n < 30:\n    time.sleep(0.01)\n    n += 1\nraise SystemExit(3)\n");
  window.start(file);
  window.client().send(PauseProgram{});
  EXPECT_TRUE(window.wait_for<Paused>()->paused);
  window.client().send(ResumeProgram{});
  EXPECT_FALSE(window.wait_for<Paused>()->paused);
  EXPECT_EQ(window.wait_for<Ended>()->exit_code, 3);
}

TEST(Lab, APausedProgramCanBeStopped) {
  Folder folder;
  Window window;
  window.start(folder.write("program.py", kWaiting));
  window.client().send(PauseProgram{});
  window.client().send(StopProgram{});
  EXPECT_TRUE(window.wait_for<Ended>().has_value());
}

TEST(Lab, KnobsReachTheProgram) {
  Folder folder;
  Window window;
  const std::string file = folder.write(
      "program.py",
      "import time\nCODE = 1  # knob 1..9\nHALF = 0.5  # knob 0.0..1.0\nwhile CODE == 1 or HALF == 0.5:\n"
      "    time.sleep(0.01)\nraise SystemExit(int(CODE * HALF * 4))\n");
  window.start(file);
  window.client().send(TurnKnobTo{0, 6});
  window.client().send(TurnKnobTo{1, 0.25});
  window.client().send(TurnKnobTo{99, 1});
  EXPECT_EQ(window.wait_for<Ended>()->exit_code, 6);
}

TEST(Lab, ASpawnBombEndsAtTheBudget) {
  Folder folder;
  Mark mark;
  Window window;
  const std::string file = folder.write(
      "program.py",
      "import time\nfrom multiprocessing import Process\n\n\ndef work():\n    for i in range(1000):\n"
      "        Process(target=work).start()\n    time.sleep(1000)\n\n\nwork()\n");
  window.start(file);
  const auto ended = window.wait_for<Ended>();
  ASSERT_TRUE(ended.has_value());
  EXPECT_FALSE(ended->by_user);
  EXPECT_NE(ended->reason.find("64 processes"), std::string::npos) << ended->reason;
  EXPECT_EQ(mark.processes().size(), 2u);
  window.run(folder.write("after.py", "raise SystemExit(8)\n"));
  EXPECT_EQ(window.wait_for<Ended>()->exit_code, 8);
}

TEST(Lab, AKilledLabIsNoticedAndReplaced) {
  Folder folder;
  Mark mark;
  {
    Window window;
    const auto hello = window.wait_for<Hello>();
    ASSERT_TRUE(hello.has_value());
    window.start(folder.write("program.py", kEndless));
    ::kill(hello->pid, SIGKILL);
    EXPECT_FALSE(window.wait_for<Ended>().has_value());
    EXPECT_FALSE(window.client().alive());
    window.client().send(StopProgram{});
    EXPECT_TRUE(window.client().receive().empty());

    Window second;
    second.run(folder.write("after.py", "raise SystemExit(8)\n"));
    EXPECT_EQ(second.wait_for<Ended>()->exit_code, 8);
  }
  EXPECT_TRUE(mark.all_gone());
}

TEST(Lab, CannotBeLaunchedFromNothing) {
  const auto client = Client::launch("/no/such/program");
  ASSERT_FALSE(client.ok());
  EXPECT_NE(client.error().message.find("/no/such/program"), std::string::npos);
}

}  // namespace
}  // namespace forkscope::lab
