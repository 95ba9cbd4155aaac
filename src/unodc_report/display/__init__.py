"""A report for the eye: on the terminal (these modules alone know rich), as a page for the browser, in a notebook."""
