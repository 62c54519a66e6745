// The compiled library in the binary is what its texts compile to: instructions, lines, names, caches and
// constants.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "core/library/library_images.h"
#include "core/vm/code.h"
#include "core/vm/import.h"
#include "core/vm/library_texts.h"
#include "core/vm/state.h"

namespace forkscope::library {
namespace {

class ImageTest : public testing::TestWithParam<std::size_t> {};

TEST_P(ImageTest, IsWhatTheTextCompilesTo) {
  const vm::Value compiled = vm::compile_library_module(vm::library_texts()[GetParam()]);
  ASSERT_FALSE(compiled.empty());
  EXPECT_TRUE(vm::capture_code(compiled) == images()[GetParam()]);
}

TEST_P(ImageTest, IsTheSameOnceLoaded) {
  const std::string_view image = images()[GetParam()];
  const vm::Value loaded = vm::restore_code(image);
  ASSERT_FALSE(loaded.empty());
  EXPECT_TRUE(vm::capture_code(loaded) == image);
  EXPECT_EQ(loaded.known<vm::Code>()->file,
            "<forkscope>/" + std::string(vm::library_texts()[GetParam()].file));
}

TEST_P(ImageTest, IsRefusedWhenCutShort) {
  const std::string_view image = images()[GetParam()];
  const std::size_t step = std::max<std::size_t>(1, image.size() / 50);
  for (std::size_t length = 0; length < image.size(); length += step) {
    EXPECT_TRUE(vm::restore_code(image.substr(0, length)).empty()) << "of " << image.size() << ": " << length;
  }
}

std::string module_name(const testing::TestParamInfo<std::size_t>& info) {
  std::string name(vm::library_texts()[info.param].module);
  std::ranges::replace(name, '.', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Library, ImageTest, testing::Range<std::size_t>(0, vm::library_texts().size()),
                         module_name);

}  // namespace
}  // namespace forkscope::library
