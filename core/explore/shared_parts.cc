#include "core/explore/shared_parts.h"

#include <algorithm>

#include "core/explore/state_bytes.h"

namespace forkscope::explore {

namespace {

bool is_touched(const kernel::SimWorld& world, base::ObjectId id) {
  return world.streams.touched().contains(id) || world.semaphores.touched().contains(id) ||
         world.memories.touched().contains(id);
}

}  // namespace

std::optional<SharedParts::Number> SharedParts::untouched(const kernel::SimWorld& world, base::ObjectId id,
                                                          Number before) const {
  const NumberRows::Row row = rows_[before];
  const std::vector<base::ObjectId>& ids = ids_[row.front()];
  const auto was = std::ranges::find(ids, id);
  if (was == ids.end() || is_touched(world, id)) return {};
  return row[static_cast<std::size_t>(was - ids.begin()) + 1];
}

SharedParts::Number SharedParts::add(const kernel::SimWorld& world, std::optional<Number> before) {
  const Interner::Found rest = rests_.add(bytes_of_rest(world));
  if (rest.is_new) ids_.push_back(objects_of(world));
  const std::vector<base::ObjectId>& ids = ids_[rest.id];
  row_.assign(1, rest.id);
  for (std::size_t place = 0; place < ids.size(); ++place) {
    const std::optional<Number> same = before ? untouched(world, ids[place], *before) : std::nullopt;
    row_.push_back(same ? *same : objects_.add(bytes_of_object(world, place)).id);
  }
  return rows_.add(row_).id;
}

void SharedParts::load(Number number, kernel::SimWorld& world, std::optional<Number> now) const {
  if (now == number) return;
  const NumberRows::Row row = rows_[number];
  const bool has_same = now.has_value() && rest_of(*now) == row.front();
  if (!has_same) fill_rest(world, rests_[row.front()]);
  for (std::size_t at = 1; at < row.size(); ++at) {
    if (!has_same || rows_[*now][at] != row[at]) fill_object(world, at - 1, objects_[row[at]]);
  }
}

SharedParts::Objects SharedParts::touched(const kernel::SimWorld& world, Number before) const {
  const NumberRows::Row row = rows_[before];
  const std::vector<base::ObjectId>& ids = ids_[row.front()];
  Objects objects;
  for (std::uint32_t place = 0; place < ids.size(); ++place)
    if (is_touched(world, ids[place])) objects.push_back({place, row[place + 1]});
  return objects;
}

bool SharedParts::has(Number number, const Objects& objects) const {
  const NumberRows::Row row = rows_[number];
  return std::ranges::all_of(objects,
                             [row](const Object& object) { return row[object.place + 1] == object.number; });
}

SharedParts::Change SharedParts::change(Number before, Number after) const {
  const NumberRows::Row old = rows_[before], row = rows_[after];
  const std::vector<base::ObjectId>& old_ids = ids_[old.front()];
  const std::vector<base::ObjectId>& ids = ids_[row.front()];
  Change change{.rest = row.front(), .has_same = ids == old_ids, .from = {}, .others = {}};
  for (std::uint32_t place = 0; place < ids.size(); ++place) {
    const auto was = std::ranges::find(old_ids, ids[place]);
    const std::uint32_t from =
        was == old_ids.end() ? kMade : static_cast<std::uint32_t>(was - old_ids.begin());
    if (!change.has_same) change.from.push_back(from);
    if (from == kMade || old[from + 1] != row[place + 1]) change.others.push_back({place, row[place + 1]});
  }
  return change;
}

SharedParts::Number SharedParts::changed(Number before, const Change& change) {
  const NumberRows::Row old = rows_[before];
  row_.assign(1, change.rest);
  if (change.has_same) row_.insert(row_.end(), old.begin() + 1, old.end());
  for (const std::uint32_t from : change.from) row_.push_back(from == kMade ? 0 : old[from + 1]);
  for (const Object& object : change.others) row_[object.place + 1] = object.number;
  return rows_.add(row_).id;
}

}  // namespace forkscope::explore
