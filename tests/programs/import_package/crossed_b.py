import time

time.sleep(0.3)
import import_package.crossed_a
value = "b"
