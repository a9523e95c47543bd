"""Lists, answers and registers as workbooks."""
