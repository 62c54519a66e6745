#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/lab/outcomes_text.h"

namespace forkscope::lab {

namespace {

using Json = nlohmann::ordered_json;

Json row_of(const OutcomesReport& report, const OutcomeRow& row) {
  Json json;
  json["end"] = row.end;
  json["stdout"] = row.output;
  if (row.output_goes_on) json["stdout_goes_on"] = true;
  json["exit_codes"] = Json::object();
  for (const OutcomeExit& exit : row.exit_codes) json["exit_codes"][exit.process] = exit.code;
  if (row.end == "stuck") {
    json["waits"] = Json::array();
    for (const OutcomeWait& wait : row.waits) {
      json["waits"].push_back({{"thread", wait.thread}, {"for", wait.what}, {"owner", wait.owner}});
    }
  }
  json["preemptions"] = row.preemptions;
  json["schedules"] = row.schedules;
  json["chance"] = Json::object();
  for (std::size_t i = 0; i < row.chances.size(); ++i) {
    json["chance"][fmt::format("{}", report.chance_at[i])] = row.chances[i];
  }
  json["schedule"] = row.schedule;
  return json;
}

}  // namespace

std::string json_of(const OutcomesReport& report) {
  Json json;
  json["switch_at"] = report.every_bytecode ? "every_bytecode" : "calls_and_jumps";
  json["complete"] = report.complete;
  if (!report.complete) json["stopped"] = report.stopped;
  json["states"] = static_cast<std::uint64_t>(report.states);
  json["transitions"] = static_cast<std::uint64_t>(report.transitions);
  json["seconds"] = report.seconds;
  json["schedules"] = report.schedules;
  json["outcomes"] = Json::array();
  for (const OutcomeRow& row : report.rows) json["outcomes"].push_back(row_of(report, row));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace forkscope::lab
