// Equations: a small system of linear equations, solved by Gauss's elimination with pivots of rows. Plain
// values.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace forkscope::explore {

class Equations {
 public:
  explicit Equations(std::size_t size) : size_(size), cells_(size * (size + 1), 0) {}

  double& at(std::size_t row, std::size_t column) { return cells_[row * (size_ + 1) + column]; }
  double& right(std::size_t row) { return at(row, size_); }

  // There is exactly one solution. The cells are used up.
  std::vector<double> solve() {
    for (std::size_t column = 0; column < size_; ++column) {
      swap_rows(column, pivot_of(column));
      for (std::size_t row = column + 1; row < size_; ++row) subtract(column, row);
    }
    std::vector<double> values(size_, 0);
    for (std::size_t row = size_; row-- > 0;) {
      double rest = right(row);
      for (std::size_t column = row + 1; column < size_; ++column) rest -= at(row, column) * values[column];
      values[row] = rest / at(row, row);
    }
    return values;
  }

 private:
  std::size_t pivot_of(std::size_t column) {
    std::size_t best = column;
    for (std::size_t row = column + 1; row < size_; ++row) {
      if (std::abs(at(row, column)) > std::abs(at(best, column))) best = row;
    }
    return best;
  }

  void swap_rows(std::size_t one, std::size_t other) {
    if (one != other) std::swap_ranges(&at(one, 0), &at(one, 0) + size_ + 1, &at(other, 0));
  }

  void subtract(std::size_t column, std::size_t row) {
    const double factor = at(row, column) / at(column, column);
    if (factor == 0) return;
    for (std::size_t i = column; i <= size_; ++i) at(row, i) -= factor * at(column, i);
  }

  std::size_t size_;
  std::vector<double> cells_;  // row after row, each with its right side
};

}  // namespace forkscope::explore
