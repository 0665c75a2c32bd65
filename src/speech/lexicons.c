/* Words that a voice says wrong, as they sound. */

#include "speech/lexicons.h"

#include <stddef.h>

/* The Sanskrit names follow the vowels of Monier-Williams' dictionary; psoas
   is that of the Oxford English Dictionary. */
const struct speech_word speech_lexicon_english[] = {
    {"psoas", "sowus"},
    {"iliopsoas", "illio sowus"},
    {"asana", "ah sana"},
    {"asanas", "ah sanas"},
    {"savasana", "sha vah sana"},
    {"shavasana", "sha vah sana"},
    {"balasana", "bah lah sana"},
    {"tadasana", "tah dah sana"},
    {"vrksasana", "vrick shah sana"},
    {"vrikshasana", "vrick shah sana"},
    {"bhujangasana", "boo jan gah sana"},
    {"sukhasana", "sook hah sana"},
    {"navasana", "nah vah sana"},
    {"ustrasana", "oosh trah sana"},
    {"virabhadrasana", "veera bah drah sana"},
    {"uttanasana", "oo tah nah sana"},
    {"trikonasana", "tree koh nah sana"},
    {"pranayama", "prah nah yah ma"},
    {"ujjayi", "oo jie yee"},
    {"anjaneyasana", "an jan eh yah sana"},
    {NULL, NULL}};

const struct speech_word speech_lexicon_german[] = {
    {"vrksasana", "wrikschasana"},
    {"vrikshasana", "wrikschasana"},
    {NULL, NULL}};

const struct speech_word speech_lexicon_spanish[] = {
    {"vrksasana", "vrikshasana"}, {"psoas", "soas"}, {NULL, NULL}};

const struct speech_word speech_lexicon_french[] = {
    {"vrksasana", "vrikchasana"}, {"psoas", "psoasse"}, {NULL, NULL}};

/* The voice spells this word, and no other with its first letter. */
const struct speech_word speech_lexicon_ukrainian[] = {
    {"їх", "йіх"}, {"Їх", "йіх"}, {NULL, NULL}};
