"""Reads the QR codes of a picture.

usage: qr.py FILE.png
"""
import sys

import zxingcpp
from PIL import Image

for code in zxingcpp.read_barcodes(Image.open(sys.argv[1]).convert("L")):
    print(code.format.name, code.text)
