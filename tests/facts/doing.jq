# What a timetable has people do, as a list of words in the order of time:
# every hold, breath and repetition with its side and its exact seconds.

def whole: . * 1000 | round / 1000 | tostring;

def on_side: if .side then .side + " " else "" end;

# The moments at which something new begins, for the length of a move.
def turns: [.events[] | select(.kind != "background") | .at_s];

def length_until_next($turns):
  .at_s as $at | ([$turns[] | select(. > $at + 0.5)] | min // $at) - $at;

def breaths_in($breaths):
  .at_s as $from | (.at_s + .duration_s) as $to
  | [$breaths[] | select(. > $from - 0.001 and . < $to)] | length;

. as $plan
| [.events[] | select(.kind == "breath_in") | .at_s] as $breaths
| [.events[] | select(.kind == "hold")] as $holds
| turns as $turns
| [ .events[]
    | if .kind == "hold" then
        breaths_in($breaths) as $in
        | on_side + "hold " + (.duration_s | whole)
          + (if $in > 0 then " with \($in) breaths" else "" end)
      elif .kind == "move" then
        on_side + "move " + (length_until_next($turns) | whole)
      elif .kind == "breath_in" then
        . as $in
        | if any($holds[]; .at_s <= $in.at_s + 0.001
                 and $in.at_s < .at_s + .duration_s)
          then empty else "breath" end
      else empty end ]
