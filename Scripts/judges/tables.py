"""Reads the tables of a year with openpyxl and adds them up by row and by column.

usage: tables.py FILE.xlsx      prints each sheet with its size and its sum, or what does not add up
"""
import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1])
for sheet in workbook:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    header, body = rows[0], rows[1:]
    if header[-1] not in ("合计", "Total"):
        print(sheet.title, len(body))
        continue
    for row in body:
        assert all(isinstance(value, int) for value in row[1:]), row
        assert sum(row[1:-1]) == row[-1], (sheet.title, row)
    sums = body[-1]
    for column in range(1, len(header)):
        assert sum(row[column] for row in body[:-1]) == sums[column], (sheet.title, header[column])
    print(sheet.title, len(body), len(header), sums[-1])
