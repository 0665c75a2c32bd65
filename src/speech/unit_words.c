/* Units as people write them behind a number: the symbols of the Bureau
   international des poids et mesures (SI brochure, 9th edition, 5.4), which
   every language shares, and the abbreviations of each. */

#include "speech/unit_words.h"

const struct speech_unit speech_every_unit[] = {
    {"s", MEASURE_SECOND},      {"sec", MEASURE_SECOND},
    {"min", MEASURE_MINUTE},    {"h", MEASURE_HOUR},
    {"kg", MEASURE_KILOGRAM},   {"g", MEASURE_GRAM},
    {"km", MEASURE_KILOMETRE},  {"m", MEASURE_METRE},
    {"cm", MEASURE_CENTIMETRE}, {"mm", MEASURE_MILLIMETRE},
    {"l", MEASURE_LITRE},       {"lb", MEASURE_POUND},
    {"lbs", MEASURE_POUND},     {"ft", MEASURE_FOOT},
    {"%", MEASURE_PERCENT},     {"°", MEASURE_DEGREE},
    {"°C", MEASURE_CELSIUS},    {"°F", MEASURE_FAHRENHEIT},
    {"℃", MEASURE_CELSIUS},     {NULL, MEASURE_COUNT},
};

const struct speech_unit speech_units_english[] = {
    {"º", MEASURE_DEGREE},       {"secs", MEASURE_SECOND},
    {"mins", MEASURE_MINUTE},    {"hr", MEASURE_HOUR},
    {"hrs", MEASURE_HOUR},       {"kgs", MEASURE_KILOGRAM},
    {"cms", MEASURE_CENTIMETRE}, {"kms", MEASURE_KILOMETRE},
    {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_german[] = {{"sek", MEASURE_SECOND},
                                                  {"std", MEASURE_HOUR},
                                                  {"min", MEASURE_MINUTE},
                                                  {"grad", MEASURE_DEGREE},
                                                  {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_spanish[] = {{"seg", MEASURE_SECOND},
                                                   {"segs", MEASURE_SECOND},
                                                   {"mins", MEASURE_MINUTE},
                                                   {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_french[] = {
    {"sec", MEASURE_SECOND}, {"mn", MEASURE_MINUTE}, {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_hindi[] = {{"मि", MEASURE_MINUTE},
                                                 {"सेकं", MEASURE_SECOND},
                                                 {"किग्रा", MEASURE_KILOGRAM},
                                                 {"सेमी", MEASURE_CENTIMETRE},
                                                 {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_italian[] = {
    {"sec", MEASURE_SECOND}, {"ore", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_portuguese[] = {{"seg", MEASURE_SECOND},
                                                      {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_dutch[] = {
    {"sec", MEASURE_SECOND}, {"u", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_polish[] = {
    {"sek", MEASURE_SECOND}, {"godz", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_russian[] = {
    {"с", MEASURE_SECOND},      {"сек", MEASURE_SECOND},
    {"мин", MEASURE_MINUTE},    {"ч", MEASURE_HOUR},
    {"кг", MEASURE_KILOGRAM},   {"г", MEASURE_GRAM},
    {"см", MEASURE_CENTIMETRE}, {"мм", MEASURE_MILLIMETRE},
    {"м", MEASURE_METRE},       {"км", MEASURE_KILOMETRE},
    {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_ukrainian[] = {
    {"с", MEASURE_SECOND},      {"сек", MEASURE_SECOND},
    {"хв", MEASURE_MINUTE},     {"год", MEASURE_HOUR},
    {"кг", MEASURE_KILOGRAM},   {"г", MEASURE_GRAM},
    {"см", MEASURE_CENTIMETRE}, {"мм", MEASURE_MILLIMETRE},
    {"м", MEASURE_METRE},       {"км", MEASURE_KILOMETRE},
    {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_czech[] = {
    {"hod", MEASURE_HOUR}, {"sek", MEASURE_SECOND}, {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_swedish[] = {
    {"sek", MEASURE_SECOND}, {"tim", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_turkish[] = {{"sn", MEASURE_SECOND},
                                                   {"dk", MEASURE_MINUTE},
                                                   {"sa", MEASURE_HOUR},
                                                   {NULL, MEASURE_COUNT}};

const struct speech_unit speech_units_japanese[] = {
    {"秒", MEASURE_SECOND},   {"びょう", MEASURE_SECOND},
    {"分", MEASURE_MINUTE},   {"ふん", MEASURE_MINUTE},
    {"ぷん", MEASURE_MINUTE}, {"時間", MEASURE_HOUR},
    {"じかん", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};
