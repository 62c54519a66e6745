#include <limits>
#include <nlohmann/json.hpp>
#include <type_traits>

#include "core/lab/message_fields.h"

namespace forkscope::lab {

namespace {

using Json = nlohmann::json;

struct Writer {
  Json& json;

  void operator()(const char* name, const std::string& value) { json[name] = value; }
  void operator()(const char* name, int value) { json[name] = value; }
  void operator()(const char* name, double value) { json[name] = value; }
  void operator()(const char* name, bool value) { json[name] = value; }
  void operator()(const char* name, std::vector<std::string>& value) { json[name] = value; }
  void operator()(const char* name, std::vector<double>& value) { json[name] = value; }
  void operator()(const char* name, std::vector<int>& value) { json[name] = value; }
  template <typename T>
  void operator()(const char* name, std::vector<T>& values) {
    Json list = Json::array();
    for (T& value : values) {
      Json entry = Json::object();
      Writer writer{entry};
      visit_fields(writer, value);
      list.push_back(std::move(entry));
    }
    json[name] = std::move(list);
  }
  template <typename T>
  requires std::is_aggregate_v<T>
  void operator()(const char* name, T& value) {
    Json entry = Json::object();
    Writer writer{entry};
    visit_fields(writer, value);
    json[name] = std::move(entry);
  }
};

// Remembers the first field that is missing or of another type.
struct Reader {
  const Json& json;
  std::string wrong;

  void operator()(const char* name, std::string& value) {
    take(name, &Json::is_string, [&](const Json& found) { value = *found.get_ptr<const std::string*>(); });
  }
  void operator()(const char* name, int& value) {
    take(name, &Json::is_number_integer, [&](const Json& found) { take_int(name, found, value); });
  }
  void operator()(const char* name, double& value) {
    take(name, &Json::is_number, [&](const Json& found) { value = found.get<double>(); });
  }
  void operator()(const char* name, bool& value) {
    take(name, &Json::is_boolean, [&](const Json& found) { value = found.get<bool>(); });
  }
  void operator()(const char* name, std::vector<std::string>& values) {
    take(name, &Json::is_array, [&](const Json& found) {
      values.clear();
      for (const Json& entry : found) {
        if (!entry.is_string()) wrong = name;
        if (!wrong.empty()) return;
        values.push_back(*entry.get_ptr<const std::string*>());
      }
    });
  }
  void operator()(const char* name, std::vector<double>& values) {
    values.clear();
    take_numbers(name, &Json::is_number, [&](const Json& entry) { values.push_back(entry.get<double>()); });
  }
  void operator()(const char* name, std::vector<int>& values) {
    values.clear();
    take_numbers(name, &Json::is_number_integer,
                 [&](const Json& entry) { take_int(name, entry, values.emplace_back()); });
  }
  template <typename T>
  void operator()(const char* name, std::vector<T>& values) {
    take(name, &Json::is_array, [&](const Json& found) {
      values.clear();
      for (const Json& entry : found) {
        Reader reader{entry, {}};
        visit_fields(reader, values.emplace_back());
        if (wrong.empty()) wrong = reader.wrong;
      }
    });
  }

  template <typename T>
  requires std::is_aggregate_v<T>
  void operator()(const char* name, T& value) {
    take(name, &Json::is_object, [&](const Json& found) {
      Reader reader{found, {}};
      visit_fields(reader, value);
      wrong = reader.wrong;
    });
  }

  void take_int(const char* name, const Json& found, int& value) {
    const auto number = found.get<std::int64_t>();
    if (number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max())
      wrong = name;
    else
      value = static_cast<int>(number);
  }
  template <typename Take>
  void take_numbers(const char* name, bool (Json::*is_type)() const noexcept, Take take_number) {
    take(name, &Json::is_array, [&](const Json& found) {
      for (const Json& entry : found) {
        if (!(entry.*is_type)()) wrong = name;
        if (!wrong.empty()) return;
        take_number(entry);
      }
    });
  }
  template <typename Take>
  void take(const char* name, bool (Json::*is_type)() const noexcept, Take take_value) {
    if (!wrong.empty()) return;
    const auto found = json.is_object() ? json.find(name) : json.end();
    if (!json.is_object() || found == json.end() || !((*found).*is_type)())
      wrong = name;
    else
      take_value(*found);
  }
};

template <typename Variant>
std::string encode_variant(Variant message) {
  Json json = Json::object();
  std::visit(
      [&](auto& alternative) {
        json["type"] = name_of(alternative);
        Writer writer{json};
        visit_fields(writer, alternative);
      },
      message);
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

base::Error damaged(const std::string& what) {
  return base::Error{"A message between the window and the lab is damaged: " + what + "."};
}

// Tries the alternatives of the variant one after another until one has this name.
template <typename Variant, std::size_t kIndex = 0>
base::Result<Variant> decode_named(const Json& json, std::string_view name) {
  if constexpr (kIndex == std::variant_size_v<Variant>) {
    return damaged("there is no message called '" + std::string(name) + "'");
  } else {
    using Message = std::variant_alternative_t<kIndex, Variant>;
    Message message;
    if (name != name_of(message)) return decode_named<Variant, kIndex + 1>(json, name);
    Reader reader{json, {}};
    visit_fields(reader, message);
    if (!reader.wrong.empty())
      return damaged("'" + reader.wrong + "' of '" + std::string(name) + "' is missing or wrong");
    return Variant(std::move(message));
  }
}

template <typename Variant>
base::Result<Variant> decode_variant(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return damaged("it is not a JSON object");
  const auto name = json.find("type");
  if (name == json.end() || !name->is_string()) return damaged("it has no name");
  return decode_named<Variant>(json, *name->get_ptr<const std::string*>());
}

}  // namespace

std::string encode(const ToLab& message) {
  return encode_variant(message);
}
std::string encode(const FromLab& message) {
  return encode_variant(message);
}
base::Result<ToLab> decode_to_lab(const std::string& json) {
  return decode_variant<ToLab>(json);
}
base::Result<FromLab> decode_from_lab(const std::string& json) {
  return decode_variant<FromLab>(json);
}

}  // namespace forkscope::lab
