/* The tables of every language.

   Sources: abbreviations and list patterns of CLDR 42 (common/segments,
   common/main), the Bureau international des poids et mesures for symbols of
   units (SI brochure, 9th edition, 5.4), Duden's rules D 1 to D 5 for full
   stops in German, and for the others the style guides of the European Union
   (publications.europa.eu, Interinstitutional style guide, 10.1 to 10.6). */

#include "speech/languages.h"

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

/* --- English --- */

static const char *const english_short[] = {
    "mr",     "mrs", "ms",  "dr", "prof", "st", "vs",
    "approx", "e.g", "i.e", "cf", "jr",   "sr", NULL};
static const char *const english_before_figures[] = {"no", "nos", "fig", "p",
                                                     "pp", "vol", NULL};
static const struct speech_unit english_units[] = {
    {"secs", MEASURE_SECOND},   {"mins", MEASURE_MINUTE},
    {"hr", MEASURE_HOUR},       {"hrs", MEASURE_HOUR},
    {"kgs", MEASURE_KILOGRAM},  {"cms", MEASURE_CENTIMETRE},
    {"kms", MEASURE_KILOMETRE}, {NULL, MEASURE_COUNT}};
static const struct speech_word english_words[] = {
    {"i.e.", "that is"}, {"approx.", "about"}, {"vs.", "versus"},
    {"w/", "with"},      {"w/o", "without"},   {NULL, NULL}};
/* The Sanskrit names follow the vowels of Monier-Williams' dictionary; psoas
   is that of the Oxford English Dictionary. */
