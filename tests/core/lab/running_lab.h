// For tests of the program itself: a folder with programs, `forkscope-lab` run from a shell's place, and a
// window's end of it.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/lab/client.h"
#include "core/trace/arena.h"

namespace forkscope::lab {

// A folder of its own for a test, which is also where programs put their temporary files; gone at the end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string write(const std::string& name, const std::string& text) const;
  std::string path(const std::string& name) const { return (path_ / name).string(); }
  std::vector<std::string> names() const;

 private:
  std::filesystem::path path_;
};

struct Output {
  int status = 0;  // as waitpid gives it
  std::string out, err;
};
Output run_program(const std::vector<std::string>& command, const std::string& input = "");
Output run_lab(std::vector<std::string> arguments, const std::string& input = "");

// A lab and the messages that have come from it.
class Window {
 public:
  Window();

  Client& client() { return *client_; }
  void run(const std::string& path, const std::string& start_method = "");
  // Waits until a message of this type comes, at most ten seconds; older ones are let go.
  template <typename Message>
  std::optional<Message> wait_for() {
    return wait_until([](const Message&) { return true; }, static_cast<Message*>(nullptr));
  }
  template <typename Message, typename Wanted>
  std::optional<Message> wait_until(Wanted wanted, Message* = nullptr) {
    for (const auto deadline = now() + std::chrono::seconds(120); now() < deadline; fetch()) {
      while (!waiting_.empty()) {
        const FromLab first = waiting_.front();
        waiting_.erase(waiting_.begin());
        if (const auto* message = std::get_if<Message>(&first); message != nullptr && wanted(*message))
          return *message;
      }
      if (!client_->alive()) return std::nullopt;
    }
    return std::nullopt;
  }
  // Runs it and maps its arena.
  trace::Arena start(const std::string& path, const std::string& start_method = "");

 private:
  static std::chrono::steady_clock::time_point now() { return std::chrono::steady_clock::now(); }
  void fetch();

  std::unique_ptr<Client> client_;
  std::vector<FromLab> waiting_;
};

// The name every semaphore of this session begins with is not in /dev/shm.
bool no_names_left(const std::string& session_prefix);

}  // namespace forkscope::lab
