#include "core/lab/compare_sentences.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/lab/compare_text.h"
#include "tests/core/lab/compare_samples.h"

namespace forkscope::lab {
namespace {

std::string text_of(const CompareReport& report, const std::string& rule) {
  const std::vector<CompareSentence> sentences = sentences_of(report);
  const CompareSentence* sentence = sentence_of(sentences, rule);
  return sentence == nullptr ? "" : sentence->text;
}

std::string warning_of(const CompareReport& report, const std::string& rule) {
  const std::vector<CompareSentence> warnings = warnings_of(report);
  const CompareSentence* warning = sentence_of(warnings, rule);
  return warning == nullptr ? "" : warning->text;
}

TEST(CompareSentences, ThreadsThatOnlyTakeTurns) {
  const CompareReport report = sample_report();
  EXPECT_EQ(
      text_of(report, "threads_did_not_help"),
      "Threads did not help: between 2 threads and one after another there is no difference beyond the noise "
      "(0.99 times as fast). Only one thread runs Python at a time: the GIL was held 99 % of the time and "
      "handed "
      "over 402 times.");
  const std::vector<CompareSentence> sentences = sentences_of(report);
  const CompareSentence* sentence = sentence_of(sentences, "threads_did_not_help");
  ASSERT_NE(sentence, nullptr);
  EXPECT_EQ(sentence->other_work, "io") << "the counter-example";
  ASSERT_EQ(sentence->numbers.size(), 4u);
  EXPECT_EQ(sentence->numbers[3].value, 402);
}

TEST(CompareSentences, TheReasonIsSaidOnlyWhereItIsTheReason) {
  CompareReport report = sample_report();
  report.ways[1].measured[1].gil_held = 0.3;
  EXPECT_EQ(text_of(report, "threads_did_not_help"), "");
  EXPECT_EQ(text_of(report, "threads_no_difference").find("GIL"), std::string::npos);
  report.ways[1].measured[1].split = {};
  report.ways[1].measured[1].gil_held = 0.99;
  EXPECT_NE(text_of(report, "threads_no_difference"), "") << "there is no trace";
}

TEST(CompareSentences, SlowerIsSlower) {
  CompareReport report = sample_report();
  report.ways[1].measured[1].runs_s = {1.3, 1.31, 1.32};
  summarize(report);
  EXPECT_NE(text_of(report, "threads_slower_by_gil").find("0.76 times as fast"), std::string::npos);
  report.ways[1].measured[1].runs_s = {0.9, 0.91, 0.905};
  summarize(report);
  EXPECT_NE(text_of(report, "threads_hardly_helped_by_gil").find("1.10 times"), std::string::npos);
}

TEST(CompareSentences, ThreadsThatWaitHelp) {
  CompareReport report = sample_report();
  report.settings.work = "io";
  report.ways[1].measured[1].runs_s = {0.51, 0.5, 0.52};
  report.ways[1].measured[1].split = {0.5, 0.01, 0.01, 0.45, 0.01, 0, 0, 0, 0.02};
  summarize(report);
  const std::string text = text_of(report, "threads_helped_waiting");
  EXPECT_NE(text.find("2 threads were 1.96 times as fast"), std::string::npos) << text;
  EXPECT_NE(text.find("90 % of their time was waiting"), std::string::npos) << text;
  report.ways[1].measured[1].split = {0.5, 0.01, 0.45, 0.01, 0.01, 0, 0, 0, 0.02};
  EXPECT_NE(text_of(report, "threads_helped"), "") << "whatever helped, it was not the waiting";
}

TEST(CompareSentences, ProcessesAndWhereTheirTimeWent) {
  const CompareReport report = sample_report();
  EXPECT_EQ(text_of(report, "processes_helped"),
            "2 workers (processes, fork) were 1.87 times as fast. Of a worker's time 80 % was the work "
            "itself, 10 % "
            "starting, 6 % pickling and the pipe, 4 % waiting.");
  CompareReport slower = sample_report();
  slower.ways[2].measured[1].runs_s = {2.0, 2.1, 2.05};
  slower.ways[2].measured.pop_back();
  summarize(slower);
  EXPECT_NE(text_of(slower, "processes_slower"), "");
  slower.ways[2].measured[1].runs_s = {0.7, 1.0, 1.4};
  summarize(slower);
  EXPECT_NE(text_of(slower, "processes_no_difference"), "");
}

TEST(CompareSentences, MoreWorkersThanCores) {
  CompareReport report = sample_report();
  EXPECT_NE(text_of(report, "more_workers_than_cores").find("With 4 workers"), std::string::npos);
  report.ways[2].measured[2].runs_s = {0.3, 0.31, 0.3};
  summarize(report);
  EXPECT_EQ(text_of(report, "more_workers_than_cores"), "") << "they were faster: it is not said";
}

TEST(CompareSentences, PythonAgreesOrDiffers) {
  CompareReport report = sample_report();
  EXPECT_EQ(text_of(report, "python_agrees"), "");
  report.cpython.version = "3.11.7";
  report.cpython.ways = {{"serial", "", {measured(1, {2.0, 2.0})}}, {"fork", "", {measured(2, {1.1, 1.1})}}};
  summarize(report);
  EXPECT_EQ(
      text_of(report, "python_agrees"),
      "CPython 3.11.7 agrees: there 2 workers (processes, fork) were 1.82 times as fast, here 1.87 times.");
  report.cpython.ways[1].measured[0].runs_s = {1.5, 1.5};
  summarize(report);
  EXPECT_NE(text_of(report, "python_differs"), "");
}

TEST(CompareSentences, NothingIsSaidOfWhatWasNotMeasured) {
  EXPECT_TRUE(sentences_of(CompareReport()).empty());
  CompareReport report = sample_report();
  for (CompareWayReport& way : report.ways) {
    if (way.way != "serial") way.measured.clear();
  }
  EXPECT_TRUE(sentences_of(report).empty());
}

TEST(CompareWarnings, OfTheMachineAndOfTheRuns) {
  CompareReport report = sample_report();
  EXPECT_NE(warning_of(report, "more_workers_than_cores"), "");
  EXPECT_EQ(warning_of(report, "machine_is_busy"), "");
  report.settings.workers = {1, 2};
  report.machine.others_load = 0.5;
  EXPECT_EQ(warning_of(report, "more_workers_than_cores"), "");
  EXPECT_NE(warning_of(report, "machine_is_busy").find("kept 0.50 of 2 cores busy"), std::string::npos);
  EXPECT_EQ(warning_of(report, "wide_spread"), "");
  report.ways[2].measured[1].runs_s = {0.5, 0.8, 0.53};
  report.ways[0].measured[0].traced_s = 1.3;
  summarize(report);
  EXPECT_NE(warning_of(report, "wide_spread").find("2 workers (processes, fork)"), std::string::npos);
  EXPECT_NE(warning_of(report, "costly_tracing").find("30 %"), std::string::npos);
  EXPECT_EQ(warning_of(report, "short_runs"), "");
  report.ways[1].measured[0].runs_s = {0.001};
  summarize(report);
  EXPECT_NE(warning_of(report, "short_runs").find("1.0 ms"), std::string::npos);
}

TEST(CompareText, JsonHasItsForm) {
  CompareReport report = sample_report();
  report.sentences = sentences_of(report);
  report.ways.push_back({"threads-nogil", "It makes no sense.", {}});
  const nlohmann::json json = nlohmann::json::parse(json_of(report));
  const auto& fork = json["ways"]["fork"]["2"];
  EXPECT_EQ(fork["runs_s"].size(), 3u);
  EXPECT_NEAR(fork["median_s"].get<double>(), 0.535, 1e-9);
  EXPECT_NEAR(fork["split"]["start_up"].get<double>(), 0.0535, 1e-9);
  EXPECT_EQ(json["ways"]["threads"]["2"]["gil_handovers"], 402);
  EXPECT_TRUE(json["ways"]["serial"]["1"]["split"].is_null());
  EXPECT_TRUE(json["ways"]["serial"]["1"]["gil_handovers"].is_null());
  EXPECT_EQ(json["not_measured"]["threads-nogil"], "It makes no sense.");
  EXPECT_TRUE(json["ways"]["threads-nogil"].empty());
  EXPECT_NEAR(json["amdahl"]["threads"]["serial_part"].get<double>(), 1, 0.1);
  EXPECT_EQ(json["sentences"][0]["numbers"]["handovers"], 402);
  EXPECT_EQ(json["cpython"], nullptr);
  EXPECT_EQ(json["machine"]["cores"], 2);
}

TEST(CompareText, OneLineOfCsvForEveryRun) {
  CompareReport report = sample_report();
  report.cpython.ways = {{"serial", "", {measured(1, {2.0})}}};
  const std::string csv = csv_of(report);
  EXPECT_TRUE(csv.starts_with("engine,way,workers,run,seconds\nforkscope,serial,1,1,1.000000\n")) << csv;
  EXPECT_TRUE(csv.ends_with("cpython,serial,1,1,2.000000\n")) << csv;
}

TEST(CompareText, TheTableIsForPeople) {
  CompareReport report = sample_report();
  report.sentences = sentences_of(report);
  report.ways[2].measured[0].trouble = "ValueError: three";
  const std::string table = table_of(report);
  EXPECT_NE(table.find("processes, fork"), std::string::npos);
  EXPECT_NE(table.find("ValueError: three"), std::string::npos);
  EXPECT_NE(table.find("* Threads did not help"), std::string::npos);
}

}  // namespace
}  // namespace forkscope::lab
