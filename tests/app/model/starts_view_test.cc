#include "app/model/starts_view.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace forkscope::app {
namespace {

lab::StartsReport report_of(std::initializer_list<std::size_t> rows) {
  lab::StartsReport report;
  for (const std::size_t count : rows) report.methods.emplace_back().stages.resize(count);
  return report;
}

TEST(StartsRows, GoAsFarAsTheLongestMethod) {
  const lab::StartsReport report = report_of({10, 18, 16});
  EXPECT_EQ(row_count(report), 18u);
  EXPECT_EQ(moved_row(report, 16, 1), 17u);
  EXPECT_EQ(moved_row(report, 17, 1), 17u);
  EXPECT_EQ(moved_row(report, 0, -1), 0u);
  EXPECT_EQ(moved_row(report, 500, 0), 17u);
}

TEST(StartsRows, NoneAreThereBeforeTheFirstRun) {
  EXPECT_EQ(row_count({}), 0u);
  EXPECT_EQ(moved_row({}, 5, 1), 0u);
}

// A pool of two by spawn, listed as a system may: by pid.
lab::MethodReport pool_by_spawn() {
  lab::MethodReport report;
  report.has_child = true;
  report.child.pid = 12;
  report.process_tree = {{10, 1, "forkscope-lab run pool.py", ""},
                         {11, 10, "forkscope-lab -c tracker", "resource tracker"},
                         {12, 10, "forkscope-lab -c spawn_main", ""},
                         {13, 10, "[forkscope-lab] <defunct>", ""}};
  return report;
}

TEST(StartsTree, TellsWhatEachProcessIsFor) {
  const auto rows = tree_rows(pool_by_spawn());
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0].role, TreeRole::program);
  EXPECT_EQ(rows[1].role, TreeRole::resource_tracker);
  EXPECT_EQ(rows[2].role, TreeRole::child);
  EXPECT_TRUE(rows[2].is_measured);
  EXPECT_EQ(rows[3].role, TreeRole::zombie);
  EXPECT_EQ(rows[1].continues, std::vector<bool>{true});
  EXPECT_EQ(rows[3].continues, std::vector<bool>{false});
  const TreeCount count = count_tree(rows);
  EXPECT_EQ(count.below_program, 3);
  EXPECT_EQ(count.workers, 1);
  EXPECT_EQ(count.trackers, 1);
}

TEST(StartsTree, PutsAChildBelowTheServerThatForkedIt) {
  lab::MethodReport report;
  report.process_tree = {
      {20, 1, "run", ""}, {23, 21, "child", ""}, {21, 20, "server", "fork server"}, {22, 20, "more", ""}};
  const auto rows = tree_rows(report);
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[1].pid, 21);
  EXPECT_EQ(rows[1].role, TreeRole::fork_server);
  EXPECT_EQ(rows[2].pid, 23);
  EXPECT_EQ(rows[2].continues, (std::vector<bool>{true, false}));
  EXPECT_FALSE(rows[2].is_measured);
  EXPECT_EQ(rows[3].pid, 22);
}

TEST(StartsTree, IsEmptyWhereNothingWasSeen) {
  EXPECT_TRUE(tree_rows({}).empty());
}

TEST(StartsMemory, IsThreeSharesOfWhatIsResident) {
  const auto shares = memory_shares(
      {.resident = 8000, .shared = 7000, .private_ = 1000, .values_shared = 2700, .values_private = 300});
  ASSERT_TRUE(shares);
  EXPECT_EQ(shares->files, 5000);
  EXPECT_DOUBLE_EQ(shares->shared_part(), 0.9);
}

TEST(StartsMemory, IsNotGuessedWhereItCouldNotBeRead) {
  EXPECT_FALSE(memory_shares({}));
  EXPECT_FALSE(memory_shares({.resident = 8000}));
}

TEST(StartsEnd, WentWellOnlyWithAChildAndWithoutErrors) {
  lab::MethodReport report = pool_by_spawn();
  report.end = "It ended with exit code 0.";
  EXPECT_TRUE(went_well(report));
  report.errors = {"MainProcess: PicklingError: no"};
  EXPECT_FALSE(went_well(report));
  report.errors.clear();
  report.has_child = false;
  EXPECT_FALSE(went_well(report));
}

TEST(StartsProgram, IsAnotherOneOnceItsFileWasWritten) {
  const std::string path = ::testing::TempDir() + "forkscope_starts_view_test.py";
  std::ofstream(path) << "1\n";
  const MeasuredProgram before = program_to_measure(path, {});
  EXPECT_EQ(before, program_to_measure(path, {}));
  std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) + std::chrono::seconds(2));
  EXPECT_NE(before, program_to_measure(path, {}));
  EXPECT_NE(before, program_to_measure(path, {.python_version = "3.14"}));
  std::filesystem::remove(path);
  EXPECT_EQ(program_to_measure(path, {}).changed, 0);
}

}  // namespace
}  // namespace forkscope::app
