"""statistics.NormalDist: sums, points below which a part lies, and the overlap of two."""
import statistics


def show(compute):
    try:
        print(compute())
    except Exception as error:
        print(type(error).__name__ + ":", error)


a, b = statistics.NormalDist(1, 2), statistics.NormalDist(3, 4)
print(a + b, a - b, a + 1, 1 + a, 5 - a, a * 2, 2 * a, a / 2, -a, +a)
# expect: NormalDist(mu=4.0, sigma=4.47213595499958) NormalDist(mu=-2.0, sigma=4.47213595499958) NormalDist(mu=2.0, sigma=2.0) NormalDist(mu=2.0, sigma=2.0) NormalDist(mu=4.0, sigma=2.0) NormalDist(mu=2.0, sigma=4.0) NormalDist(mu=2.0, sigma=4.0) NormalDist(mu=0.5, sigma=1.0) NormalDist(mu=-1.0, sigma=2.0) NormalDist(mu=1.0, sigma=2.0)
print(a.overlap(b) == b.overlap(a), round(a.overlap(b), 12), round(a.overlap(statistics.NormalDist(2, 2)), 12))
# expect: True 0.609934339879 0.802587348634
for part in (1e-30, 1e-10, 0.001, 0.02, 0.3, 0.5, 0.7, 0.99, 1 - 1e-12):
    print(round(statistics.NormalDist().inv_cdf(part), 10))
# expect: -11.4640246884
# expect: -6.3613409024
# expect: -3.0902323062
# expect: -2.0537489106
# expect: -0.5244005127
# expect: 0.0
# expect: 0.5244005127
# expect: 2.326347874
# expect: 7.03448691
print([round(each, 10) for each in a.quantiles()])  # expect: [-0.3489795004, 1.0, 2.3489795004]
show(lambda: a.inv_cdf(0))  # expect: StatisticsError: p must be in the range 0.0 < p < 1.0
show(lambda: statistics.NormalDist(0, 0).inv_cdf(0.5))
# expect: StatisticsError: cdf() not defined when sigma at or below zero
show(lambda: a.overlap(3))  # expect: TypeError: Expected another NormalDist instance
show(lambda: statistics.NormalDist(0, 0).overlap(a))
# expect: StatisticsError: overlap() not defined when sigma is zero
