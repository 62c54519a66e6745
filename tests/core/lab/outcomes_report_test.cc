#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/lab/outcomes_text.h"
#include "core/trace/event.h"

namespace forkscope::lab {
namespace {

using explore::EndKind;
using explore::Mover;

// main takes a lock and prints, or waits for ever if the child was faster.
explore::Graph small_graph() {
  explore::Graph graph;
  graph.movers = {{.name = "main"}, {.name = "Process-1"}};
  graph.outputs = {"", "done\n"};
  graph.actions.push_back({.kind = static_cast<std::uint16_t>(trace::EventKind::sem_acquire),
                           .line = 7,
                           .object = "lock a",
                           .sentence = "take one from a semaphore"});
  graph.states = 5;
  graph.edges = {{.from = 0, .to = 1, .mover = 0, .steps = 3},
                 {.from = 1, .to = 2, .action = 1, .mover = 0},
                 {.from = 1, .to = 3, .mover = 1},
                 {.from = 2, .to = 4, .output = 1, .mover = 0}};
  graph.ends = {
      {.state = 3, .kind = EndKind::stuck, .waits = {{"main", "take one from lock a", "Process-1"}}},
      {.state = 4, .kind = EndKind::ok, .exit_codes = {{"main", 0}}}};
  return graph;
}

TEST(OutcomesReport, SaysEverythingOfEachOutcome) {
  const OutcomesReport report = report_of(small_graph());
  EXPECT_TRUE(report.complete);
  EXPECT_EQ(report.states, 5);
  EXPECT_EQ(report.schedules, "2");
  ASSERT_EQ(report.rows.size(), 2u);
  const OutcomeRow& ok = report.rows[0];
  EXPECT_EQ(ok.end, "ok");
  EXPECT_EQ(ok.output, "done\n");
  EXPECT_EQ(ok.schedule, "main*5");
  EXPECT_EQ(ok.exit_codes[0].process, "main");
  EXPECT_EQ(ok.example[1].request, "sem_acquire");
  EXPECT_EQ(ok.example[1].line, 7);
  EXPECT_EQ(ok.example[0].possible, (std::vector<int>{0, 1}));
  EXPECT_EQ(ok.example[1].possible, (std::vector<int>{0}));
  const OutcomeRow& stuck = report.rows[1];
  EXPECT_EQ(stuck.end, "stuck");
  EXPECT_EQ(stuck.preemptions, 1);
  EXPECT_EQ(stuck.schedule, "main*3 Process-1");
  EXPECT_TRUE(stuck.example[1].preempts);
  EXPECT_EQ(stuck.waits[0].owner, "Process-1");
  EXPECT_EQ(report.fates.size(), 3u);
  EXPECT_EQ(report.fate_arrows.size(), 2u);
}

TEST(OutcomesReport, ItsJsonIsWhatIsPromised) {
  const auto json = nlohmann::json::parse(json_of(report_of(small_graph())));
  EXPECT_EQ(json["complete"], true);
  EXPECT_EQ(json["states"], 5);
  EXPECT_EQ(json["transitions"], 4);
  EXPECT_EQ(json["schedules"], "2");
  const auto& ok = json["outcomes"][0];
  EXPECT_EQ(ok["end"], "ok");
  EXPECT_EQ(ok["stdout"], "done\n");
  EXPECT_EQ(ok["exit_codes"]["main"], 0);
  EXPECT_EQ(ok["preemptions"], 0);
  EXPECT_EQ(ok["schedules"], "1");
  EXPECT_EQ(ok["schedule"], "main*5");
  EXPECT_DOUBLE_EQ(ok["chance"]["0.1"].get<double>(), 0.9);
  EXPECT_EQ(json["outcomes"][1]["waits"][0]["owner"], "Process-1");
}

TEST(OutcomesReport, IsPrintedForPeople) {
  const std::string table = table_of(report_of(small_graph()));
  EXPECT_NE(table.find("All states seen: nothing else can happen."), std::string::npos) << table;
  EXPECT_NE(table.find("done\n  ok; 0 preemptions, 1 schedule, chance 0.99 at p = 0.01\n  main*5\n"),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("main wants to take one from lock a, held up by Process-1"), std::string::npos)
      << table;
}

TEST(OutcomesReport, ExcludesNothingWhenItWasStopped) {
  explore::Graph graph = small_graph();
  graph.complete = false;
  graph.stopped = "The cap of 5 states was reached.";
  graph.ends.erase(graph.ends.begin());
  const OutcomesReport report = report_of(graph);
  EXPECT_FALSE(report.complete);
  EXPECT_TRUE(report.fates[0].not_all_known);
  EXPECT_NE(table_of(report).find("nothing is excluded. The cap of 5 states"), std::string::npos);
}

}  // namespace
}  // namespace forkscope::lab
