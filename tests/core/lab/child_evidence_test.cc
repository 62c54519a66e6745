#include "core/lab/child_evidence.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "core/lab/start_stages.h"
#include "core/lab/starts.h"
#include "core/lab/starts_text.h"

namespace forkscope::lab {
namespace {

bool says_not_readable(const ChildEvidence& child, const std::string& field) {
  return std::any_of(child.not_readable.begin(), child.not_readable.end(),
                     [&](const NotReadable& entry) { return entry.field == field && !entry.reason.empty(); });
}

TEST(ChildEvidence, OfThisProcess) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const ChildEvidence self = read_child(::getpid());
  EXPECT_EQ(self.parent_pid, ::getppid());
  EXPECT_GE(self.threads, 1);
  EXPECT_NE(self.command_line.find("core_lab_session_test"), std::string::npos);
  EXPECT_GT(self.memory.resident, 0);
  EXPECT_GE(self.memory.values_private, 0);
  EXPECT_TRUE(self.not_readable.empty());
  const auto of = [&](int number) {
    const auto found = std::find_if(self.descriptors.begin(), self.descriptors.end(),
                                    [&](const OpenDescriptor& open) { return open.number == number; });
    return found == self.descriptors.end() ? "" : found->what;
  };
  EXPECT_EQ(of(ends[0]), "pipe, read end");
  EXPECT_EQ(of(ends[1]), "pipe, write end");
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST(ChildEvidence, WhatCannotBeReadSaysSoAndTheRestGoesOn) {
  const ChildEvidence child = read_child(::getpid(), "/no/such/proc");
  EXPECT_EQ(child.pid, ::getpid());
  for (const char* field : {"parent_pid", "threads", "short_name", "command_line", "memory", "descriptors"})
    EXPECT_TRUE(says_not_readable(child, field)) << field;
  MethodReport method;
  method.method = "fork";
  method.has_child = true;
  method.child = child;
  const std::string json = json_of({.path = "p.py", .repeat = 1, .methods = {method}, .cpython = {}});
  EXPECT_NE(json.find("\"threads\": \"not readable: No such file or directory\""), std::string::npos) << json;
}

TEST(ChildEvidence, OfAProcessThatHasEnded) {
  const pid_t pid = ::fork();
  if (pid == 0) ::_exit(0);
  siginfo_t ended{};
  ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(pid), &ended, WEXITED | WNOWAIT), 0);
  const ChildEvidence zombie = read_child(pid);
  EXPECT_EQ(zombie.parent_pid, ::getpid());
  EXPECT_LE(zombie.memory.resident, 0);
  EXPECT_TRUE(zombie.descriptors.empty());
  ::waitpid(pid, nullptr, 0);
  EXPECT_TRUE(says_not_readable(read_child(pid), "threads"));
}

TEST(Starts, MediansOfWhatHappened) {
  EXPECT_EQ(times_of({}).count, 0);
  EXPECT_EQ(times_of({}).median, -1);
  const TimesUs odd = times_of({9, 1, 5});
  EXPECT_EQ(odd.median, 5);
  EXPECT_EQ(odd.min, 1);
  EXPECT_EQ(odd.max, 9);
  EXPECT_EQ(times_of({4, 2}).median, 3);
  const auto rows = medians_of({{{"a", "parent", "a", "", 0, 10}, {"b", "child", "b", "", 10, 1}},
                                {{"a", "parent", "a", "", 2, 30}},
                                {{"a", "parent", "a", "", 4, 20}}});
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].us, 20);
  EXPECT_EQ(rows[0].at_us, 2);
  EXPECT_EQ(rows[1].us, 1);
}

}  // namespace
}  // namespace forkscope::lab
