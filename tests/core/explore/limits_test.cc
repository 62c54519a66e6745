#include "core/explore/limits.h"

#include <gtest/gtest.h>

namespace forkscope::explore {
namespace {

TEST(Limits, NothingIsLeftOutOfAPlainProgram) {
  EXPECT_EQ(limit_of("from time import sleep\nimport time\ntime.sleep(1)\nq.get(timeout=2)\n"), "");
}

TEST(Limits, ClocksAndRandomNumbersAreSaid) {
  for (const char* program : {"import random", "print(time.time())", "from time import sleep, time\n",
                              "t = perf_counter()", "datetime.now()"})
    EXPECT_NE(limit_of(program), "") << program;
}

}  // namespace
}  // namespace forkscope::explore
