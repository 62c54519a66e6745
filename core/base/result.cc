#include "core/base/result.h"

#include <system_error>

namespace forkscope::base {

Error system_error(const std::string& what, int code) {
  return Error{what + ": " + std::generic_category().message(code) + " (errno " + std::to_string(code) + ")", code};
}

}  // namespace forkscope::base
