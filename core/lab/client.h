// Client: the window's end of the lab. Starts the lab (before a window exists), sends orders, collects
// answers. Window thread only; nothing here blocks for long.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/lab/protocol.h"

namespace forkscope::lab {

class Client {
 public:
  // Starts `lab_program` as a child with one end of a socket pair. The lab dies with this process, however it
  // ends.
  static base::Result<std::unique_ptr<Client>> launch(const std::string& lab_program);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // False once the lab is gone.
  bool alive() const;
  int descriptor() const;  // readable when messages wait
  // Until a message waits, or the time is over.
  void wait(int milliseconds) const;
  void send(const ToLab& message);
  std::vector<FromLab> receive();

 private:
  Client();
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The path of forkscope-lab: beside this program, or $FORKSCOPE_LAB.
std::string lab_program_path();

}  // namespace forkscope::lab
