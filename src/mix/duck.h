/* How beds make room for speech. The ramp ends before the first phoneme, since
   the timetable is known; what follows within the whole envelope's length
   does not let it come up. */

#ifndef SUPINE_MIX_DUCK_H
#define SUPINE_MIX_DUCK_H

#define DUCK_DB (-12.0f)
#define DUCK_AHEAD_S 0.01f /* the ramp is over so long before the phoneme */
#define DUCK_ATTACK_S 0.2f
#define DUCK_HOLD_S 0.5f
#define DUCK_RELEASE_S 1.0f

#endif
