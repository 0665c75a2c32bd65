# Makes the sentences of collection.txt: LANGUAGE, a tab, and the sentence with
# each word of its lists in turn, evenly over all of its combinations, the first
# `most` of them.

BEGIN {
  FS = "|"
}

/^#/ || !NF {
  next
}

/^=/ {
  count = split(substr($0, index($0, "|") + 1), parts, "|")
  name = substr($1, 2)
  sizes[name] = count
  for (i = 1; i <= count; i++) {
    words[name, i] = parts[i]
  }
  next
}

# fill(TEXT, WHICH): the slots of the text by the digits of a mixed radix.
function fill(text, which,    name) {
  while (match(text, /\{[a-z]+\}/)) {
    name = substr(text, RSTART + 1, RLENGTH - 2)
    text = substr(text, 1, RSTART - 1) words[name, which % sizes[name] + 1] \
      substr(text, RSTART + RLENGTH)
    which = int(which / sizes[name])
  }
  return text
}

{
  text = substr($0, index($0, "|") + 1)
  combinations = 1
  rest = text
  while (match(rest, /\{[a-z]+\}/)) {
    combinations *= sizes[substr(rest, RSTART + 1, RLENGTH - 2)]
    rest = substr(rest, RSTART + RLENGTH)
  }
  made = combinations < most ? combinations : most
  for (i = 0; i < made; i++) {
    print $1 "\t" fill(text, int(i * combinations / made))
  }
}
