"""What is Chinese: characters, numerals, words. Knows nothing of the United Nations."""
