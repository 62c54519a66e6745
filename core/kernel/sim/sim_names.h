// SimNames: the ids of threads and processes of a simulated program. The n-th that a thread starts has the
// same id in every way the program can go, so that states do not differ by the order in which things were
// made. One a simulation.
#pragma once

#include <cstdint>
#include <map>
#include <utility>

#include "core/base/ids.h"

namespace forkscope::kernel {

class SimNames {
 public:
  static constexpr base::ThreadId kFirst = 1;
  // How many objects a thread can make; the upper half of the numbers is for those that the VM draws itself.
  static constexpr std::uint32_t kMostObjects = 0x7fff;

  base::ThreadId process(base::ThreadId starter, std::uint32_t number) { return find({starter, 2 * number}); }
  base::ThreadId thread(base::ThreadId starter, std::uint32_t number) {
    return find({starter, 2 * number + 1});
  }
  static base::ObjectId object(base::ThreadId maker, std::uint32_t number) { return (maker << 16) + number; }
  static base::ObjectId object_of_vm(base::ThreadId maker, std::uint32_t number) {
    return (maker << 16) + 0x8000 + number;
  }

 private:
  base::ThreadId find(std::pair<base::ThreadId, std::uint32_t> key) {
    const auto next = static_cast<base::ThreadId>(ids_.size() + kFirst + 1);
    return ids_.emplace(key, next).first->second;
  }

  std::map<std::pair<base::ThreadId, std::uint32_t>, base::ThreadId> ids_;
};

}  // namespace forkscope::kernel
