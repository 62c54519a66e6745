"""cmath: inverse functions, on both sides of their cuts."""
import cmath

for function in (cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh):
    for z in (1 + 2j, -1.5 + 0.5j, 3, -2, complex(-2, -0.0), 0.5j, 0, -0.3 - 4j, 2j):
        value = function(z)
        print(function.__name__, z, f"{value.real:.12g} {value.imag:.12g}")
# expect: acos (1+2j) 1.1437177404 -1.52857091948
# expect: acos (-1.5+0.5j) 2.74195358625 -1.06931104316
# expect: acos 3 0 -1.76274717404
# expect: acos -2 3.14159265359 -1.31695789692
# expect: acos (-2-0j) 3.14159265359 1.31695789692
# expect: acos 0.5j 1.57079632679 -0.48121182506
# expect: acos 0 1.57079632679 -0
# expect: acos (-0.3-4j) 1.64344023598 2.09727478821
# expect: acos 2j 1.57079632679 -1.44363547518
# expect: acosh (1+2j) 1.52857091948 1.1437177404
# expect: acosh (-1.5+0.5j) 1.06931104316 2.74195358625
# expect: acosh 3 1.76274717404 0
# expect: acosh -2 1.31695789692 3.14159265359
# expect: acosh (-2-0j) 1.31695789692 -3.14159265359
# expect: acosh 0.5j 0.48121182506 1.57079632679
# expect: acosh 0 0 1.57079632679
# expect: acosh (-0.3-4j) 2.09727478821 -1.64344023598
# expect: acosh 2j 1.44363547518 1.57079632679
# expect: asin (1+2j) 0.427078586392 1.52857091948
# expect: asin (-1.5+0.5j) -1.17115725946 1.06931104316
# expect: asin 3 1.57079632679 1.76274717404
# expect: asin -2 -1.57079632679 1.31695789692
# expect: asin (-2-0j) -1.57079632679 -1.31695789692
# expect: asin 0.5j 0 0.48121182506
# expect: asin 0 0 0
# expect: asin (-0.3-4j) -0.0726439091838 -2.09727478821
# expect: asin 2j 0 1.44363547518
# expect: asinh (1+2j) 1.46935174437 1.06344002358
# expect: asinh (-1.5+0.5j) -1.22645687125 0.273487290142
# expect: asinh 3 1.81844645923 0
# expect: asinh -2 -1.44363547518 0
# expect: asinh (-2-0j) -1.44363547518 -0
# expect: asinh 0.5j 0 0.523598775598
# expect: asinh 0 0 0
# expect: asinh (-0.3-4j) -2.06652466671 -1.49350632098
# expect: asinh 2j 1.31695789692 1.57079632679
# expect: atan (1+2j) 1.33897252229 0.402359478109
# expect: atan (-1.5+0.5j) -1.0172219679 0.146946666226
# expect: atan 3 1.2490457724 0
# expect: atan -2 -1.10714871779 0
# expect: atan (-2-0j) -1.10714871779 -0
# expect: atan 0.5j 0 0.549306144334
# expect: atan 0 0 0
# expect: atan (-0.3-4j) -1.55092607811 -0.253823613047
# expect: atan 2j 1.57079632679 0.549306144334
# expect: atanh (1+2j) 0.17328679514 1.1780972451
# expect: atanh (-1.5+0.5j) -0.641237339365 1.27679502502
# expect: atanh 3 0.34657359028 1.57079632679
# expect: atanh -2 -0.549306144334 1.57079632679
# expect: atanh (-2-0j) -0.549306144334 -1.57079632679
# expect: atanh 0.5j 0 0.463647609001
# expect: atanh 0 0 0
# expect: atanh (-0.3-4j) -0.0175613429 -1.32705754403
# expect: atanh 2j 0 1.10714871779
try:
    cmath.atanh(1)
except ValueError as error:
    print(error)  # expect: math domain error
print(cmath.sqrt(-2), cmath.sqrt(3 + 4j), cmath.sqrt(-4 - 1e-300j))  # expect: 1.4142135623730951j (2+1j) (2.5e-301-2j)
