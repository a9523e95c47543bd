"""What the user sees: windows, pages and dialogs over the functions of `signatories`."""
