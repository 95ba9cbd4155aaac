"""From the characters of a file to clean text: what is not text is dropped, what was broken is joined, and the way back is kept."""
