#include "core/kernel/host.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace forkscope::kernel {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

TEST(Host, EnvironmentHidesOurVariables) {
  ::setenv("FORKSCOPE_ARENA", "200", 1);
  ::setenv("HOST_TEST", "seen", 1);
  EXPECT_THAT(environment(), Contains("HOST_TEST=seen"));
  EXPECT_THAT(environment(), Not(Contains("FORKSCOPE_ARENA=200")));
  EXPECT_EQ(environment_variable("HOST_TEST"), "seen");
  EXPECT_FALSE(environment_variable("FORKSCOPE_ARENA").has_value());
  ::unsetenv("FORKSCOPE_ARENA");
  ::unsetenv("HOST_TEST");
}

TEST(Host, FilesAndFolders) {
  const std::string folder =
      (std::filesystem::temp_directory_path() / ("host_test_" + std::to_string(::getpid()))).string();
  ASSERT_TRUE(make_directory(folder, 0700).ok());
  EXPECT_EQ(make_directory(folder, 0700).error().code, EEXIST);
  std::ofstream(folder + "/b.txt") << "text";
  std::ofstream(folder + "/a.txt") << "";
  EXPECT_THAT(list_directory(folder).value(), ElementsAre("a.txt", "b.txt"));
  EXPECT_EQ(read_file(folder + "/b.txt").value(), "text");
  EXPECT_EQ(file_kind(folder), FileKind::directory);
  EXPECT_EQ(file_kind(folder + "/a.txt"), FileKind::file);
  EXPECT_EQ(file_kind(folder + "/c.txt"), FileKind::missing);
  EXPECT_EQ(read_file(folder + "/c.txt").error().code, ENOENT);
  EXPECT_EQ(read_file(folder).error().code, EISDIR);
  EXPECT_TRUE(remove_file(folder + "/a.txt").ok());
  EXPECT_TRUE(remove_file(folder + "/b.txt").ok());
  EXPECT_TRUE(remove_directory(folder).ok());
  EXPECT_FALSE(list_directory(folder).ok());
}

TEST(Host, EntropyDiffers) {
  EXPECT_EQ(entropy(16).size(), 16u);
  EXPECT_NE(entropy(16), entropy(16));
}

TEST(Host, KnowsItsProgramAndNumbers) {
  EXPECT_THAT(executable_path(), testing::HasSubstr("core_kernel"));
  EXPECT_GE(cpu_count(), 1);
  EXPECT_EQ(error_text(EPIPE), "Broken pipe");
  EXPECT_FALSE(error_numbers().empty());
  EXPECT_FALSE(signal_numbers().empty());
  EXPECT_FALSE(open_flags().empty());
}

}  // namespace
}  // namespace forkscope::kernel
