# Every statement of the language, spoken by eSpeak NG.

load helper
bats_require_minimum_version 1.5.0

# plan NAME [OPTION...]: the timetable as plan.json.
plan() {
  "$SUPINE" plan "$1.routine" "${@:2}" --json >plan.json
}

# has FILTER: the timetable answers true.
has() {
  jq -e "def of(k): [.events[] | select(.kind == k)];
    def near(a; b): (a - b) | fabs < 0.00002; $1" plan.json >/dev/null ||
    { echo "not so: $1"; jq -c '.events[]' plan.json; return 1; }
}

@test "say, explain, pause, hold and rest" {
  routine speech <<'ROUTINE'
title Speech
language en-gb
step One
repeat 2 times
  explain Lie down.
  say Breathe in. Breathe out.
  pause 2.5 seconds
end repeat
hold 25 seconds
rest 20 seconds
step Two
hold 3 breaths without cues
ROUTINE
  plan speech
  has '(of("explain") | length) == 1 and (of("say") | length) == 4'
  has '[of("say")[] | .duration_s > 0.3 and .duration_s < 2] | all'
  has 'of("say") | near(.[1].at_s - .[0].at_s - .[0].duration_s; 1)'
  has '(of("pause") | map(.duration_s)) == [4, 2.5, 2.5]'
  has '(of("hold") | map(.duration_s)) == [25, 30]'
  has '.events as $all | of("hold")[0].at_s as $t | of("count") |
    map(.at_s - $t) | near(.[0]; 22) and near(.[1]; 23) and near(.[2]; 24)'
  has 'near(of("cue")[0].at_s - of("hold")[0].at_s; 12.5)'
  has 'of("rest")[0] | .duration_s == 20'
  has '[of("announce")[].text] | index("Rest.") and index("Next: Two.")'
}

@test "during and within" {
  routine spans <<'ROUTINE'
title Spans
during 1 minute
  breathe in 4 out 6
  at 12.25 seconds say Let your jaw soften.
  at halfway say Nothing to do.
  every 25 seconds chime
  5 seconds before the end say Nearly there.
end during
within 10 seconds
  say Lift.
end within
within 1 second
  say This sentence takes a good deal longer than a second.
end within
ROUTINE
  plan spans
  has '[of("hold")[].duration_s] | .[0] == 60 and .[1] == 10 and .[2] > 1.5'
  has '[.warnings[].line] == [12]'
  has 'of("hold")[0].at_s as $t | [of("cue")[] | select(.line != 3)] |
    map(.at_s - $t) | near(.[0]; 12.25) and near(.[1]; 30) and near(.[2]; 55)'
  has '(of("breath_in") | length) == 6 and (of("breath_out") | length) == 6'
  has 'of("breath_in") | near(.[5].at_s - .[0].at_s; 50)'
}

@test "one second is not called seconds" {
  printf 'breathe in 4 hold 1 out 6 for 1 breath\n' | routine still
  run -0 "$SUPINE" plan still.routine
  [[ $output == *"breath held, 1 second"$'\n'* ]]
  [[ $output == *"breath in, 4 seconds"$'\n'* ]]
}

@test "count, reps, move and breathe" {
  routine rhythm <<'ROUTINE'
title Rhythm
count 5 every 1.5 seconds
reps 4, alternating sides
  move Lift the @side leg for 3 seconds
  move Lower for 2 seconds
end reps
breathe in 4 hold 2 out 6 hold 1 for 30 seconds
ROUTINE
  plan rhythm
  has '[of("count")[] | select(.line == 2)] | length == 5 and
    near(.[4].at_s - .[0].at_s; 6)'
  has '[of("count")[] | select(.line == 4)] |
    map(.side) == ["left", "right", "left", "right"] and
    near(.[3].at_s + .[3].duration_s - .[0].at_s - .[0].duration_s; 15)'
  has '[of("move")[].text] | .[0] == "Lift the left leg" and .[1] == "Lower"
    and .[2] == "Lift the right leg"'
  has '(of("breath_in") | length) == 3 and (of("breath_hold") | length) == 6'
  has '[of("breath_hold")[].duration_s] == [2, 1, 2, 1, 2, 1]'
}

@test "what comes over and over is told by number and tone" {
  routine less <<'ROUTINE'
title Less
reps 6, alternating sides
  move @side knee up for 3 seconds
  move Stay for 2 seconds
  move And back for 3 seconds
end reps
ROUTINE
  plan less
  has '[of("move")[] | select(.spoken == "")] | map(.text) ==
    ["Stay", "And back"] and all(.duration_s < 0.5)'
  has '[of("move")[] | select(.text == "right knee up")] | map(.spoken) ==
    [null, "right", null] and .[1].duration_s < .[0].duration_s'
  # A number ends before its first move begins, and all moves keep their time.
  has '[of("count")[] | .at_s + .duration_s] as $ends |
    [of("move")[] | select(.line == 3).at_s] as $starts |
    all(range(6); near($starts[.] - $ends[.]; 0.15) and
      near($starts[.] - $starts[0]; 8 * .))'
  run -0 "$SUPINE" plan less.routine
  [[ $output == *" move as a tone, right side: Stay"$'\n'* ]]
  "$SUPINE" plan --full --json less.routine >plan.json
  has 'of("move") | length == 18 and all(has("spoken") | not)'
  "$SUPINE" plan --brief --json less.routine >plan.json
  has '[of("move")[] | select(.line == 5) | .spoken] ==
    [null, "", "", "", "", null]'
  "$SUPINE" render less.routine -o less.wav --captions less.srt
  [ "$(grep -c '^And back$' less.srt)" = 6 ]
}

