#include <nlohmann/json.hpp>

#include "core/lab/compare_report.h"
#include "core/lab/protocol.h"

namespace forkscope::lab {

namespace {

using Json = nlohmann::json;

// Numbers below 0 were not measured, but for what tracing costs, which may be less than nothing.
void mark_unmeasured(Json& json) {
  for (auto& [name, value] : json.items()) {
    if (value.is_structured())
      mark_unmeasured(value);
    else if (value.is_number() && value.get<double>() < 0 && name != "tracing")
      value = nullptr;
  }
}

Json measured_of(Json measured) {
  const bool is_traced = measured["traced_s"].get<double>() >= 0;
  if (!is_traced) measured["tracing"] = nullptr;
  if (measured["split"]["whole"].get<double>() < 0) measured["split"] = nullptr;
  mark_unmeasured(measured);
  if (measured["trouble"] == "") measured.erase("trouble");
  measured.erase("workers");
  return measured;
}

// {"fork": {"2": {...}}}
Json ways_of(const Json& list) {
  Json ways = Json::object();
  for (const Json& way : list) {
    Json entry = Json::object();
    for (const Json& measured : way["measured"])
      entry[std::to_string(measured["workers"].get<int>())] = measured_of(measured);
    ways[way["way"].get<std::string>()] = std::move(entry);
  }
  return ways;
}

// What belongs to all numbers of workers: {"fork": {"serial_part": x, "error": y}}.
Json amdahl_of(const Json& list) {
  Json parts = Json::object();
  for (const Json& way : list) {
    if (way["serial_part"].get<double>() < 0) continue;
    parts[way["way"].get<std::string>()] = {{"serial_part", way["serial_part"]},
                                            {"error", way["serial_part_error"]}};
  }
  return parts;
}

Json not_measured(const Json& list) {
  Json reasons = Json::object();
  for (const Json& way : list) {
    if (way["trouble"] != "") reasons[way["way"].get<std::string>()] = way["trouble"];
  }
  return reasons;
}

// In the place of the list of ways, what it says, by name.
void name_ways(Json& holder) {
  const Json list = holder["ways"];
  holder["ways"] = ways_of(list);
  holder["amdahl"] = amdahl_of(list);
  holder["not_measured"] = not_measured(list);
}

Json sentences_of(const Json& list) {
  Json sentences = Json::array();
  for (const Json& sentence : list) {
    Json numbers = Json::object();
    for (const Json& number : sentence["numbers"]) {
      const bool is_number =
          number["shown"].get<std::string>().find_first_not_of("-.0123456789") == std::string::npos;
      numbers[number["name"].get<std::string>()] = is_number ? number["value"] : number["shown"];
    }
    sentences.push_back(
        {{"rule", sentence["rule"]}, {"text", sentence["text"]}, {"numbers", std::move(numbers)}});
  }
  return sentences;
}

}  // namespace

std::string json_of(const CompareReport& report) {
  CompareProgress message;
  message.report = report;
  Json json = Json::parse(encode(FromLab(std::move(message))))["report"];
  name_ways(json);
  mark_unmeasured(json["machine"]);
  Json python = json["cpython"];
  name_ways(python);
  for (auto& [name, way] : python["ways"].items()) {
    for (auto& [workers, measured] : way.items()) {
      for (const char* of_trace :
           {"split", "gil_handovers", "gil_demanded", "gil_held", "lost_events", "traced_s", "tracing"}) {
        measured.erase(of_trace);
      }
    }
  }
  if (python["missing"] == "") python.erase("missing");
  json["cpython"] = report.cpython.program.empty() ? Json() : python;
  for (const char* list : {"sentences", "warnings"}) json[list] = sentences_of(json[list]);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace forkscope::lab
