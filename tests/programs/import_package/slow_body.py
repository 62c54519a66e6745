import time

time.sleep(0.3)
value = 5
