" Routines of Supine, told by the ending of their names.
autocmd BufRead,BufNewFile *.routine set filetype=supine
