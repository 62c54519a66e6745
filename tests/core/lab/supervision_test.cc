// What a session does to any command: same end as the command's own, and nothing left, whoever is killed.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>

#include "core/lab/containment.h"
#include "core/lab/process_table.h"
#include "tests/core/lab/marked_processes.h"

namespace forkscope::lab {
namespace {

// A shell script that leaves children in every way there is, and then waits.
constexpr char kBusyTree[] =
    "sleep 1000 & (setsid sleep 1000 &) ; (sh -c 'sleep 1000 & sleep 1000' &) ; "
    "while :; do sleep 0.01 & wait $!; done";

struct Supervised {
  pid_t guard = -1;
  std::string prefix;
  pid_t program = -1;
};

Supervised supervise(const std::string& script) {
  int ends[2];
  EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  Supervised result;
  result.guard = ::fork();
  if (result.guard == 0) {
    ::setpgid(0, 0);
    ::dup2(ends[1], 1);
    ::execl(SUPERVISE_COMMAND, SUPERVISE_COMMAND, "/bin/sh", "-c", script.c_str(), nullptr);
    ::_exit(127);
  }
  ::close(ends[1]);
  FILE* output = ::fdopen(ends[0], "r");
  char prefix[16];
  EXPECT_EQ(std::fscanf(output, "%15s %d", prefix, &result.program), 2);
  std::fclose(output);
  result.prefix = prefix;
  return result;
}

int end_of(pid_t pid) {
  int status = 0;
  EXPECT_EQ(::waitpid(pid, &status, 0), pid);
  return status;
}

// The lab is the guard's only child.
pid_t lab_below(pid_t guard) {
  for (const ProcessRow& row : descendants_of(guard)) {
    if (row.parent == guard) return row.pid;
  }
  return -1;
}

TEST(Supervision, EndsAsTheProgramEnds) {
  Mark mark;
  EXPECT_EQ(WEXITSTATUS(end_of(supervise("exit 0").guard)), 0);
  EXPECT_EQ(WEXITSTATUS(end_of(supervise("exit 113").guard)), 113);
  EXPECT_EQ(WTERMSIG(end_of(supervise("kill -SEGV $$").guard)), SIGSEGV);
  EXPECT_TRUE(mark.all_gone());
}

TEST(Supervision, PassesSignalsOn) {
  Mark mark;
  const Supervised trapping = supervise("trap 'exit 5' USR1; while :; do sleep 0.01; done");
  // Once more while the shell may not have set its trap yet would kill it: it sleeps only after the trap is
  // set.
  ASSERT_TRUE(comes_true([&] { return descendants_of(trapping.program).size() == 1; }));
  ::kill(trapping.guard, SIGUSR1);
  EXPECT_EQ(WEXITSTATUS(end_of(trapping.guard)), 5);
  const Supervised plain = supervise("while :; do sleep 0.01; done");
  ::kill(plain.guard, SIGTERM);
  EXPECT_EQ(WTERMSIG(end_of(plain.guard)), SIGTERM);
  EXPECT_TRUE(mark.all_gone());
}

TEST(Supervision, OrphansEndWithTheProgram) {
  Mark mark;
  const Supervised session = supervise("(setsid sleep 1000 &); sleep 1000 & exit 3");
  EXPECT_EQ(WEXITSTATUS(end_of(session.guard)), 3);
  EXPECT_TRUE(mark.processes().empty());
}

TEST(Supervision, LeftoversMayFinishWhatTakesAMoment) {
  Mark mark;
  const auto file = std::filesystem::temp_directory_path() / ("supervision." + std::to_string(::getpid()));
  const Supervised session = supervise("(sleep 0.05; echo done > " + file.string() + ") & exit 0");
  end_of(session.guard);
  EXPECT_TRUE(std::filesystem::exists(file));
  std::filesystem::remove(file);
}

enum class Victim { guard, lab, program, group };

pid_t victim_pid(Victim victim, const Supervised& session, pid_t lab) {
  switch (victim) {
    case Victim::guard:
      return session.guard;
    case Victim::lab:
      return lab;
    case Victim::program:
      return session.program;
    case Victim::group:
      return -session.guard;
  }
  return -1;
}

void kill_and_look(Victim victim, std::chrono::microseconds after) {
  Mark mark;
  const Supervised session = supervise(kBusyTree);
  const pid_t lab = lab_below(session.guard);
  ASSERT_GT(lab, 0);
  const std::string name = "/dev/shm/sem.mp-" + session.prefix + "test";
  std::ofstream(name) << "left";
  std::this_thread::sleep_for(after);
  ::kill(victim_pid(victim, session, lab), SIGKILL);
  EXPECT_EQ(WTERMSIG(end_of(session.guard)), SIGKILL);
  EXPECT_TRUE(mark.all_gone());
  EXPECT_TRUE(comes_true([&] { return !std::filesystem::exists(name); }));
}

TEST(Supervision, NoKillLeavesAnything) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> instant(0, 40'000);
  for (int round = 0; round < 7; ++round) {
    for (const Victim victim : {Victim::guard, Victim::lab, Victim::program, Victim::group})
      kill_and_look(victim, std::chrono::microseconds(instant(random)));
  }
}

TEST(Supervision, AForkBombEnds) {
  Mark mark;
  // Two generations a time, so that no list of it is ever complete; it ends by itself should the test fail.
  const Supervised session =
      supervise("f() { [ $1 -gt 0 ] && { f $(($1 - 1)) & f $(($1 - 1)) & }; sleep 100; }; f 7");
  ASSERT_TRUE(comes_true([&] { return mark.processes().size() > 20; }));
  const auto begin = std::chrono::steady_clock::now();
  ::kill(session.guard, SIGKILL);
  end_of(session.guard);
  EXPECT_TRUE(mark.all_gone());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

TEST(Containment, RemovesOnlyItsOwnNames) {
  const SessionNames names = new_session_names();
  const std::string ours = "/dev/shm/sem.mp-" + names.prefix + "abcd",
                    half_made = "/dev/shm/sem.Zz" + names.prefix;
  const std::string other = "/dev/shm/sem.mp-." + names.prefix;
  for (const std::string& file : {ours, other}) std::ofstream(file) << "x";
  // Only a name of six letters and digits can be one of sem_open's own.
  const bool plain = names.prefix.find('_') == std::string::npos;
  if (plain) std::ofstream(half_made) << "x";
  remove_names(names);
  EXPECT_FALSE(std::filesystem::exists(ours));
  EXPECT_FALSE(std::filesystem::exists(half_made));
  EXPECT_TRUE(std::filesystem::exists(other));
  std::filesystem::remove(other);
}

TEST(Containment, LeavesWhatSomebodyIsAboutToMake) {
  SessionNames names = new_session_names();
  std::string half_made = "/dev/shm/sem.Zz" + names.prefix;
  std::replace(half_made.begin(), half_made.end(), '_', 'Z');
  const int descriptor = ::open(half_made.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  ASSERT_GE(descriptor, 0);
  remove_names(names);
  EXPECT_TRUE(std::filesystem::exists(half_made));
  ::close(descriptor);
  remove_names(names);
  EXPECT_FALSE(std::filesystem::exists(half_made));
}

}  // namespace
}  // namespace forkscope::lab
