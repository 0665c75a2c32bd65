# What is wrong with timetables for somebody who only hears them, one line each.
# $words: a list of the words that need eyes. $meant: a list of the routines
# that are meant to be silent for long.

def spoken: [.events[] | select(.kind == ("say", "explain", "announce", "cue",
                                          "count", "move"))];

def sounding: [.events[] | select(.kind as $kind
  | ["hold", "rest", "pause", "wait", "background"] | index($kind) | not)];

# An instruction to move begins with one of these, or with a lead-in before it;
# what begins with "if" is advice for those who need it.
def movements: "lie|bend|slide|reach|put|place|set|roll|press|push|pull|draw"
  + "|bring|step|take|lower|lift|straighten|stretch|squeeze|tip|shift|turn"
  + "|come|sit|stand|kneel|swing|tuck|lean|fold|prop|move|rise|walk|raise|drop"
  + "|cross|spread|curl|grasp|firm|lay|sweep|rest|hold|find|get";

def moves: .text | ascii_downcase
  | test("^((now|and|then|next)[, ]+|(with|as|when) [^,]*, )?("
         + movements + ")\\b(?! space)");

def too_long:
  .events[] | select(.kind != "chime" and .kind != "sound")
  | select((.text | split(" ") | length) >= 25)
  | "too long a sentence: " + .text;

def for_the_eye:
  .events[] | select(.kind != "chime" and .kind != "sound")
  | select([.text | ascii_downcase | scan("[a-z]+")] - $words[0]
           != [.text | ascii_downcase | scan("[a-z]+")])
  | "needs eyes: " + .text;

# Silence between two instructions to move, less what is said in between.
def too_hurried:
  spoken as $spoken
  | [range($spoken | length)
     | select($spoken[.].kind == ("say", "explain", "cue") and ($spoken[.] | moves))]
    as $at
  | range(1; $at | length) as $i
  | $spoken[$at[$i - 1]:$at[$i]] as $between
  | ($spoken[$at[$i]].at_s - $between[0].at_s
     - ([$between[].duration_s] | add)) as $silence
  | select($silence < 3.9)
  | "only \($silence * 10 | round / 10) seconds between: "
    + $between[0].text + " " + $spoken[$at[$i]].text;

def too_silent:
  sounding as $sounding
  | foreach $sounding[] as $next ({ends: 0, silence: 0};
      {silence: ($next.at_s - .ends),
       ends: ([.ends, $next.at_s + $next.duration_s] | max)};
      select(.silence > 90)
      | "silent for \(.silence | round) seconds before: " + $next.text);

def claims_cure:
  .events[] | select(.text | test("\\b(cure|heal|treat|fix|remed)"; "i"))
  | "claims too much: " + .text;

(input_filename | sub(".*/"; "") | sub("\\.json$"; "")) as $name
| ($name | sub(" (with|to) .*"; "")) as $routine
| (too_long, for_the_eye, too_hurried,
   (if $meant[0] | index($routine) then empty else too_silent end), claims_cure)
| $name + ": " + .
