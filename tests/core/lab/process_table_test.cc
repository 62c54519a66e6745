#include "core/lab/process_table.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "tests/core/lab/marked_processes.h"

namespace forkscope::lab {
namespace {

pid_t start_sleeper(const char* name) {
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::execl("/bin/sleep", name, "1000", nullptr);
    ::_exit(127);
  }
  return pid;
}

TEST(ProcessTable, ShowsLinesAsPsDoes) {
  const pid_t pid = start_sleeper("multiprocessing.resource_tracker");
  std::vector<ProcessLine> lines;
  ASSERT_TRUE(comes_true([&] {
    lines = lines_of(descendants_of(::getpid()));
    return lines.size() == 1 && lines[0].command_line == "multiprocessing.resource_tracker 1000";
  }));
  EXPECT_EQ(lines[0].pid, pid);
  EXPECT_EQ(lines[0].parent_pid, ::getpid());
  EXPECT_EQ(lines[0].role, "resource tracker");

  ::kill(pid, SIGKILL);
  ASSERT_TRUE(comes_true([&] {
    const auto rows = descendants_of(::getpid());
    return rows.size() == 1 && rows[0].zombie;
  }));
  EXPECT_EQ(lines_of(descendants_of(::getpid()))[0].command_line, "[sleep] <defunct>");
  ::waitpid(pid, nullptr, 0);
  EXPECT_TRUE(descendants_of(::getpid()).empty());
}

}  // namespace
}  // namespace forkscope::lab
