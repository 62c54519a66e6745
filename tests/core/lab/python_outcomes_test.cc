#include "core/lab/python_outcomes.h"

#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "core/lab/process_table.h"

namespace forkscope::lab {
namespace {

class PythonOutcomesTest : public testing::Test {
 protected:
  std::string program(const std::string& text) {
    std::ofstream(path_) << text;
    return path_.string();
  }

  static void run(PythonOutcomeRuns& runs) {
    while (!runs.over()) {
      std::vector<pollfd> descriptors;
      runs.add_descriptors(descriptors);
      ::poll(descriptors.data(), descriptors.size(), 2);
      runs.turn();
    }
  }

  PythonOutcomes outcomes_of(const std::string& text, int number, double seconds = 5) {
    PythonOutcomeRuns runs({.path = program(text), .runs = number, .seconds = seconds});
    run(runs);
    EXPECT_EQ(runs.progress().done, number);
    EXPECT_TRUE(descendants_of(::getpid()).empty());
    return runs.progress().outcomes;
  }

  ~PythonOutcomesTest() override { std::filesystem::remove(path_); }
  std::filesystem::path path_ =
      std::filesystem::temp_directory_path() / ("python_outcomes_" + std::to_string(::getpid()) + ".py");
};

TEST_F(PythonOutcomesTest, RunsThatDoTheSameAreCountedTogether) {
  const PythonOutcomes outcomes = outcomes_of("print('one')\nprint('two')\n", 3);
  EXPECT_EQ(outcomes.missing, "");
  ASSERT_EQ(outcomes.found.size(), 1u);
  EXPECT_EQ(outcomes.found[0].end, "ok");
  EXPECT_EQ(outcomes.found[0].output, "one\ntwo\n");
  EXPECT_EQ(outcomes.found[0].runs, 3);
}

TEST_F(PythonOutcomesTest, AnErrorHasItsExitCode) {
  const PythonOutcomes outcomes = outcomes_of("import sys\nsys.exit(3)\n", 1);
  ASSERT_EQ(outcomes.found.size(), 1u);
  EXPECT_EQ(outcomes.found[0].end, "error");
  EXPECT_EQ(outcomes.found[0].exit_code, 3);
}

TEST_F(PythonOutcomesTest, WhoSleepsForLongIsStuckAndAllOfItIsEnded) {
  const PythonOutcomes outcomes = outcomes_of(
      "from multiprocessing import Process, Lock\n"
      "def work(lock):\n    lock.acquire()\n"
      "lock = Lock()\nlock.acquire()\n"
      "child = Process(target=work, args=(lock,))\nchild.start()\n"
      "print('waits', flush=True)\nchild.join()\n",
      1, 0.5);
  ASSERT_EQ(outcomes.found.size(), 1u);
  EXPECT_EQ(outcomes.found[0].end, "stuck");
  EXPECT_EQ(outcomes.found[0].output, "waits\n");
}

TEST_F(PythonOutcomesTest, WhoNeverSleepsIsEndless) {
  const PythonOutcomes outcomes = outcomes_of("while True:\n    pass\n", 1, 0.2);
  ASSERT_EQ(outcomes.found.size(), 1u);
  EXPECT_EQ(outcomes.found[0].end, "endless");
}

TEST_F(PythonOutcomesTest, StopsEarlyAndKeepsWhatWasCounted) {
  PythonOutcomeRuns runs({.path = program("print(1)\n"), .runs = 1000});
  while (runs.progress().done < 2) runs.turn();
  runs.stop();
  EXPECT_TRUE(runs.over());
  EXPECT_EQ(runs.progress().done, 2);
  EXPECT_EQ(runs.progress().outcomes.found[0].runs, 2);
}

TEST_F(PythonOutcomesTest, SaysWhenThereIsNoPython) {
  PythonOutcomeRuns runs({.path = program(""), .python = "no-such-python"});
  EXPECT_TRUE(runs.over());
  EXPECT_EQ(runs.progress().outcomes.missing, "There is no program no-such-python here.");
}

}  // namespace
}  // namespace forkscope::lab
