// Whoever is killed, and when: no process, no name in /dev/shm and no temporary file is left.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <random>
#include <thread>

#include "core/lab/process_table.h"
#include "tests/core/lab/marked_processes.h"
#include "tests/core/lab/running_lab.h"

namespace forkscope::lab {
namespace {

// Semaphores with names, a resource tracker, processes of both kinds, queues in use.
constexpr char kProgram[] = R"(
import multiprocessing
import time


def work(q):
    while True:
        q.put(1)
        q.get()


if __name__ == "__main__":
    for method in ("fork", "spawn"):
        context = multiprocessing.get_context(method)
        q = context.Queue()
        for i in range(2):
            context.Process(target=work, args=(q,)).start()
    while True:
        multiprocessing.get_context("spawn").Lock()
)";

enum class Victim { window, guard, lab, program };

// What the window tells the test before it is killed.
struct Told {
  char prefix[8] = {};
  pid_t guard = -1, lab = -1, program = -1;
};

// Runs in a forked child: a window that shows the program until somebody kills it, or its lab is gone.
[[noreturn]] void be_the_window(const std::string& file, int to_test) {
  {
    Window window;
    Told told;
    const auto hello = window.wait_for<Hello>();
    window.run(file);
    const auto started = window.wait_for<Started>();
    if (!hello || !started) ::_exit(1);
    const auto arena = trace::Arena::open(started->arena);
    told.guard = descendants_of(::getpid()).front().pid;
    told.lab = hello->pid;
    told.program = started->pid;
    arena.value().session_prefix().copy(told.prefix, sizeof told.prefix - 1);
    if (::write(to_test, &told, sizeof told) != sizeof told) ::_exit(1);
    window.wait_for<Ended>();
  }
  ::_exit(0);
}

pid_t victim_pid(Victim victim, pid_t window, const Told& told) {
  switch (victim) {
    case Victim::window:
      return window;
    case Victim::guard:
      return told.guard;
    case Victim::lab:
      return told.lab;
    case Victim::program:
      return told.program;
  }
  return -1;
}

void kill_and_look(Victim victim, std::chrono::microseconds after) {
  Folder folder;
  Mark mark;
  const std::string file = folder.write("program.py", kProgram);
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const pid_t window = ::fork();
  if (window == 0) be_the_window(file, ends[1]);
  ::close(ends[1]);
  Told told;
  ASSERT_EQ(::read(ends[0], &told, sizeof told), static_cast<ssize_t>(sizeof told));
  ::close(ends[0]);
  std::this_thread::sleep_for(after);
  const pid_t pid = victim_pid(victim, window, told);
  ASSERT_GT(pid, 0);
  ::kill(pid, SIGKILL);
  ::waitpid(window, nullptr, 0);
  EXPECT_TRUE(mark.all_gone());
  EXPECT_TRUE(no_names_left(told.prefix));
  EXPECT_EQ(folder.names(), std::vector<std::string>{"program.py"});
}

TEST(Leftovers, NoneWhoeverIsKilled) {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> instant(0, 150'000);
  for (int round = 0; round < 5; ++round) {
    for (const Victim victim : {Victim::window, Victim::guard, Victim::lab, Victim::program})
      kill_and_look(victim, std::chrono::microseconds(instant(random)));
  }
}

}  // namespace
}  // namespace forkscope::lab
