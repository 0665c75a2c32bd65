# Writes "3 x hold 30, move 2; wait 5" out in full, as doing.jq tells it.

def trimmed: sub("^ +"; "") | sub(" +$"; "");

def items: split(",") | map(trimmed);

def group:
  capture("^(?<times>[0-9]+) x (?<what>.*)$") // {times: "1", what: .}
  | (.what | items) as $items
  | [range(.times | tonumber) | $items[]];

split(";") | map(trimmed | group) | add