static const struct speech_word english_lexicon[] = {
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

/* --- German --- */

static const char *const german_short[] = {
    "z",   "z.b", "bzw", "ca",   "usw", "d",   "d.h", "u",    "u.a", "evtl",
    "ggf", "hr",  "fr",  "inkl", "sog", "vgl", "dr",  "prof", "st",  NULL};
static const char *const german_before_figures[] = {"nr",  "abb", "s", "max",
                                                    "min", "bd",  NULL};
static const char *const german_oblique_after[] = {
    "am",       "im",      "zum",     "zur",     "vom",     "beim",
    "dem",      "den",     "des",     "einem",   "einer",   "in der",
    "an der",   "auf der", "mit der", "von der", "aus der", "bei der",
    "nach der", "zu der",  "vor der", NULL};
static const char *const german_numbered[] = {
    "schritt", "runde", "seite", "teil", "nummer", "übung", "phase", "satz",
    "punkt",   "bis",   "auf",   "von",  "und",    "oder",  NULL};
static const struct speech_unit german_units[] = {{"sek", MEASURE_SECOND},
                                                  {"std", MEASURE_HOUR},
                                                  {"min", MEASURE_MINUTE},
                                                  {"grad", MEASURE_DEGREE},
                                                  {NULL, MEASURE_COUNT}};
static const struct speech_word german_words[] = {
    {"z.b.", "zum Beispiel"},    {"z. b.", "zum Beispiel"},
    {"d.h.", "das heißt"},       {"d. h.", "das heißt"},
    {"bzw.", "beziehungsweise"}, {"ca.", "ungefähr"},
    {"usw.", "und so weiter"},   {"evtl.", "eventuell"},
    {"ggf.", "gegebenenfalls"},  {"wdh.", "Wiederholungen"},
    {"wdh", "Wiederholungen"},   {"inkl.", "inklusive"},
    {"u.a.", "unter anderem"},   {NULL, NULL}};

/* --- Spanish --- */

static const char *const spanish_short[] = {"sr",    "sra", "srta",  "dr",
                                            "dra",   "ud",  "uds",   "p.ej",
                                            "p. ej", "p",   "aprox", NULL};
static const char *const spanish_before_figures[] = {"núm", "pág", "n", "fig",
                                                     NULL};
static const struct speech_unit spanish_units[] = {{"seg", MEASURE_SECOND},
                                                   {"segs", MEASURE_SECOND},
                                                   {"mins", MEASURE_MINUTE},
                                                   {NULL, MEASURE_COUNT}};
static const struct speech_word spanish_words[] = {
    {"p. ej.", "por ejemplo"}, {"p.ej.", "por ejemplo"},
    {"aprox.", "más o menos"}, {"reps", "repeticiones"},
    {"reps.", "repeticiones"}, {NULL, NULL}};
static const struct speech_word spanish_lexicon[] = {{"psoas", "soas"},
                                                     {NULL, NULL}};

/* --- French --- */

static const char *const french_short[] = {
    "m", "mm", "mme", "mlle", "dr", "env", "p.ex", "c.-à-d", "cf", NULL};
static const char *const french_before_figures[] = {"n", "p", "max", "fig",
                                                    NULL};
static const struct speech_unit french_units[] = {
    {"sec", MEASURE_SECOND}, {"mn", MEASURE_MINUTE}, {NULL, MEASURE_COUNT}};
static const struct speech_word french_words[] = {
    {"p. ex.", "par exemple"},   {"p.ex.", "par exemple"},
    {"c.-à-d.", "c'est-à-dire"}, {"env.", "environ"},
    {"rép.", "répétitions"},     {NULL, NULL}};
static const struct speech_word french_lexicon[] = {{"psoas", "psoasse"},
                                                    {NULL, NULL}};

/* --- Hindi --- */

/* Marks take no column in an editor, but in a count. */
/* clang-format off */
static const char *const hindi_short[] = {
    "डॉ", "श्री", "प्रो", "मि", "सेकं", NULL};
/* clang-format on */
static const struct speech_unit hindi_units[] = {{"मि", MEASURE_MINUTE},
                                                 {"सेकं", MEASURE_SECOND},
                                                 {"किग्रा", MEASURE_KILOGRAM},
                                                 {"सेमी", MEASURE_CENTIMETRE},
                                                 {NULL, MEASURE_COUNT}};

/* --- Italian, Portuguese, Dutch --- */

static const char *const italian_short[] = {"sig", "sigra", "dott", "es",
                                            "ca",  "ecc",   NULL};
static const char *const italian_before_figures[] = {"n", "pag", "fig", NULL};
static const struct speech_unit italian_units[] = {
    {"sec", MEASURE_SECOND}, {"ore", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};
static const struct speech_word italian_words[] = {
    {"es.", "esempio"}, {"ecc.", "eccetera"}, {"ca.", "circa"}, {NULL, NULL}};
static const char *const portuguese_short[] = {"sr",    "sra", "dr", "dra",
                                               "aprox", "ex",  NULL};
static const char *const portuguese_before_figures[] = {"n", "pág", "fig",
                                                        NULL};
static const struct speech_unit portuguese_units[] = {{"seg", MEASURE_SECOND},
                                                      {NULL, MEASURE_COUNT}};
static const struct speech_word portuguese_words[] = {
    {"p. ex.", "por exemplo"}, {"aprox.", "mais ou menos"}, {NULL, NULL}};
static const char *const dutch_short[] = {"dhr", "mevr",  "dr",  "bijv", "bv",
                                          "ca",  "d.w.z", "evt", NULL};
static const char *const dutch_before_figures[] = {"nr", "blz", "fig", NULL};
static const struct speech_unit dutch_units[] = {
    {"sec", MEASURE_SECOND}, {"u", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};
static const struct speech_word dutch_words[] = {{"bijv.", "bijvoorbeeld"},
                                                 {"bv.", "bijvoorbeeld"},
                                                 {"ca.", "ongeveer"},
                                                 {"d.w.z.", "dat wil zeggen"},
                                                 {NULL, NULL}};

/* --- Polish, Russian, Ukrainian, Czech --- */

static const char *const polish_short[] = {"np",  "dr",   "prof", "ok",
                                           "tzn", "m.in", NULL};
static const char *const polish_before_figures[] = {"nr", "str", "rys", NULL};
static const char *const polish_numbered[] = {
    "krok", "runda", "strona", "część", "numer", "do", "i", NULL};
static const struct speech_unit polish_units[] = {
    {"sek", MEASURE_SECOND}, {"godz", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};
static const struct speech_word polish_words[] = {{"np.", "na przykład"},
                                                  {"ok.", "około"},
                                                  {"tzn.", "to znaczy"},
                                                  {NULL, NULL}};
static const char *const russian_short[] = {"т.е",  "т. е", "т.д",
                                            "т. д", "напр", NULL};
static const char *const russian_before_figures[] = {"рис", "стр", NULL};
static const struct speech_unit russian_units[] = {
    {"с", MEASURE_SECOND},      {"сек", MEASURE_SECOND},
    {"мин", MEASURE_MINUTE},    {"ч", MEASURE_HOUR},
    {"кг", MEASURE_KILOGRAM},   {"г", MEASURE_GRAM},
    {"см", MEASURE_CENTIMETRE}, {"мм", MEASURE_MILLIMETRE},
    {"м", MEASURE_METRE},       {"км", MEASURE_KILOMETRE},
    {NULL, MEASURE_COUNT}};
static const struct speech_word russian_words[] = {{"т.е.", "то есть"},
                                                   {"т. е.", "то есть"},
                                                   {"напр.", "например"},
                                                   {NULL, NULL}};
static const char *const ukrainian_short[] = {"напр", "т.зв", NULL};
static const char *const ukrainian_before_figures[] = {"рис", "стор", NULL};
static const struct speech_unit ukrainian_units[] = {
    {"с", MEASURE_SECOND},      {"сек", MEASURE_SECOND},
    {"хв", MEASURE_MINUTE},     {"год", MEASURE_HOUR},
    {"кг", MEASURE_KILOGRAM},   {"г", MEASURE_GRAM},
    {"см", MEASURE_CENTIMETRE}, {"мм", MEASURE_MILLIMETRE},
    {"м", MEASURE_METRE},       {"км", MEASURE_KILOMETRE},
    {NULL, MEASURE_COUNT}};
static const struct speech_word ukrainian_words[] = {{"напр.", "наприклад"},
                                                     {NULL, NULL}};
static const char *const czech_short[] = {"např", "dr",  "tzn",
                                          "tj",   "atd", NULL};
static const char *const czech_before_figures[] = {"č", "str", "obr", NULL};
static const char *const czech_numbered[] = {"krok",  "kolo", "strana", "část",
                                             "číslo", "do",   "a",      NULL};
static const struct speech_unit czech_units[] = {
    {"hod", MEASURE_HOUR}, {"sek", MEASURE_SECOND}, {NULL, MEASURE_COUNT}};
static const struct speech_word czech_words[] = {{"např.", "například"},
                                                 {"tzn.", "to znamená"},
                                                 {"tj.", "to jest"},
                                                 {NULL, NULL}};

/* --- Swedish, Turkish, Japanese --- */

static const char *const swedish_short[] = {"t.ex",  "bl.a", "ca",
                                            "d.v.s", "dr",   NULL};
static const char *const swedish_before_figures[] = {"nr", "sid", NULL};
static const char *const swedish_numbered[] = {
    "steg", "varv", "sida", "del", "nummer", "omgång", "till", "och", NULL};
static const struct speech_unit swedish_units[] = {
    {"sek", MEASURE_SECOND}, {"tim", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};
static const struct speech_word swedish_words[] = {{"t.ex.", "till exempel"},
                                                   {"ca.", "ungefär"},
                                                   {"d.v.s.", "det vill säga"},
                                                   {NULL, NULL}};
static const char *const turkish_short[] = {"dr", "prof", "vb", "örn", NULL};
static const char *const turkish_before_figures[] = {"no", NULL};
static const char *const turkish_numbered[] = {"adım",  "tur",    "sayfa",
                                               "bölüm", "numara", NULL};
static const struct speech_unit turkish_units[] = {{"sn", MEASURE_SECOND},
                                                   {"dk", MEASURE_MINUTE},
                                                   {"sa", MEASURE_HOUR},
                                                   {NULL, MEASURE_COUNT}};
static const struct speech_word turkish_words[] = {
    {"örn.", "örneğin"}, {"vb.", "ve benzeri"}, {NULL, NULL}};
static const struct speech_unit japanese_units[] = {
    {"秒", MEASURE_SECOND},   {"びょう", MEASURE_SECOND},
    {"分", MEASURE_MINUTE},   {"ふん", MEASURE_MINUTE},
    {"ぷん", MEASURE_MINUTE}, {"時間", MEASURE_HOUR},
    {"じかん", MEASURE_HOUR}, {NULL, MEASURE_COUNT}};

const struct speech_rules speech_languages[] = {
    {.language = "en",
     .to = "to",
     .by = "times",
     .times = "times",
     .half = "half",
     .third = "a third",
     .quarter = "a quarter",
     .three_quarters = "three quarters",
     .and_half = "and a half",
     .short_words = english_short,
     .short_before_figures = english_before_figures,
     .units = english_units,
     .words = english_words,
     .lexicon = english_lexicon},
    {.language = "de",
     .numbered = german_numbered,
     .to = "bis",
     .by = "mal",
     .times = "mal",
     .half = "halbe",
     .third = "ein Drittel",
     .quarter = "ein Viertel",
     .three_quarters = "drei Viertel",
     .and_half = "einhalb",
     .ordinal_points = true,
     .ordinal = "%spellout-ordinal",
     .oblique_after = german_oblique_after,
     .oblique = "%spellout-ordinal-n",
     .short_words = german_short,
     .short_before_figures = german_before_figures,
     .units = german_units,
     .words = german_words},
    {.language = "es",
     .to = "a",
     .by = "por",
     .times = "veces",
     .half = "medio",
     .third = "un tercio",
     .quarter = "un cuarto",
     .three_quarters = "tres cuartos",
     .and_half = "y medio",
     .short_words = spanish_short,
     .short_before_figures = spanish_before_figures,
     .units = spanish_units,
     .words = spanish_words,
     .lexicon = spanish_lexicon},
    {.language = "fr",
     .to = "à",
     .by = "fois",
     .times = "fois",
     .half = "un demi",
     .third = "un tiers",
     .quarter = "un quart",
     .three_quarters = "trois quarts",
     .and_half = "et demi",
     .short_words = french_short,
     .short_before_figures = french_before_figures,
     .units = french_units,
     .words = french_words,
     .lexicon = french_lexicon},
    {.language = "hi",
     .to = "से",
     .by = "गुणा",
     .times = "बार",
     .half = "आधा",
     .third = "एक तिहाई",
     .quarter = "चौथाई",
     .three_quarters = "तीन चौथाई",
     .and_half = "और आधा",
     .short_words = hindi_short,
     .units = hindi_units},
    {.language = "it",
     .to = "a",
     .by = "per",
     .times = "volte",
     .half = "mezzo",
     .third = "un terzo",
     .quarter = "un quarto",
     .three_quarters = "tre quarti",
     .and_half = "e mezzo",
     .short_words = italian_short,
     .short_before_figures = italian_before_figures,
     .units = italian_units,
     .words = italian_words},
    {.language = "pt",
     .to = "a",
     .by = "vezes",
     .times = "vezes",
     .half = "meio",
     .third = "um terço",
     .quarter = "um quarto",
     .three_quarters = "três quartos",
     .and_half = "e meio",
     .short_words = portuguese_short,
     .short_before_figures = portuguese_before_figures,
     .units = portuguese_units,
     .words = portuguese_words},
    {.language = "nl",
     .to = "tot",
     .by = "keer",
     .times = "keer",
     .half = "een halve",
     .third = "een derde",
     .quarter = "een kwart",
     .three_quarters = "drie kwart",
     .and_half = "en een half",
     .short_words = dutch_short,
     .short_before_figures = dutch_before_figures,
     .units = dutch_units,
     .words = dutch_words},
    {.language = "pl",
     .numbered = polish_numbered,
     .to = "do",
     .by = "razy",
     .times = "razy",
     .half = "pół",
     .third = "jedna trzecia",
     .quarter = "jedna czwarta",
     .three_quarters = "trzy czwarte",
     .and_half = "i pół",
     .ordinal_points = true,
     .short_words = polish_short,
     .short_before_figures = polish_before_figures,
     .units = polish_units,
     .words = polish_words},
    {.language = "ru",
     .to = "до",
     .by = "по",
     .times = "раза",
     .half = "половина",
     .third = "одна треть",
     .quarter = "одна четверть",
     .three_quarters = "три четверти",
     .and_half = "с половиной",
     .short_words = russian_short,
     .short_before_figures = russian_before_figures,
     .units = russian_units,
     .words = russian_words},
    {.language = "uk",
     .to = "до",
     .by = "по",
     .times = "рази",
     .half = "половина",
     .third = "одна третина",
     .quarter = "одна чверть",
     .three_quarters = "три чверті",
     .and_half = "з половиною",
     .short_words = ukrainian_short,
     .short_before_figures = ukrainian_before_figures,
     .units = ukrainian_units,
     .words = ukrainian_words},
    {.language = "sv",
     .numbered = swedish_numbered,
     .to = "till",
     .by = "gånger",
     .times = "gånger",
     .half = "en halv",
     .third = "en tredjedel",
     .quarter = "en fjärdedel",
     .three_quarters = "tre fjärdedelar",
     .and_half = "och en halv",
     .ordinal_points = true,
     .ordinal = "%spellout-ordinal-reale",
     .short_words = swedish_short,
     .short_before_figures = swedish_before_figures,
     .units = swedish_units,
     .words = swedish_words},
    {.language = "cs",
     .numbered = czech_numbered,
     .to = "až",
     .by = "krát",
     .times = "krát",
     .half = "půl",
     .third = "jedna třetina",
     .quarter = "čtvrt",
     .three_quarters = "tři čtvrtě",
     .and_half = "a půl",
     .ordinal_points = true,
     .short_words = czech_short,
     .short_before_figures = czech_before_figures,
     .units = czech_units,
     .words = czech_words},
    {.language = "tr",
     .numbered = turkish_numbered,
     .to = "ila",
     .by = "çarpı",
     .times = "kez",
     .half = "yarım",
     .third = "üçte bir",
     .quarter = "çeyrek",
     .three_quarters = "dörtte üç",
     .and_half = "buçuk",
     .ordinal_points = true,
     .ordinal = "%spellout-ordinal",
     .short_words = turkish_short,
     .short_before_figures = turkish_before_figures,
     .units = turkish_units,
     .words = turkish_words},
    {.language = "ja",
     .to = "から",
     .by = "かける",
     .times = "かい",
     .half = "はんぶん",
     .third = "さんぶんのいち",
     .quarter = "よんぶんのいち",
     .three_quarters = "よんぶんのさん",
     .and_half = "はん",
     .units = japanese_units},
    /* Languages with ordinals in figures and a point, and no table yet. */
    {.language = "da", .ordinal_points = true},
    {.language = "nb", .ordinal_points = true},
    {.language = "no", .ordinal_points = true},
    {.language = "nn", .ordinal_points = true},
    {.language = "is", .ordinal_points = true},
    {.language = "fi", .ordinal_points = true},
    {.language = "et", .ordinal_points = true},
    {.language = "lv", .ordinal_points = true},
    {.language = "hu", .ordinal_points = true},
    {.language = "sk", .ordinal_points = true},
    {.language = "sl", .ordinal_points = true},
    {.language = "hr", .ordinal_points = true},
    {.language = "sr", .ordinal_points = true},
    {.language = "bs", .ordinal_points = true},
    {.language = "lb", .ordinal_points = true},
    {.language = ""},
};
