#include "core/lab/starts_names.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace forkscope::lab {

namespace {

constexpr std::string_view kSources[] = {"", "copied memory", "run of the file", "pickled"};
constexpr std::string_view kIs = " = ";

struct Told {
  std::string name, value;
  std::int64_t source = 0, place = 0;
  bool is_argument = false;
};

// Without what follows in every repr of such objects: an address, a file.
std::string without_place(std::string value) {
  if (!value.starts_with('<')) return value;
  const std::size_t end = std::min(value.find(" at 0x"), value.find(" from '"));
  return end == std::string::npos ? value : value.substr(0, end) + ">";
}

Told told_by(const trace::Store& store, const trace::Event& event) {
  const std::string text = store.string(event.string);
  const std::size_t is = std::min(text.find(kIs), text.size());
  const std::size_t value = std::min(is + kIs.size(), text.size());
  return {text.substr(0, is), without_place(text.substr(value)), event.a, event.result, event.b != 0};
}

void add(std::vector<NameInChild>& names, std::vector<std::int64_t>& places, const Told& told) {
  auto found = std::find_if(names.begin(), names.end(), [&](const NameInChild& name) {
    return name.name == told.name && name.is_argument == told.is_argument;
  });
  if (found == names.end()) {
    NameInChild name;
    name.name = told.name;
    name.is_argument = told.is_argument;
    found = names.insert(names.end(), std::move(name));
    places.push_back(0);
  }
  std::int64_t& place = places[static_cast<std::size_t>(found - names.begin())];
  if (told.source == 0) {
    found->in_parent = told.value;
    place = told.place;
  } else {
    found->in_child = told.value;
    const bool known = told.source > 0 && told.source < static_cast<std::int64_t>(std::size(kSources));
    if (known) found->source = kSources[told.source];
    found->same_place = told.place != 0 && told.place == place;
  }
}

}  // namespace

std::vector<NameInChild> names_of(const trace::Store& store, const TracedStart& start) {
  std::vector<NameInChild> names;
  std::vector<std::int64_t> places;
  bool of_parent = true;
  for (std::uint64_t i = store.index_at(start.begin_ns); i < store.first_index() + store.size(); ++i) {
    const trace::Event& event = store.event(i);
    // The next start of the same thread tells its names anew.
    const bool begins = event.kind == trace::EventKind::start_stage && event.a == 0;
    if (begins && event.thread == start.starter) of_parent = false;
    if (event.kind != trace::EventKind::global_name) continue;
    const bool parents = of_parent && event.thread == start.starter && event.a == 0;
    if (parents || (event.process == start.child && event.a != 0)) add(names, places, told_by(store, event));
  }
  return names;
}

}  // namespace forkscope::lab
