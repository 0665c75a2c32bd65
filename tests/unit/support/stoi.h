/* Short-time objective intelligibility: C. H. Taal, R. C. Hendriks, R.
   Heusdens, J. Jensen, An Algorithm for Intelligibility Prediction of
   Time-Frequency Weighted Noisy Speech, IEEE Transactions on Audio, Speech, and
   Language Processing 19(7), 2011. */

#ifndef SUPINE_TESTS_STOI_H
#define SUPINE_TESTS_STOI_H

#include <stdint.h>

/* How well `heard` can be understood by someone who would understand `clear`,
   both mono at FRAME_RATE and aligned: about 0 for nothing, 1 for all of it.
   NAN when less than the 0.4 s that the method looks at is not silent. */
double stoi(const float *clear, const float *heard, int64_t frames);

#endif
