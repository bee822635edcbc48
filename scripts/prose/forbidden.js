/**
 * Phrases that this project does not use, each with what to write instead. They are correct English, or nearly, and
 * readers have had to read them twice. A phrase matches in any case, at word boundaries, and across a line break.
 */
const forbidden = [
  ['in hand', 'running, held in memory, being handled'],
  ['bears?', 'is idempotent, tolerates, holds'],
  ['befell|befall(?:s|en)?', 'happened'],
  ['(?:told|tells?|telling) of', 'reported, reports, informed about'],
  ['by lot', 'at random, with jitter'],
  ['whoever|whosoever', 'name the actor: a caller, the worker, anyone who'],
  ['goes before', 'has precedence, comes first'],
  ['as a rule', 'usually, normally'],
  ['(?:is|are) none of', 'is not a, does not belong to'],
  ['(?<!there )is none', 'does not exist, there is no'],
  ['belongs? into', 'belongs in, belongs to'],
  ['mend(?:s|ed|ing)?', 'fix, repair, recover'],
  ["in the sender's (?:own|exact) form", 'as the sender sends it, as the vendor expects it'],
  ['without a word', 'silently, without an error'],
  ['puts? down', 'records, writes'],
  ['anew', 'again, or the verb with re-: recreate, reread'],
  ['(?:is|are|was|were) no more', 'is gone, no longer exists'],
  ['(?:gone|go|goes) without', 'left out, dropped'],
  ['be had', 'be read, be available'],
  ['which else', 'which otherwise'],
  ['knows no', 'does not support, has no'],
  ['manieth', 'which attempt, how many times'],
  ['(?:is|are) of no use', 'has no effect, cannot help'],
  ['in vain', 'without success'],
  ['cut short', 'truncated, interrupted'],
  ['comes? to nothing', 'fails'],
  ['takes? nothing more', 'accepts nothing more'],
  ['the one before last|that which', 'name the thing'],
  ['of one kind with', 'like'],
  ['so (?:far|long) as', 'as far as, as long as, if'],
  ['lets? go of', 'releases, closes'],
  ['to and fro', 'back and forth'],
  ['aught|naught|hence forth|henceforth|thereof|therein|thereby|whereby|wherein', 'plain words'],
];

/** [what to look for, what to write instead]. */
exports.forbidden = forbidden.map(([phrase, instead]) => [
  new RegExp(`(?<![\\w-])(?:${phrase.replaceAll(' ', '\\s+(?:(?:\\*|//|#)\\s+)?')})(?![\\w-])`, 'gi'),
  instead,
]);
