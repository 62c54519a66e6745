# What the tracker does not understand: it says so, and goes on.
import os
from multiprocessing import resource_tracker

if __name__ == "__main__":
    resource_tracker.register("one", "clay_tablet")
    os.write(resource_tracker.getfd(), b"DANCE:one:semaphore\n")
    resource_tracker.unregister("never registered", "semaphore")
    tracker = resource_tracker._resource_tracker
    tracker._stop()
    print(tracker._pid, tracker._fd)  # expect: None None
# error: ValueError: Cannot register one for automatic cleanup: unknown resource type clay_tablet
# error: RuntimeError: unrecognized command 'DANCE'
# error: KeyError: 'never registered'
