#include "core/base/result.h"

#include <cerrno>
#include <memory>

#include <gtest/gtest.h>

#include "core/base/check.h"

namespace forkscope::base {
namespace {

TEST(Result, HoldsAValueThatCanBeMovedOut) {
  Result<std::unique_ptr<int>> result(std::make_unique<int>(7));
  ASSERT_TRUE(result.ok());
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 7);
}

TEST(Result, HoldsAnErrorWithItsCode) {
  const Status status(system_error("cannot open 'x'", ENOENT));
  ASSERT_FALSE(status.ok());
  EXPECT_EQ(status.error().code, ENOENT);
  EXPECT_EQ(status.error().message, "cannot open 'x': No such file or directory (errno 2)");
}

TEST(ResultDeathTest, ValueOfAFailureIsOurBrokenPromise) {
  const Result<int> result(Error{"no", 0});
  EXPECT_DEATH(static_cast<void>(result.value()), "value\\(\\) of a failed Result");
}

TEST(CheckDeathTest, SaysWhereWhatAndWhy) {
  EXPECT_DEATH(FORKSCOPE_CHECK(1 > 2, "one is not larger"), "result_test.cc:[0-9]+: CHECK failed: 1 > 2 \\(one is not larger\\)");
}

}  // namespace
}  // namespace forkscope::base
