// Memories: the shared memory a process has mapped, and every load and store in it. Owned by RealKernel.
// Entries are published once and never moved, so that any thread may look one up, and a forked child goes on
// with its copy of the table; nothing here blocks or locks.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/kernel/kernel.h"

namespace forkscope::kernel {

class Memories {
 public:
  // `fresh` is the id for a memory that is made or opened without one.
  Answer create(const Request& request, base::ObjectId fresh);
  Answer open(const Request& request, base::ObjectId fresh);
  Answer read(const Request& request) const;
  Answer write(const Request& request) const;
  Answer close(const Request& request);

 private:
  static constexpr std::size_t kMost = 4096;

  struct Mapping {
    std::byte* address = nullptr;  // null once closed
    std::int64_t size = 0;
    int descriptor = -1;
    base::ObjectId object = 0;
  };

  Answer map(int descriptor, std::int64_t size, base::ObjectId object);
  Mapping* find(std::int64_t handle) const;
  // Null unless all of the bytes lie inside.
  std::byte* place(const Mapping* mapping, std::int64_t offset, std::int64_t size) const;

  std::array<std::unique_ptr<Mapping>, kMost> mappings_{};
  std::atomic<std::size_t> count_{0};
};

}  // namespace forkscope::kernel
