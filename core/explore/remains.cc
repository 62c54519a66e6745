#include "core/explore/remains.h"

#include <algorithm>
#include <string>

#include "core/explore/examples.h"
#include "core/explore/fates.h"

namespace forkscope::explore {

namespace {

Remaining remaining_of(const std::vector<OutcomeId>& fate, const Outcomes& outcomes, bool is_all) {
  Remaining remaining{.outcomes = {}, .complete = is_all};
  for (const OutcomeId id : fate) {
    if (id == kNoOutcome)
      remaining.complete = false;
    else
      remaining.outcomes.push_back(outcomes.list[id]);
  }
  return remaining;
}

}  // namespace

RemainsFinder::RemainsFinder(Search& search, const Search::Limit& limit)
    : search_(search), limit_(limit), at_(search.beginning()) {}

base::Status RemainsFinder::follow(const std::vector<Mover>& steps) {
  const bool goes_on = done_.size() <= steps.size() && std::equal(done_.begin(), done_.end(), steps.begin());
  if (!goes_on) {
    done_.clear();
    at_ = search_.beginning();
  }
  while (done_.size() < steps.size()) {
    const Mover& next = steps[done_.size()];
    if (search_.step(at_, next)) {
      done_.push_back(next);
      continue;
    }
    const std::string place = std::to_string(done_.size() + 1);
    done_.clear();
    at_ = search_.beginning();
    return base::Error{"Step " + place + ", " + word_of_mover(next) + ", cannot be followed."};
  }
  return base::Done{};
}

base::Result<Remains> RemainsFinder::find(const std::vector<Mover>& steps) {
  if (const base::Status followed = follow(steps); !followed.ok()) return followed.error();
  Remains remains;
  std::vector<Search::Begin> begins{search_.settle(at_)};
  for (const Mover& mover : search_.movers(at_)) {
    Search::Position next = at_;
    if (!search_.step(next, mover)) continue;
    remains.after.push_back({mover, {}});
    begins.push_back(search_.settle(std::move(next)));
  }
  const Graph part = search_.behind(begins, limit_);
  const Unfolding unfolding = unfold(part);
  const Outcomes outcomes = outcomes_of(part, unfolding);
  const Fates fates = fates_of(unfolding, outcomes);
  // The links of the beginning are in the order of its edges.
  const auto fate_at = [&](std::size_t place) {
    const NodeId node = unfolding.links.to[place];
    return remaining_of(fates.sets[fates.of[node]], outcomes, unfolding.complete);
  };
  remains.now = fate_at(0);
  for (std::size_t place = 0; place < remains.after.size(); ++place)
    remains.after[place].remaining = fate_at(place + 1);
  return remains;
}

}  // namespace forkscope::explore
