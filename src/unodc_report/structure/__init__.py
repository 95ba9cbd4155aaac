"""From clean lines to blocks: masthead, title, headings, numbered paragraphs, lists, footnotes."""
