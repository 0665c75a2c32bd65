# The words of $row ("name|side|words; words") that a timetable does not say one
# after the other, on that side where one is given: the first that is missing.

def trimmed: sub("^ +"; "") | sub(" +$"; "");

($row | split("|")) as [$name, $side, $words]
| [.events[] | select(.kind == ("say", "explain", "cue", "move"))
   | select($side == "-" or .side == $side) | .text | ascii_downcase]
| join(" ") as $said
| reduce ($words | split(";")[] | trimmed) as $next
    ({at: 0, missing: null};
     if .missing then .
     else .at as $at
     | ($said[$at:] | index($next)) as $found
     | if $found then .at = $at + $found + ($next | length)
       else .missing = $next end
     end)
| .missing // empty
| "\($name), \($side): not in its place: \(.)"
