// Result<T>: a value, or an Error that says what happened, where, and what to do. For everything that the system, a
// user or a program can cause; handled once, by returning or showing it. Used by every layer, any thread.
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "core/base/check.h"

namespace forkscope::base {

struct Error {
  std::string message;  // one or two sentences for a person
  int code = 0;         // an errno where the system refused, else 0
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  const T& value() const& {
    FORKSCOPE_CHECK(ok(), "value() of a failed Result");
    return *std::get_if<0>(&state_);
  }
  T& value() & {
    FORKSCOPE_CHECK(ok(), "value() of a failed Result");
    return *std::get_if<0>(&state_);
  }
  T&& value() && {
    FORKSCOPE_CHECK(ok(), "value() of a failed Result");
    return std::move(*std::get_if<0>(&state_));
  }
  const Error& error() const {
    FORKSCOPE_CHECK(!ok(), "error() of a Result that succeeded");
    return *std::get_if<1>(&state_);
  }

 private:
  std::variant<T, Error> state_;
};

// The Result of an operation that yields nothing.
struct Done {};
using Status = Result<Done>;

// "WHAT: the system's own text (errno N)".
Error system_error(const std::string& what, int code);

}  // namespace forkscope::base
