"""Sleeps for an hour, and draws."""
import os
import random
import time

begin = time.monotonic()
time.sleep(3600)
print("slept", round(time.monotonic() - begin))
print(time.time(), random.random(), os.urandom(8).hex())
