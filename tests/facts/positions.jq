# How a timetable keeps people in a position for other than its dose, by one row
# of positions.txt: name, settings, side, words in, words out, seconds.

($row | split("|")) as [$name, $set, $side, $into, $away, $bounds]
| ($bounds | split(" ") | map(tonumber)) as [$least, $most]
| [.events[]
   | select(.kind == ("say", "explain", "cue"))
   | select($side == "-" or .side == $side)
   | . + {text: (.text | ascii_downcase)}] as $said
| [range($said | length)
   | select($said[.].text | contains($into)) as $i
   | ([$said[$i + 1:][] | select(.text | contains($away))] | first) as $left
   | if $left then $left.at_s - $said[$i].at_s - $said[$i].duration_s
     else 0 end] as $lasting
| if $lasting == [] then "nothing says: " + $into
  else $lasting[] | select(. < $least or . > $most)
    | "\(. * 10 | round / 10) seconds, not \($least) to \($most), after: " + $into
  end
| "\($name) \($set), \($side): " + .
