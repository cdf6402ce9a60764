"""Every command of the main window, declared once: one module per menu."""
