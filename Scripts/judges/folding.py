"""Texts without case and without accents, as Python has them: a line for each assigned code point.

Chinese characters and Korean syllables have neither: every hundredth of them has to do. U+1171E is left
out, a mark for which versions of Unicode differ.

code<TAB>case folded<TAB>without nonspacing marks, each as code points in hexadecimal digits
"""
import sys
import unicodedata


def codes(text):
    return " ".join(f"{ord(c):X}" for c in text)


def bare(text):
    kept = (
        c
        for c in unicodedata.normalize("NFD", text)
        if unicodedata.category(c) != "Mn" or c in "\u3099\u309a"
    )
    return unicodedata.normalize("NFC", "".join(kept))


for code in range(sys.maxunicode + 1):
    character = chr(code)
    is_many = 0x3400 <= code < 0xA000 or 0xAC00 <= code < 0xD7A4 or 0x20000 <= code < 0xE0000
    if code == 0x1171E or is_many and code % 100:
        continue
    if unicodedata.category(character) not in ("Cn", "Cs", "Co"):
        print(codes(character), codes(character.casefold()), codes(bare(character)), sep="\t")
