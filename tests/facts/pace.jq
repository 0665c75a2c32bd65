# Moves that are to be slow, and have less than four seconds for it.

(input_filename | sub(".*/"; "") | sub("\\.json$"; "")) as $name
| [.events[] | select(.kind == ("move", "pause", "say")) | .at_s] as $starts
| .events[] | select(.kind == "move" and (.text | test("\\bslowly\\b")))
| .at_s as $at
| ([$starts[] | select(. > $at + 0.001)] | min) as $next
| select($next - $at < 3.99)
| "\($name): \($next - $at) seconds for: " + .text
