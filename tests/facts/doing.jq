# What a timetable has people do, as words in the order of time: each hold, rest
# of a stretch, breath and phase of a repetition, with its side and its seconds.

def whole: . * 100 | round / 100 | tostring;

def on_side: if .side then .side + " " else "" end;

# A phase lasts until whatever begins next, the next number aside: that ends it.
def phase_length($starts):
  .at_s as $at | ([$starts[] | select(. > $at + 0.001)] | min) - $at;

def breaths_within($breaths):
  .at_s as $from | (.at_s + .duration_s) as $to
  | [$breaths[] | select(. > $from - 0.001 and . < $to)] | length;

[.events[] | select(.kind != "count") | .at_s] as $starts
| [.events[] | select(.kind == "breath_in") | .at_s] as $breaths
| [.events[] | select(.kind == "hold")] as $holds
| [ .events[]
    | if .kind == "hold" then
        breaths_within($breaths) as $count
        | on_side + "hold " + (.duration_s | whole)
          + (if $count > 0 then " breathing \($count)" else "" end)
      elif .kind == "move" then
        on_side + "move " + (phase_length($starts) | whole)
      elif .kind == "breath_in" then
        .at_s as $at
        | if any($holds[]; .at_s < $at + 0.001
                 and $at < .at_s + .duration_s)
          then empty else "breath" end
      elif .kind == "wait" then "wait " + (.duration_s | whole)
      else empty end ]
