// Module `_re`: patterns and matches of the module re, by PCRE2. What a pattern means is said by re.py, which
// translates Python's syntax and makes its error messages; here it is compiled and matched. A pattern is its
// text and flags: what PCRE2 makes of them is made again after a restore. Matching holds the GIL and is
// bounded in steps and memory.
#pragma once

namespace forkscope::vm::modules {

void register_re_module();

}  // namespace forkscope::vm::modules
