"""The parser worker: reads documents in throw-away processes that can reach nothing but the one file they read.

worker          the process that loads the libraries
forked_reader   the process it forks for a file; one_file: what that does
kind            what a file is, by its content; text_kind: which kind of text
reading         kind -> the module that reads it
output          the way back: pages, facts, attachments
page_text       puts a page's text and blocks together
one module per kind; pdf_*: the parts of PDF; ocr*: words in pictures
"""
