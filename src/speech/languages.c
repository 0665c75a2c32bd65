/* The tables of every language.

   Sources: abbreviations and list patterns of CLDR 42 (common/segments,
   common/main), Duden's rules D 1 to D 5 for full stops in German, and for the
   others the style guides of the European Union (publications.europa.eu,
   Interinstitutional style guide, 10.1 to 10.6). */

#include "speech/languages.h"

#include "speech/lexicons.h"
#include "speech/sign_words.h"
#include "speech/unit_words.h"

/* --- English --- */

static const char *const english_short[] = {
    "mr",   "mrs", "ms",  "dr",  "prof", "st", "vs", "approx",
    "incl", "ea",  "e.g", "i.e", "cf",   "jr", "sr", NULL};
static const char *const english_before_figures[] = {
    "no", "nos", "fig", "p", "pp", "vol", "min", "max", NULL};
static const struct speech_word english_words[] = {{"pp.", "pages"},
                                                   {"i.e.", "that is"},
                                                   {"approx.", "about"},
                                                   {"approx", "about"},
                                                   {"vs.", "versus"},
                                                   {"vs", "versus"},
                                                   {"w/", "with"},
                                                   {"w/o", "without"},
                                                   {"b/c", "because"},
                                                   {"b/w", "between"},
                                                   {"incl.", "including"},
                                                   {"reps.", "reps"},
                                                   {"ea.", "each"},
                                                   {"oz.", "ounces"},
                                                   {"oz", "ounces"},
                                                   {"yds.", "yards"},
                                                   {"yds", "yards"},
                                                   {"yd", "yards"},
                                                   {"deg.", "degrees"},
                                                   {"deg", "degrees"},
                                                   {"rds.", "rounds"},
                                                   {"rds", "rounds"},
                                                   {"hrs", "hours"},
                                                   {"mph", "miles per hour"},
                                                   {"bpm", "beats per minute"},
                                                   {"per min", "per minute"},
                                                   {"per sec", "per second"},
                                                   {"per h", "per hour"},
                                                   {"per hr", "per hour"},
                                                   {"per wk", "per week"},
                                                   {"p.", "page"},
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
static const struct speech_word german_words[] = {{"wdhl.", "Wiederholungen"},
                                                  {"li.", "links"},
                                                  {"re.", "rechts"},
                                                  {"z.b.", "zum Beispiel"},
                                                  {"z. b.", "zum Beispiel"},
                                                  {"d.h.", "das heißt"},
                                                  {"d. h.", "das heißt"},
                                                  {"bzw.", "beziehungsweise"},
                                                  {"ca.", "ungefähr"},
                                                  {"usw.", "und so weiter"},
                                                  {"evtl.", "eventuell"},
                                                  {"ggf.", "gegebenenfalls"},
                                                  {"wdh.", "Wiederholungen"},
                                                  {"wdh", "Wiederholungen"},
                                                  {"inkl.", "inklusive"},
                                                  {"u.a.", "unter anderem"},
                                                  {NULL, NULL}};

/* --- Spanish --- */

static const char *const spanish_short[] = {"sr",    "sra", "srta",  "dr",
                                            "dra",   "ud",  "uds",   "p.ej",
                                            "p. ej", "p",   "aprox", NULL};
static const char *const spanish_before_figures[] = {"núm", "pág", "n", "fig",
                                                     NULL};
static const struct speech_word spanish_words[] = {{"rep.", "repeticiones"},
                                                   {"c/u", "cada uno"},
                                                   {"izq.", "izquierda"},
                                                   {"der.", "derecha"},
                                                   {"máx.", "máximo"},
                                                   {"p. ej.", "por ejemplo"},
                                                   {"p.ej.", "por ejemplo"},
                                                   {"aprox.", "más o menos"},
                                                   {"reps", "repeticiones"},
                                                   {"reps.", "repeticiones"},
                                                   {NULL, NULL}};

/* --- French --- */

static const char *const french_short[] = {
    "m", "mm", "mme", "mlle", "dr", "env", "p.ex", "c.-à-d", "cf", NULL};
static const char *const french_before_figures[] = {"n", "p", "max", "fig",
                                                    NULL};
static const struct speech_word french_words[] = {{"reps", "répétitions"},
                                                  {"max.", "maximum"},
                                                  {"p. ex.", "par exemple"},
                                                  {"p.ex.", "par exemple"},
                                                  {"c.-à-d.", "c'est-à-dire"},
                                                  {"env.", "environ"},
                                                  {"rép.", "répétitions"},
                                                  {"p.", "page"},
                                                  {NULL, NULL}};

static const char *const french_ordinal_endings[] = {"e", "ème", "eme", NULL};

/* --- Hindi --- */

/* Marks take no column in an editor, but in a count. */
/* clang-format off */
static const char *const hindi_short[] = {
    "डॉ", "श्री", "प्रो", "मि", "सेकं", NULL};
/* clang-format on */

/* --- Italian, Portuguese, Dutch --- */

static const char *const italian_short[] = {"sig", "sigra", "dott", "es",
                                            "ca",  "ecc",   NULL};
static const char *const italian_before_figures[] = {"n", "pag", "fig", NULL};
static const struct speech_word italian_words[] = {
    {"rip.", "ripetizioni"}, {"rip", "ripetizioni"}, {"es.", "esempio"},
    {"ecc.", "eccetera"},    {"ca.", "circa"},       {NULL, NULL}};
static const char *const portuguese_short[] = {"sr",    "sra", "dr", "dra",
                                               "aprox", "ex",  NULL};
static const char *const portuguese_before_figures[] = {"n", "pág", "fig",
                                                        NULL};
static const struct speech_word portuguese_words[] = {
    {"reps", "repetições"},
    {"rep.", "repetições"},
    {"p. ex.", "por exemplo"},
    {"aprox.", "mais ou menos"},
    {NULL, NULL}};
static const char *const dutch_short[] = {"dhr", "mevr",  "dr",  "bijv", "bv",
                                          "ca",  "d.w.z", "evt", NULL};
static const char *const dutch_before_figures[] = {"nr", "blz", "fig", NULL};
static const struct speech_word dutch_words[] = {{"dr.", "dokter"},
                                                 {"herh.", "herhalingen"},
                                                 {"bijv.", "bijvoorbeeld"},
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
static const struct speech_word polish_words[] = {{"powt.", "powtórzeń"},
                                                  {"np.", "na przykład"},
                                                  {"ok.", "około"},
                                                  {"tzn.", "to znaczy"},
                                                  {NULL, NULL}};
static const char *const russian_short[] = {"т.е",  "т. е", "т.д",
                                            "т. д", "напр", NULL};
static const char *const russian_before_figures[] = {"рис", "стр", NULL};
static const struct speech_word russian_words[] = {
    {"см.", "смотрите"}, {"См.", "смотрите"},  {"повт.", "повторений"},
    {"т.е.", "то есть"}, {"т. е.", "то есть"}, {"напр.", "например"},
    {NULL, NULL}};
static const char *const ukrainian_short[] = {"напр", "т.зв", NULL};
static const char *const ukrainian_before_figures[] = {"рис", "стор", NULL};
static const struct speech_word ukrainian_words[] = {
    {"повт.", "повторень"}, {"напр.", "наприклад"}, {NULL, NULL}};
static const char *const czech_short[] = {"např", "dr",  "tzn",
                                          "tj",   "atd", NULL};
static const char *const czech_before_figures[] = {"č", "str", "obr", NULL};
static const char *const czech_numbered[] = {"krok",  "kolo", "strana", "část",
                                             "číslo", "do",   "a",      NULL};
static const struct speech_word czech_words[] = {{"opak.", "opakování"},
                                                 {"např.", "například"},
                                                 {"tzn.", "to znamená"},
                                                 {"tj.", "to jest"},
                                                 {NULL, NULL}};

/* --- Swedish, Turkish, Japanese --- */

static const char *const swedish_short[] = {"t.ex",  "bl.a", "ca",
                                            "d.v.s", "dr",   NULL};
static const char *const swedish_before_figures[] = {"nr", "sid", NULL};
static const char *const swedish_numbered[] = {
    "steg", "varv", "sida", "del", "nummer", "omgång", "till", "och", NULL};
static const struct speech_word swedish_words[] = {{"rep.", "repetitioner"},
                                                   {"reps", "repetitioner"},
                                                   {"t.ex.", "till exempel"},
                                                   {"ca.", "ungefär"},
                                                   {"d.v.s.", "det vill säga"},
                                                   {"ca", "ungefär"},
                                                   {NULL, NULL}};
static const char *const turkish_short[] = {"dr", "prof", "vb", "örn", NULL};
static const char *const turkish_before_figures[] = {"no", NULL};
static const char *const turkish_numbered[] = {"adım",  "tur",    "sayfa",
                                               "bölüm", "numara", NULL};
static const struct speech_word turkish_words[] = {{"dr.", "Doktor"},
                                                   {"örn.", "örneğin"},
                                                   {"vb.", "ve benzeri"},
                                                   {NULL, NULL}};

const struct speech_rules speech_languages[] = {
    {.language = "en",
     .to = " to ",
     .by = "times",
     .times = "times",
     .half = "half",
     .third = "a third",
     .two_thirds = "two thirds",
     .quarter = "a quarter",
     .three_quarters = "three quarters",
     .and_half = "and a half",
     .signs = &speech_signs_en,
     .short_words = english_short,
     .short_before_figures = english_before_figures,
     .units = speech_units_english,
     .words = english_words,
     .lexicon = speech_lexicon_english},
    {.language = "de",
     .numbered = german_numbered,
     .to = " bis ",
     .by = "mal",
     .times = "mal",
     .half = "halbe",
     .third = "ein Drittel",
     .two_thirds = "zwei Drittel",
     .quarter = "ein Viertel",
     .three_quarters = "drei Viertel",
     .and_half = "einhalb",
     .one_and_half = "eineinhalb",
     .signs = &speech_signs_de,
     .ordinal_points = true,
     .ordinal = "%spellout-ordinal",
     .oblique_after = german_oblique_after,
     .oblique = "%spellout-ordinal-n",
     .short_words = german_short,
     .short_before_figures = german_before_figures,
     .units = speech_units_german,
     .words = german_words,
     .lexicon = speech_lexicon_german},
    {.language = "es",
     .to = " a ",
     .by = "por",
     .times = "veces",
     .half = "medio",
     .third = "un tercio",
     .two_thirds = "dos tercios",
     .quarter = "un cuarto",
     .three_quarters = "tres cuartos",
     .and_half = "y medio",
     .signs = &speech_signs_es,
     .short_words = spanish_short,
     .short_before_figures = spanish_before_figures,
     .units = speech_units_spanish,
     .words = spanish_words,
     .lexicon = speech_lexicon_spanish},
    {.language = "fr",
     .to = " à ",
     .by = "fois",
     .times = "fois",
     .half = "un demi",
     .third = "un tiers",
     .two_thirds = "deux tiers",
     .quarter = "un quart",
     .three_quarters = "trois quarts",
     .and_half = "et demi",
     .one_and_half = "une et demie",
     .signs = &speech_signs_fr,
     .ordinal = "%spellout-ordinal-masculine",
     .ordinal_endings = french_ordinal_endings,
     .short_words = french_short,
     .short_before_figures = french_before_figures,
     .units = speech_units_french,
     .words = french_words,
     .lexicon = speech_lexicon_french},
    {.language = "hi",
     .to = " से ",
     .by = "गुणा",
     .times = "बार",
     .half = "आधा",
     .third = "एक तिहाई",
     .two_thirds = "दो तिहाई",
     .quarter = "चौथाई",
     .three_quarters = "तीन चौथाई",
     .and_half = "और आधा",
     .one_and_half = "डेढ़",
     .signs = &speech_signs_hi,
     .short_words = hindi_short,
     .units = speech_units_hindi},
    {.language = "it",
     .to = ", ",
     .by = "per",
     .times = "volte",
     .half = "mezzo",
     .third = "un terzo",
     .two_thirds = "due terzi",
     .quarter = "un quarto",
     .three_quarters = "tre quarti",
     .and_half = "e mezzo",
     .signs = &speech_signs_it,
     .short_words = italian_short,
     .short_before_figures = italian_before_figures,
     .units = speech_units_italian,
     .words = italian_words},
    {.language = "pt",
     .to = " a ",
     .by = "vezes",
     .times = "vezes",
     .half = "meio",
     .third = "um terço",
     .two_thirds = "dois terços",
     .quarter = "um quarto",
     .three_quarters = "três quartos",
     .and_half = "e meio",
     .signs = &speech_signs_pt,
     .short_words = portuguese_short,
     .short_before_figures = portuguese_before_figures,
     .units = speech_units_portuguese,
     .words = portuguese_words},
    {.language = "nl",
     .to = " tot ",
     .by = "keer",
     .times = "keer",
     .half = "een halve",
     .third = "een derde",
     .two_thirds = "twee derde",
     .quarter = "een kwart",
     .three_quarters = "drie kwart",
     .and_half = "en een half",
     .one_and_half = "anderhalve",
     .signs = &speech_signs_nl,
     .short_words = dutch_short,
     .short_before_figures = dutch_before_figures,
     .units = speech_units_dutch,
     .words = dutch_words},
    {.language = "pl",
     .numbered = polish_numbered,
     .to = " do ",
     .by = "razy",
     .times = "razy",
     .half = "pół",
     .third = "jedną trzecią",
     .two_thirds = "dwie trzecie",
     .quarter = "jedną czwartą",
     .three_quarters = "trzy czwarte",
     .and_half = "i pół",
     .one_and_half = "półtorej",
     .signs = &speech_signs_pl,
     .ordinal_points = true,
     .short_words = polish_short,
     .short_before_figures = polish_before_figures,
     .units = speech_units_polish,
     .words = polish_words},
    {.language = "ru",
     .to = ", ",
     .by = "по",
     .times = "раза",
     .half = "половину",
     .third = "одну треть",
     .two_thirds = "две трети",
     .quarter = "одну четверть",
     .three_quarters = "три четверти",
     .and_half = "с половиной",
     .one_and_half = "полторы",
     .signs = &speech_signs_ru,
     .short_words = russian_short,
     .short_before_figures = russian_before_figures,
     .units = speech_units_russian,
     .words = russian_words},
    {.language = "uk",
     .to = ", ",
     .by = "по",
     .times = "рази",
     .half = "половину",
     .third = "одну третину",
     .two_thirds = "дві третини",
     .quarter = "одну чверть",
     .three_quarters = "три чверті",
     .and_half = "з половиною",
     .one_and_half = "півтори",
     .signs = &speech_signs_uk,
     .short_words = ukrainian_short,
     .short_before_figures = ukrainian_before_figures,
     .units = speech_units_ukrainian,
     .words = ukrainian_words,
     .lexicon = speech_lexicon_ukrainian},
    {.language = "sv",
     .numbered = swedish_numbered,
     .to = " till ",
     .by = "gånger",
     .times = "gånger",
     .half = "en halv",
     .third = "en tredjedel",
     .two_thirds = "två tredjedelar",
     .quarter = "en fjärdedel",
     .three_quarters = "tre fjärdedelar",
     .and_half = "och en halv",
     .one_and_half = "en och en halv",
     .signs = &speech_signs_sv,
     .ordinal_points = true,
     .ordinal = "%spellout-ordinal-reale",
     .short_words = swedish_short,
     .short_before_figures = swedish_before_figures,
     .units = speech_units_swedish,
     .words = swedish_words},
    {.language = "cs",
     .numbered = czech_numbered,
     .to = " až ",
     .by = "krát",
     .times = "krát",
     .half = "půl",
     .third = "jednu třetinu",
     .two_thirds = "dvě třetiny",
     .quarter = "čtvrt",
     .three_quarters = "tři čtvrtě",
     .and_half = "a půl",
     .one_and_half = "jednu a půl",
     .signs = &speech_signs_cs,
     .ordinal_points = true,
     .short_words = czech_short,
     .short_before_figures = czech_before_figures,
     .units = speech_units_czech,
     .words = czech_words},
    {.language = "tr",
     .numbered = turkish_numbered,
     .to = " ila ",
     .by = "çarpı",
     .times = "kez",
     .half = "yarım",
     .third = "üçte bir",
     .two_thirds = "üçte iki",
     .quarter = "çeyrek",
     .three_quarters = "dörtte üç",
     .and_half = "buçuk",
     .signs = &speech_signs_tr,
     .ordinal_points = true,
     .ordinal = "%spellout-ordinal",
     .short_words = turkish_short,
     .short_before_figures = turkish_before_figures,
     .units = speech_units_turkish,
     .words = turkish_words},
    {.language = "ja",
     .to = " から ",
     .by = "かける",
     .times = "かい",
     .half = "はんぶん",
     .third = "さんぶんのいち",
     .two_thirds = "さんぶんのに",
     .quarter = "よんぶんのいち",
     .three_quarters = "よんぶんのさん",
     .and_half = "はん",
     .signs = &speech_signs_ja,
     .units = speech_units_japanese,
     .kana_numbers = true},
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
