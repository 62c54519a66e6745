"""csv: whether a table begins with the names of its columns."""
import csv

sniffer = csv.Sniffer()
print(sniffer.has_header("name;height\nAnn;1.70\nBo;1.8\n"))  # expect: True
print(sniffer.has_header("Cleo;1.75\nAnn;1.70\nBo;1.8\n"))  # expect: False
print(sniffer.has_header("code,place\nxy,Rome\nab,Oslo\nef,Bern\n"))  # expect: True
print(sniffer.has_header("aa,town\nxy,Rome\nab,Oslo\nef,Bern\n"))  # expect: False
spaced = sniffer.sniff("1, 2, 3\n4, 5, 6\n")
print(repr(spaced.delimiter), spaced.skipinitialspace)  # expect: ',' True
print(list(csv.reader(["7, 8"], spaced)))  # expect: [['7', '8']]
