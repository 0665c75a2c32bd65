/* What stands in the headers of files as people have them and misleads the
   decoder: sizes that a recorder never came back to fill in, tags in front. */

#ifndef SUPINE_SOUND_AMEND_H
#define SUPINE_SOUND_AMEND_H

#include "sound/view.h"

/* Puts it right in a view of a whole file. Headers are not trusted: whatever
   stands there, this ends soon. Sources: the Multimedia Programming Interface
   of 1991 (RIFF), EBU Tech 3306 (RF64), ITU-R BS.2088 (BW64), Sony's Wave64,
   ID3v2.4.

   - An ID3v2 tag in front is left out, of any kind of file.
   - The sound of a WAV, RF64, BW64 or W64 whose data size is nought goes to
     the end of the file, unless other chunks follow up to there.
   - BW64 is called RF64, of which it is a variety.
   - The extensible format of a W64 is replaced by the one it stands for:
     libsndfile 1.2.2 takes floats there for whole numbers. */
void amend_header(struct view *view);

/* Has a file begin as MP3 files do. libmpg123 passes over whatever stands in
   front of the sound, but libsndfile asks it only about files that begin so. */
void amend_as_mp3(struct view *view);

#endif
