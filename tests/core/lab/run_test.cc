// `forkscope-lab` from a shell's place: it ends, prints and refuses as python3 does.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/trace/trace_file.h"
#include "tests/core/lab/marked_processes.h"
#include "tests/core/lab/running_lab.h"

namespace forkscope::lab {
namespace {

void expect_as_python(const Folder& folder, const std::string& program, const std::string& input = "") {
  const std::string file = folder.write("program.py", program);
  const Output ours = run_lab({"run", file, "-x", "two words"}, input);
  const Output theirs = run_program({"python3", file, "-x", "two words"}, input);
  EXPECT_EQ(ours.out, theirs.out) << program;
  EXPECT_EQ(ours.err, theirs.err) << program;
  EXPECT_EQ(ours.status, theirs.status) << program;
}

TEST(Run, EndsAsPythonDoes) {
  Folder folder;
  Mark mark;
  expect_as_python(folder, "print('hello')\n");
  expect_as_python(folder, "import sys\nprint(sys.argv[1:])\nsys.exit(3)\n");
  expect_as_python(folder, "import sys\nsys.exit('enough')\n");
  expect_as_python(folder, "x = 1\nprint(x)\nraise ValueError('no')\n");
  expect_as_python(folder,
                   "import os, signal\nprint('said', flush=True)\nos.kill(os.getpid(), signal.SIGKILL)\n");
  expect_as_python(folder, "import os\nos._exit(9)\n");
  expect_as_python(folder, "print('a'\n");
  EXPECT_TRUE(mark.processes().empty());
}

TEST(Run, PassesInputThrough) {
  Folder folder;
  expect_as_python(folder, "a = input()\nprint(a[::-1])\nprint(input('more? '))\n", "abc\n한글\n");
  expect_as_python(folder, "input()\n");
}

TEST(Run, TextAsWithC) {
  const Output output =
      run_lab({"-c", "import sys; print(sys.argv); sys.exit(4)", "-v", "--multiprocessing-fork"});
  EXPECT_EQ(output.out, "['-c', '-v', '--multiprocessing-fork']\n");
  EXPECT_EQ(WEXITSTATUS(output.status), 4);
}

TEST(Run, RefusesWhatIsNoProgram) {
  Folder folder;
  const Output missing = run_lab({"run", "no_such.py"});
  EXPECT_EQ(missing.err,
            "forkscope-lab: can't open file 'no_such.py': [Errno 2] No such file or directory\n");
  EXPECT_EQ(WEXITSTATUS(missing.status), 2);
  for (const std::vector<std::string>& others :
       {std::vector<std::string>{"run", "--kernel", "sim"}, {"step"}, {"outcomes"}}) {
    std::vector<std::string> command = others;
    command.push_back("no_such.py");
    EXPECT_EQ(run_lab(command).err, missing.err);
  }
  const Output directory = run_lab({"run", "/tmp"});
  EXPECT_EQ(directory.err, "forkscope-lab: can't find '__main__' module in '/tmp'\n");
  EXPECT_EQ(WEXITSTATUS(directory.status), 1);
  const Output no_text = run_lab({"run", folder.write("latin.py", "x = '\xe9'\n")});
  EXPECT_NE(no_text.err.find("UTF-8"), std::string::npos) << no_text.err;
  EXPECT_EQ(WEXITSTATUS(no_text.status), 1);
}

TEST(Run, RefusesWrongOptions) {
  EXPECT_EQ(WEXITSTATUS(run_lab({}).status), 2);
  EXPECT_EQ(WEXITSTATUS(run_lab({"run"}).status), 2);
  EXPECT_EQ(WEXITSTATUS(run_lab({"run", "--fast", "x.py"}).status), 2);
  EXPECT_EQ(WEXITSTATUS(run_lab({"run", "--start-method", "thread", "x.py"}).status), 2);
  EXPECT_EQ(WEXITSTATUS(run_lab({"dance"}).status), 2);
  EXPECT_EQ(WEXITSTATUS(run_lab({"-c"}).status), 2);
  EXPECT_EQ(run_lab({"--help"}).status, 0);
  EXPECT_TRUE(run_lab({"--version"}).out.starts_with("forkscope-lab "));
}

TEST(Run, OptionsStandOnBothSidesOfTheFile) {
  Folder folder;
  const std::string file = folder.write(
      "program.py", "import multiprocessing, sys\nprint(multiprocessing.get_start_method(), sys.argv[1:])\n");
  EXPECT_EQ(run_lab({"run", "--start-method", "spawn", file, "-h", "x"}).out, "spawn ['-h', 'x']\n");
  EXPECT_EQ(run_lab({"run", file, "--start-method=spawn", "x"}).out, "spawn ['x']\n");
  EXPECT_EQ(run_lab({"run", file, "x", "--", "--start-method", "spawn"}).out,
            "fork ['x', '--start-method', 'spawn']\n");
  EXPECT_EQ(run_lab({"run", "--", file, "--trace"}).out, "fork ['--trace']\n");
}

TEST(Run, ThePersonalityReachesTheProgramAndItsChildren) {
  Folder folder;
  const std::string file =
      folder.write("program.py",
                   "import multiprocessing, sys\n\n\ndef show():\n    print(sys.version_info[:2], "
                   "sys.platform, flush=True)\n\n\nif __name__ == '__main__':\n    show()\n    p = "
                   "multiprocessing.Process(target=show)\n    p.start()\n    p.join()\n");
  EXPECT_EQ(run_lab({"run", file}).out, "(3, 11) linux\n(3, 11) linux\n");
  EXPECT_EQ(run_lab({"run", file, "--python-version", "3.13", "--personality=macos"}).out,
            "(3, 13) darwin\n(3, 13) darwin\n");
  EXPECT_EQ(run_lab({"--personality", "windows", "-c", "import sys; print(sys.platform, sys.argv)", "x"}).out,
            "win32 ['-c', 'x']\n");
  EXPECT_EQ(WEXITSTATUS(run_lab({"run", "--python-version", "2.7", file}).status), 2);
  EXPECT_EQ(WEXITSTATUS(run_lab({"run", "--personality", "amiga", file}).status), 2);
  EXPECT_EQ(WEXITSTATUS(run_lab({"run", "--personality", "windows", "--start-method", "fork", file}).status),
            2);
}

TEST(Run, AnInterruptReachesTheProgram) {
  Folder folder;
  Mark mark;
  const std::string marker = folder.path("ready");
  const std::string file = folder.write(
      "wait.py",
      "import time\ntry:\n    open('" + marker +
          "', 'w').close()\n    time.sleep(1000)\nexcept KeyboardInterrupt:\n    raise SystemExit(5)\n");
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::execl(FORKSCOPE_LAB_PROGRAM, "forkscope-lab", "run", file.c_str(), nullptr);
    ::_exit(127);
  }
  ASSERT_TRUE(comes_true([&] { return std::filesystem::exists(marker); }));
  ::kill(pid, SIGINT);
  int status = 0;
  ::waitpid(pid, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 5);
  EXPECT_TRUE(mark.processes().empty());
}

TEST(Run, WritesATrace) {
  Folder folder;
  const std::string source =
      "from multiprocessing import Process, Queue\n\n\ndef work(q):\n    q.put('red')\n\n\n"
      "if __name__ == '__main__':\n    q = Queue()\n    p = Process(target=work, args=(q,))\n    p.start()\n"
      "    print(q.get())\n    p.join()\n";
  const std::string file = folder.write("program.py", source), out = folder.path("run.trace");
  for (const std::string method : {"fork", "spawn"}) {
    const Output output = run_lab({"run", "--start-method", method, "--trace", out, file});
    EXPECT_EQ(output.out, "red\n") << output.err;
    EXPECT_EQ(output.status, 0);
    trace::Store store;
    auto read = trace::read_trace(out, store);
    ASSERT_TRUE(read.ok()) << read.error().message;
    EXPECT_EQ(read.value().damage, "");
    EXPECT_EQ(read.value().header.program_text, source);
    EXPECT_GT(store.size(), 50u);
    EXPECT_EQ(store.lost(), 0u);
    EXPECT_EQ(store.now().processes.size(), method == "fork" ? 2u : 3u);
  }
  EXPECT_EQ(folder.names().size(), 2u);
}

TEST(Check, SaysWhatIsWrong) {
  Folder folder;
  const Output good = run_lab({"check", folder.write("good.py", "import time\nprint(time.time())\n")});
  EXPECT_EQ(good.status, 0);
  EXPECT_EQ(good.out + good.err, "");
  const Output wrong = run_lab({"check", folder.write("wrong.py", "def f(:\n    pass\n")});
  EXPECT_EQ(WEXITSTATUS(wrong.status), 1);
  EXPECT_NE(wrong.err.find("SyntaxError"), std::string::npos) << wrong.err;
  const Output unsupported = run_lab({"check", folder.write("arrays.py", "\nimport numpy\n")});
  EXPECT_EQ(WEXITSTATUS(unsupported.status), 1);
  EXPECT_NE(unsupported.err.find("numpy"), std::string::npos) << unsupported.err;
  EXPECT_EQ(WEXITSTATUS(run_lab({"check", folder.path("missing.py")}).status), 2);
}

}  // namespace
}  // namespace forkscope::lab
