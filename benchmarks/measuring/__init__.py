"""Running two programs on the same work, and telling what each needed for it."""
