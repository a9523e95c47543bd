"""Workbooks: xlsx, xlsm, xlsb, xls and ods."""
