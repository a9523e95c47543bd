"""What the columns of a table become: by their headers, by what they hold, as told, as remembered."""
