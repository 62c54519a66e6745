# stands for: TestResourceTracker.test_too_long_name_resource
# shows: checklist 14
# A line for the tracker has at most 512 bytes, so that the lines of many processes never mix.
from multiprocessing import resource_tracker

if __name__ == "__main__":
    kind = "shared_memory"
    longest = 512 - len("UNREGISTER:") - len(":") - len(kind) - len("\n")
    try:
        resource_tracker.unregister("a" * (longest + 1), kind)
    except ValueError as error:
        print(error)  # expect: msg too long
    resource_tracker.register("a" * longest, kind)
    resource_tracker.unregister("a" * longest, kind)
    print("fits")  # expect: fits
