"""Who did what to how many, where and when: the observation around each quantity.

`tokens` cuts a sentence into words and mentions; `items` finds what is counted, `actions` what happened to it, `scope` where
and when; `read` goes through the document and fills the quantities.
"""
