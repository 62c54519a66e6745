"""The module statistics: calls and their results."""
from statistics import *


def show(compute):
    try:
        print(repr(compute()))
    except Exception as error:
        print(type(error).__name__ + ": " + str(error))


show(lambda: mean([1,2,3,4]))  # expect: 2.5
show(lambda: mean([1.5,2.5,3]))  # expect: 2.3333333333333335
show(lambda: mean([]))  # expect: StatisticsError: mean requires at least one data point
show(lambda: median([3,1,2]))  # expect: 2
show(lambda: median([1,2,3,4]))  # expect: 2.5
show(lambda: median([]))  # expect: StatisticsError: no median for empty data
show(lambda: mode('aabbb'))  # expect: 'b'
show(lambda: mode([]))  # expect: StatisticsError: no mode for empty data
show(lambda: multimode('aabbc'))  # expect: ['a', 'b']
show(lambda: stdev([1,2,3,4,5]))  # expect: 1.5811388300841898
show(lambda: pstdev([1.5,2.5,2.5,2.75,3.25,4.75]))  # expect: 0.986893273527251
show(lambda: variance([2.75,1.75,1.25,0.25,0.5,1.25,3.5]))  # expect: 1.3720238095238095
show(lambda: pvariance([0.0,0.25,0.25,1.25,1.5,1.75,2.75,3.25]))  # expect: 1.25
show(lambda: stdev([1]))  # expect: StatisticsError: stdev requires at least two data points
show(lambda: quantiles([1,2,3,4,5,6,7,8,9]))  # expect: [2.5, 5.0, 7.5]
show(lambda: quantiles(range(20),n=10))  # expect: [1.1, 3.2, 5.3, 7.4, 9.5, 11.6, 13.7, 15.8, 17.9]
show(lambda: quantiles([1,2,3],n=4,method='inclusive'))  # expect: [1.5, 2.0, 2.5]
show(lambda: fmean([3.5,4.0,5.25]))  # expect: 4.25
show(lambda: geometric_mean([54,24,36]))  # expect: 36.000000000000014
show(lambda: harmonic_mean([40,60]))  # expect: 48.0
show(lambda: harmonic_mean([2.5,3,10]))  # expect: 3.6
show(lambda: median_low([1,3,5,7]))  # expect: 3
show(lambda: median_high([1,3,5,7]))  # expect: 5
show(lambda: median_grouped([52,52,53,54]))  # expect: 52.5
show(lambda: correlation([1,2,3,4,5],[2,4,6,8,11]))  # expect: 0.9958932064677039
