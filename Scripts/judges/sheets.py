"""Writes a workbook of all kinds of cells with openpyxl, or says what openpyxl reads in one.

usage: sheets.py make SEED FILE
       sheets.py read FILE        a line for each cell: sheet, state, row, column, kind, value
"""
import datetime
import random
import struct
import sys

import openpyxl
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.utils.escape import unescape

TEXTS = ["007", " 城头山 ", "a\nb", "=x", "_x000D_", "é😀", "<&>\"'", "1e5", "\t", "澧县" * 40, "#REF!x"]


def value(draw):
    kind = draw.randrange(8)
    if kind == 0:
        return draw.choice([0, -1, 7, 2**53, 10**15 + 1, 430723])
    if kind == 1:
        return draw.choice([111.6555556, 1e-300, -0.1, 1 / 3, 29.7, draw.random() * 10**draw.randrange(-9, 20)])
    if kind == 2:
        return draw.random() < 0.5
    if kind == 3:
        return datetime.date(1904, 1, 2) + datetime.timedelta(days=draw.randrange(60000))
    if kind == 4:
        day = datetime.datetime(1950, 1, 1) + datetime.timedelta(days=draw.randrange(40000))
        return day + datetime.timedelta(seconds=draw.randrange(1, 86400))
    if kind == 5:
        return datetime.time(draw.randrange(24), draw.randrange(60), draw.randrange(60))
    if kind == 6:
        return None
    return draw.choice(TEXTS)


def make(seed, path):
    draw = random.Random(seed)
    book = openpyxl.Workbook()
    if seed % 2:
        book.epoch = CALENDAR_MAC_1904
    for number, state in enumerate(["visible", "hidden", "veryHidden"]):
        sheet = book.active if number == 0 else book.create_sheet()
        sheet.title = f"表 & {number}"
        sheet.sheet_state = state
        for row in range(1, 30):
            for column in range(1, draw.randrange(2, 20)):
                cell = sheet.cell(row, column)
                cell.value = value(draw)
                if cell.data_type == "f":
                    cell.data_type = "s"
        for top in range(1, 28, 6):
            left = draw.randrange(1, 9)
            sheet.merge_cells(
                start_row=top, end_row=top + draw.randrange(4), start_column=left,
                end_column=left + 1 + draw.randrange(4))
    book.save(path)


def shown(cell, content):
    """The kind and the value; openpyxl leaves the escapes of characters to its caller."""
    if isinstance(content, bool):
        return "flag", str(content).lower()
    if isinstance(content, (int, float)):
        return "number", struct.pack(">d", content).hex()
    if isinstance(content, datetime.datetime):
        return "date", (content if "h" in cell.number_format else content.date()).isoformat()
    if isinstance(content, datetime.time):
        return "date", content.isoformat()
    return ("fault" if cell.data_type == "e" else "text"), unescape(content).encode().hex()


def read(path):
    for sheet in openpyxl.load_workbook(path, data_only=True):
        cells = {
            (cell.row, cell.column): shown(cell, cell.value)
            for row in sheet.iter_rows() for cell in row if cell.value is not None}
        rows = {row for row, _ in cells}
        width = max(column for _, column in cells)
        for area in sheet.merged_cells.ranges:
            first = cells.get((area.min_row, area.min_col))
            for row, column in area.cells:
                if first and row in rows and column <= max(width, area.min_col):
                    cells.setdefault((row, column), first)
        for (row, column), (kind, text) in sorted(cells.items()):
            print(sheet.title, sheet.sheet_state != "visible", row, column, kind, text, sep="\t")


if sys.argv[1] == "make":
    make(int(sys.argv[2]), sys.argv[3])
else:
    read(sys.argv[2])
