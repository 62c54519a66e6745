#include "tests/core/lab/running_lab.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <thread>
#include <utility>

#include "tests/core/lab/marked_processes.h"

namespace forkscope::lab {

Folder::Folder() {
  std::string name = (std::filesystem::temp_directory_path() / "lab_test_XXXXXX").string();
  path_ = ::mkdtemp(name.data());
  ::setenv("TMPDIR", path_.c_str(), 1);
}

Folder::~Folder() {
  ::unsetenv("TMPDIR");
  std::error_code error;
  std::filesystem::remove_all(path_, error);
}

std::string Folder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path(name), std::ios::binary) << text;
  return path(name);
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(path_))
    names.push_back(entry.path().filename());
  return names;
}

Output run_program(const std::vector<std::string>& command, const std::string& input) {
  int in[2], out[2], err[2];
  for (int* ends : {in, out, err}) EXPECT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  std::vector<char*> arguments;
  for (const std::string& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  const pid_t pid = ::fork();
  if (pid == 0) {
    ::dup2(in[0], 0);
    ::dup2(out[1], 1);
    ::dup2(err[1], 2);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
  }
  for (const int theirs : {in[0], out[1], err[1]}) ::close(theirs);
  EXPECT_EQ(::write(in[1], input.data(), input.size()), static_cast<ssize_t>(input.size()));
  ::close(in[1]);
  Output output;
  std::thread errors([&] { output.err = read_to_end(err[0]); });
  output.out = read_to_end(out[0]);
  errors.join();
  ::waitpid(pid, &output.status, 0);
  return output;
}

Output run_lab(std::vector<std::string> arguments, const std::string& input) {
  arguments.insert(arguments.begin(), FORKSCOPE_LAB_PROGRAM);
  return run_program(arguments, input);
}

Window::Window() {
  auto client = Client::launch(FORKSCOPE_LAB_PROGRAM);
  EXPECT_TRUE(client.ok());
  client_ = std::move(client.value());
}

void Window::run(const std::string& path, const std::string& start_method) {
  client_->send(RunProgram{.path = path, .start_method = start_method, .arguments = {}});
}

trace::Arena Window::start(const std::string& path, const std::string& start_method) {
  run(path, start_method);
  auto started = wait_for<Started>();
  EXPECT_TRUE(started.has_value());
  if (!started) return {};
  auto arena = trace::Arena::open(started->arena);
  EXPECT_TRUE(arena.ok());
  return std::move(arena.value());
}

void Window::fetch() {
  pollfd readable{client_->descriptor(), POLLIN, 0};
  ::poll(&readable, 1, 50);
  for (FromLab& message : client_->receive()) waiting_.push_back(std::move(message));
}

bool no_names_left(const std::string& session_prefix) {
  for (const auto& entry : std::filesystem::directory_iterator("/dev/shm")) {
    if (entry.path().filename().string().starts_with("sem.mp-" + session_prefix)) return false;
  }
  return true;
}

}  // namespace forkscope::lab
