#include "app/model/step_branches.h"

#include <algorithm>
#include <utility>

namespace forkscope::app {

std::size_t shared_steps(const StepRecord& left, const StepRecord& right, std::size_t known) {
  const std::size_t both = std::min(left.count(), right.count());
  std::size_t shared = std::min(known, both);
  while (shared < both && left.steps()[shared].entry == right.steps()[shared].entry) ++shared;
  return shared;
}

void StepBranches::keep(StepRecord record, PathEnd end) {
  std::erase_if(branches_, [&](const Branch& branch) {
    return shared_steps(branch.record, record) == branch.record.count();
  });
  const bool is_known = std::any_of(branches_.begin(), branches_.end(), [&](const Branch& branch) {
    return shared_steps(branch.record, record) == record.count();
  });
  if (!is_known && record.count() > 0) branches_.push_back({shown_, std::move(record), end, 0});
  std::sort(branches_.begin(), branches_.end(),
            [](const Branch& left, const Branch& right) { return left.number < right.number; });
  for (Branch& branch : branches_) branch.shared = 0;
}

void StepBranches::leave(StepRecord shown, PathEnd end) {
  keep(std::move(shown), end);
  shown_ = ++last_number_;
}

bool StepBranches::has(int number) const {
  return std::any_of(branches_.begin(), branches_.end(),
                     [&](const Branch& branch) { return branch.number == number; });
}

StepRecord StepBranches::return_to(int number, StepRecord shown, PathEnd end) {
  const auto found = std::find_if(branches_.begin(), branches_.end(),
                                  [&](const Branch& branch) { return branch.number == number; });
  if (found == branches_.end()) return {};
  StepRecord record = std::move(found->record);
  branches_.erase(found);
  keep(std::move(shown), end);
  shown_ = number;
  return record;
}

std::vector<BranchView> StepBranches::views(const StepRecord& shown) {
  std::vector<BranchView> views;
  for (Branch& branch : branches_) {
    branch.shared = shared_steps(branch.record, shown, branch.shared);
    views.push_back({branch.number, branch.record.count(), branch.shared, branch.end});
  }
  return views;
}

int StepBranches::next() const {
  const auto found = std::find_if(branches_.begin(), branches_.end(),
                                  [&](const Branch& branch) { return branch.number > shown_; });
  if (found != branches_.end()) return found->number;
  return branches_.empty() ? 0 : branches_.front().number;
}

}  // namespace forkscope::app
