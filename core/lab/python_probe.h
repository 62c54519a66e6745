// What python3 imports by itself before a program, while its starts are timed: it notes when start() is
// called and when a child comes to its target, and chooses the start method that is used unless the program
// names one.
#pragma once

namespace forkscope::lab {

inline constexpr char kProbeFileVariable[] = "FORKSCOPE_STARTS_FILE";
inline constexpr char kProbeMethodVariable[] = "FORKSCOPE_STARTS_METHOD";

// The text of its sitecustomize.py. A line for each moment goes to the file: "version V", "start NAME NS
// METHOD", "first NAME NS".
inline constexpr char kProbe[] = R"python(
import os


def _install():
    import platform
    import time
    from multiprocessing import context, process

    path = os.environ["FORKSCOPE_STARTS_FILE"]

    def say(*words):
        descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC, 0o600)
        os.write(descriptor, (" ".join(map(str, words)) + "\n").encode())
        os.close(descriptor)

    start, bootstrap = process.BaseProcess.start, process.BaseProcess._bootstrap

    def timed_start(self):
        begin = time.monotonic_ns()
        start(self)
        say("start", "-".join(map(str, self._identity)), begin, getattr(self._popen, "method", "?"))

    def timed_bootstrap(self, *arguments, **keywords):
        run = self.run

        def timed_run():
            say("first", "-".join(map(str, self._identity)), time.monotonic_ns())
            return run()

        self.run = timed_run
        return bootstrap(self, *arguments, **keywords)

    process.BaseProcess.start, process.BaseProcess._bootstrap = timed_start, timed_bootstrap
    method = os.environ["FORKSCOPE_STARTS_METHOD"]
    context._default_context._default_context = context._default_context.get_context(method)
    say("version", platform.python_version())


_install()
)python";

}  // namespace forkscope::lab
