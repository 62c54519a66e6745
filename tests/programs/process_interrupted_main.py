# A main process that nothing keeps from KeyboardInterrupt says so and dies of SIGINT, as its parent sees; functions registered
# with atexit have run.
# exit: -2
# error: KeyboardInterrupt
import atexit

atexit.register(print, "at the end")
print("before")
raise KeyboardInterrupt
# expect: before
# expect: at the end