@test "a count of ten has a calm pace" {
  echo 'count 10 every 3 seconds' | routine long
  echo 'count 9 every 3 seconds' | routine short
  plan short
  usual=$(jq '[.events[] | select(.kind == "count")][4].duration_s' plan.json)
  plan long
  has "of(\"count\")[4].duration_s / $usual | . > 1.06 and . < 1.2"
  # Where there is no time for that, its own is.
  echo "count 10 every $usual seconds" | routine tight
  plan tight
  has "near(of(\"count\")[4].duration_s; $usual)"
}

@test "each side, repeat, exercise, do, step and when" {
  routine flow <<'ROUTINE'
title Flow
value length 10 seconds, from 5 to 20 seconds
value pace slow or brisk
exercise knee to chest
  say Draw your @side knee in, not the @other side one.
  hold @length
end exercise
each side
  do knee to chest with length 7 seconds
end each side
step Rounds
repeat 2 times
  say Round @round.
end repeat
when pace is brisk
  pause 3 seconds
otherwise
  pause 6 seconds
end when
ROUTINE
  plan flow
  has '[.steps[] | [.name, .side]] == [["Knee to chest", "left"],
    ["Knee to chest", "right"], ["Rounds", null]]'
  has '[of("hold")[] | [.duration_s, .side]] == [[7, "left"], [7, "right"]]'
  has '[of("say")[].text] == ["Draw your left knee in, not the right one.",
    "Draw your right knee in, not the left one.", "Round 1.", "Round 2."]'
  has '[of("pause")[].duration_s] == [4, 5, 6]'
  plan flow --set pace=brisk
  has '[of("pause")[].duration_s] == [4, 5, 3]'
}

@test "wait, chime, sound and background" {
  routine sounds <<'ROUTINE'
title Sounds
background brown noise quiet
wait for me
wait for me, at most 1 minute
chime
sound tick
background off
say Done.
ROUTINE
  plan sounds
  has '.waits == 2 and .waits_s == 70'
  has '[of("background")[].text] == ["brown noise", "off"]'
  has 'of("background")[0].duration_s > 70 and of("background")[1].duration_s == 0'
  has '(of("sound") | length) == 1 and of("sound")[0].duration_s < 0.3'
}

@test "language, voice, speed, pitch, volume and pronounce" {
  routine voices <<'ROUTINE'
title Voices
language en-gb
pronounce psoas as so-as
exercise quick
  speed 300
  pitch 70
  volume 80
  voice plain
  say The muscle called psoas lies deep.
end exercise
say The muscle called psoas lies deep.
do quick
say The muscle called psoas lies deep.
ROUTINE
  plan voices
  has 'of("say") | .[0].duration_s == .[2].duration_s and
    .[1].duration_s < 0.7 * .[0].duration_s'
  has '[of("say")[].text] | all(. == "The muscle called psoas lies deep.")'
  plan voices --speed 100
  has 'of("say") | .[0].duration_s > 2'
}

@test "halving the speed of speech changes speech alone" {
  routine pace <<'ROUTINE'
title Pace
say Lie on your back, and let the floor carry you.
hold 30 seconds with halfway and countdown from 5
pause 7 seconds
ROUTINE
  plan pace --speed 240
  quick=$(jq '[.events[] | select(.kind | IN("hold", "pause")) | .duration_s]' \
    plan.json)
  has '.duration_s < 62'
  plan pace --speed 120
  slow=$(jq '[.events[] | select(.kind | IN("hold", "pause")) | .duration_s]' \
    plan.json)
  [ "$quick" = "$slow" ]
}

@test "fitting meets its length, and else tells what it can do" {
  for minutes in 15 18 24; do
    "$SUPINE" plan constructive-rest --fit "$minutes minutes" --json >plan.json
    has "(.duration_s - $minutes * 60) | fabs <= 1"
  done
  run -2 --separate-stderr "$SUPINE" plan constructive-rest --fit "2 minutes"
  [[ $stderr == *"can last from "*" to "* ]]
}

@test "what is described stands apart from the timetable" {
  routine bridge <<'ROUTINE'
step Bridge
say Lift your hips.
describe
  You feel it behind. It is easier
  if you lift less.
end describe
hold 10 seconds
ROUTINE
  sed '/^describe/,/^end/d' bridge.routine >plain.routine
  plan plain
  cp plan.json plain.json
  plan bridge
  has '.descriptions == [{step: 1, line: 3, file: "bridge.routine",
    text: "You feel it behind. It is easier if you lift less."}]'
  diff <(jq '[.duration_s, [.events[] | del(.line, .file)]]' plan.json) \
    <(jq '[.duration_s, [.events[] | del(.line, .file)]]' plain.json)
  run -0 "$SUPINE" plan bridge.routine
  [ "${lines[-2]}" = "Told only to a listener who asks for more:" ]
  [ "${lines[-1]}" = \
    "step 1 of 1: You feel it behind. It is easier if you lift less." ]
}
