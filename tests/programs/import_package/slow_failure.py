import time

time.sleep(0.3)
raise ValueError("on purpose")
