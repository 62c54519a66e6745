// Whether this build has AddressSanitizer or ThreadSanitizer in it. Both see every object on its own, and
// reserve far more memory than they use.
#pragma once

namespace forkscope::base {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)  // clang says it so
inline constexpr bool kSanitized = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace forkscope::base
