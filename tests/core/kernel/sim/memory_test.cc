#include <gtest/gtest.h>

#include <cerrno>
#include <cstdint>

#include "core/kernel/sim/sim_kernel.h"

namespace forkscope::kernel {
namespace {

// What the first thread of a new world is told that asks for so much shared memory.
SimStep memory_of(std::int64_t size) {
  SimKernel kernel;
  SimWorld world = SimKernel::first_world();
  SimProcess& process = world.processes.at(SimNames::kFirst);
  SimRequest request;
  request.kind = trace::EventKind::memory_create;
  request.size = size;
  return kernel.take({world, process, process.threads.at(process.id), request});
}

TEST(SimMemory, IsMadeWhereThereIsRoom) {
  const SimStep step = memory_of(4096);
  EXPECT_EQ(step.then, SimStep::Then::answered);
  EXPECT_EQ(step.answer.error, 0);
}

TEST(SimMemory, MoreThanAddressesReachIsAnErrorOfTheProgram) {
  for (const std::int64_t size : {std::int64_t{1'000'000'000'000'000}, std::int64_t{1} << 62, INT64_MAX}) {
    const SimStep step = memory_of(size);
    EXPECT_EQ(step.then, SimStep::Then::answered);
    EXPECT_EQ(step.answer.error, ENOMEM);
  }
}

TEST(SimMemory, MoreThanAStateHoldsIsRefused) {
  const SimStep step = memory_of(std::int64_t{1} << 40);
  EXPECT_EQ(step.then, SimStep::Then::refused);
  EXPECT_FALSE(step.refusal.empty());
}

}  // namespace
}  // namespace forkscope::kernel
