#include <nlohmann/json.hpp>

#include "core/lab/protocol.h"
#include "core/lab/starts_text.h"

namespace forkscope::lab {

namespace {

using Json = nlohmann::json;

// The list of objects as one object, by what each says of itself under `key`.
Json by_name(const Json& list, const char* key) {
  Json object = Json::object();
  for (Json entry : list) {
    const std::string name = entry[key];
    entry.erase(key);
    object[name] = std::move(entry);
  }
  return object;
}

// The numbers that mean "not seen" become null.
void mark_unseen(Json& json) {
  if (json.is_number() && json.get<double>() == -1) json = nullptr;
  if (json.is_structured()) {
    for (Json& inner : json) mark_unseen(inner);
  }
}

Json child_of(Json child) {
  child.erase("ended");
  for (Json& descriptor : child["descriptors"]) {
    mark_unseen(descriptor["in_parent"]);
    mark_unseen(descriptor["other_end_in_parent"]);
  }
  for (const char* part : {"memory", "memory_after_target", "threads", "parent_pid"})
    mark_unseen(child[part]);
  for (const Json& field : child["not_readable"])
    child[field["field"].get<std::string>()] = "not readable: " + field["reason"].get<std::string>();
  child.erase("not_readable");
  return child;
}

Json method_of(Json method) {
  const bool ended = method["child"]["ended"];
  Json child = method["has_child"].get<bool>() ? child_of(method["child"]) : Json();
  if (child.is_object() && !ended) child["exit_code"] = nullptr;
  method["child"] = std::move(child);
  method.erase("has_child");
  if (method["chosen"] == "") method["chosen"] = nullptr;
  for (const char* part : {"first_line_us", "later_us", "stages"}) mark_unseen(method[part]);
  return method;
}

}  // namespace

std::string json_of(const StartsReport& report) {
  const Json message = Json::parse(encode(FromLab(StartsProgress{.report = report})));
  Json json = message["report"];
  json["methods"] = by_name(json["methods"], "method");
  for (Json& method : json["methods"]) method = method_of(std::move(method));
  Json python = json["cpython"];
  python.update(by_name(python["methods"], "method"));
  python.erase("methods");
  for (const char* method : {"fork", "spawn", "forkserver"}) {
    if (python.contains(method)) mark_unseen(python[method]);
  }
  json["cpython"] = report.cpython.program.empty() ? Json() : python;
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace forkscope::lab
