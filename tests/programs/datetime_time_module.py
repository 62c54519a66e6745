# time: the calendar's functions and struct_time, clocks that only go forward.
import time

epoch = time.gmtime(0)
print(epoch)
print(epoch.tm_year, epoch[0], epoch[:3], epoch == (1970, 1, 1, 0, 0, 0, 3, 1, 0), len(epoch), tuple(epoch))
year, month, *rest = time.gmtime(86400 * 365)
print(year, month, rest)
print(time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(1700000000)), time.asctime(epoch), time.strftime("%a %j", epoch))
print(time.strptime("2024-03-05 10:11:12", "%Y-%m-%d %H:%M:%S"))
print(time.strptime("Tue Mar  5 10:11:12 2024")[:6], time.strptime("30 Nov 00", "%d %b %y").tm_yday)
print(time.mktime(time.localtime(1700000000)), time.ctime(0) == time.asctime(time.localtime(0)), isinstance(time.localtime(), tuple))
first, second = time.perf_counter_ns(), time.perf_counter_ns()
print(first <= second, time.monotonic() <= time.monotonic(), time.process_time() >= 0, abs(time.time() - time.time_ns() / 1e9) < 60)
before = time.perf_counter()
time.sleep(0.02)
print(time.perf_counter() - before >= 0.02)
for attempt in (lambda: time.struct_time((1, 2)), lambda: time.sleep(-1), lambda: time.strptime("x", "%d"), lambda: time.mktime(5),
                lambda: time.strftime(5), lambda: time.localtime("now")):
    try:
        attempt()
    except (TypeError, ValueError) as error:
        print(type(error).__name__ + ":", error)
# expect: time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
# expect: 1970 1970 (1970, 1, 1) True 9 (1970, 1, 1, 0, 0, 0, 3, 1, 0)
# expect: 1971 1 [1, 0, 0, 0, 4, 1, 0]
# expect: 2023-11-14 22:13:20 Thu Jan  1 00:00:00 1970 Thu 001
# expect: time.struct_time(tm_year=2024, tm_mon=3, tm_mday=5, tm_hour=10, tm_min=11, tm_sec=12, tm_wday=1, tm_yday=65, tm_isdst=-1)
# expect: (2024, 3, 5, 10, 11, 12) 335
# expect: 1700000000.0 True True
# expect: True True True True
# expect: True
# expect: TypeError: time.struct_time() takes an at least 9-sequence (2-sequence given)
# expect: ValueError: sleep length must be non-negative
# expect: ValueError: time data 'x' does not match format '%d'
# expect: TypeError: Tuple or struct_time argument required
# expect: TypeError: strftime() argument 1 must be str, not int
# expect: TypeError: 'str' object cannot be interpreted as an integer
