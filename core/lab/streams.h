// Streams: the pipes that stand for a program's terminal while the window shows it. What it prints reaches
// the window as events; so the pipes are only kept empty, and the end of the errors is kept, to explain a
// crash. Main thread of the lab; never blocks.
#pragma once

#include <poll.h>

#include <array>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace forkscope::lab {

class Streams {
 public:
  Streams() = default;  // the program shares the lab's own streams
  static base::Result<Streams> make_pipes();
  ~Streams();
  Streams(Streams&& other) noexcept;
  Streams& operator=(Streams&& other) noexcept;
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  // In the forked child: the program's ends become 0, 1 and 2.
  void become_standard() const;
  // In the lab, once the child exists.
  void close_program_ends();

  void close_input();
  void give_input(const std::string& text) { input_ += text; }
  void add_descriptors(std::vector<pollfd>& descriptors) const;
  // Reads what was printed, writes what the program can take.
  void turn();
  const std::string& errors() const { return errors_; }  // the last 64 KiB

 private:
  // Per stream 0, 1, 2; -1 = none.
  std::array<int, 3> ours_{-1, -1, -1};
  std::array<int, 3> programs_{-1, -1, -1};
  std::string input_;
  std::string errors_;
};

}  // namespace forkscope::lab
