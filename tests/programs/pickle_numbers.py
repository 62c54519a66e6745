# Numbers alone, which have a quick way: the same bytes as ever, and what only looks like them is read as ever.
import pickle

edges = [0, 1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, -1, -256, -(2**31), -(2**31) - 1, True, 2**63]
for number in edges:
    data = pickle.dumps(number)
    again = pickle.loads(data)
    print(number, data.hex(), again == number, type(again) is type(number))
frames = ["80044b05ff", "80054b052e", "80044d05002e", "800495050000000000000049310a2e2e", "80044a0000008080042e"]
frames += ["8004950400000000000000" + "4b054e30" + "2e", "8004950600000000000000" + "4a010000802e", "80044b052e00"]
for text in frames:
    try:
        print(pickle.loads(bytes.fromhex(text)))
    except Exception as error:
        print(type(error).__name__, error)
# expect: 0 80044b002e True True
# expect: 1 80044b012e True True
# expect: 255 80044bff2e True True
# expect: 256 80049504000000000000004d00012e True True
# expect: 65535 80049504000000000000004dffff2e True True
# expect: 65536 80049506000000000000004a000001002e True True
# expect: 2147483647 80049506000000000000004affffff7f2e True True
# expect: 2147483648 80049508000000000000008a0500000080002e True True
# expect: -1 80049506000000000000004affffffff2e True True
# expect: -256 80049506000000000000004a00ffffff2e True True
# expect: -2147483648 80049506000000000000004a000000802e True True
# expect: -2147483649 80049508000000000000008a05ffffff7fff2e True True
# expect: True 8004882e True True
# expect: 9223372036854775808 8004950c000000000000008a090000000000000080002e True True
# expect: UnpicklingError invalid load key, '\xff'.
# expect: 5
# expect: 5
# expect: 1
# expect: -2147483648
# expect: 5
# expect: -2147483647
# expect: 5
