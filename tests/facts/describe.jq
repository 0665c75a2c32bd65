# What is wrong with the descriptions of a timetable. $words: a list of the
# words that need eyes.

def words: split(" ") | map(select(. != ""));

(input_filename | sub(".*/"; "") | sub("\\.json$"; "")) as $name
| ([.descriptions[].text] | unique) as $texts
| (if $texts == [] then "it has no description" else empty end,
   ($texts[] | words | length | select(. < 80 or . > 200)
    | "\(.) words of description"),
   ($texts[] | gsub("[.!?] "; ".\n") | split("\n")[]
    | select((words | length) >= 25) | "too long a sentence: " + .),
   ($texts[] | [ascii_downcase | scan("[a-z]+")] as $said
    | $said - ($said - $words[0]) | select(. != []) | "needs eyes: \(.)"))
| $name + ": " + .
