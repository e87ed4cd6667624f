// Finds the guards in the SQL of the reminder core, each as a mutant that lacks it. Pure: takes text, returns places.

/** A condition becomes one that always holds and still uses its parameters; a lock or a conflict clause vanishes. */
const always = (text) => `(${text} OR true)`;
const nothing = () => '';

// What stands before a condition; after SET or a comma the same words assign.
const CONDITION = String.raw`(?<=\b(?:AND|WHERE|OR|ON|NOT)\s+\(?|\(\s*WHERE\s+|WHEN \()`;
const COLUMN = String.raw`(?:\w+\.)?`;

/** Guards by kind. `find` matches the whole guard and nothing else. */
const KINDS = [
  { kind: 'fence', find: new RegExp(`${CONDITION}${COLUMN}fence\\s*=\\s*(?:\\$\\d+|\\w+\\.fence)`, 'g'), mutate: always },
  { kind: 'state', find: new RegExp(`${CONDITION}${COLUMN}state\\s*(?:=|<>)\\s*'\\w+'`, 'g'), mutate: always },
  // The first condition of a fragment that others take in.
  { kind: 'state', find: new RegExp(`(?<=\`)${COLUMN}state\\s*(?:=|<>)\\s*'\\w+'(?=\\s+AND\\b)`, 'g'), mutate: always },
  { kind: 'state', find: new RegExp(`${CONDITION}${COLUMN}state\\s+(?:NOT )?IN\\s*\\([^)]*\\)`, 'g'), mutate: always },
  { kind: 'step still open', find: /\w+\.status = 'open'|NOT \w+\.provisional|\w+\.cycle_no = \w+\.cycle_no|\w+\.status IN \('preparing', 'active'\)|\w+\.reminders_started_at IS NOT NULL/g, mutate: always },
  { kind: 'skip locked', find: / SKIP LOCKED/g, mutate: nothing },
  { kind: 'row lock', find: / FOR (?:NO KEY )?(?:UPDATE|SHARE)(?: OF \w+)?(?: SKIP LOCKED)?/g, mutate: nothing },
  { kind: 'conflict', find: / ON CONFLICT(?: \([^)]*\))? DO NOTHING/g, mutate: nothing },
  { kind: 'conflict', find: /(?<=DO UPDATE SET [^`]*? WHERE )[^`]+?(?=`)/g, mutate: always },
  { kind: 'lease', find: new RegExp(`${CONDITION}${COLUMN}(?:lease_ends_at|free_at)\\s*(?:<=|>=|<|>)\\s*(?:clock_timestamp\\(\\)|\\(SELECT clock_timestamp\\(\\)\\))(?: - interval '[^']*')?`, 'g'), mutate: always },
  { kind: 'lease', find: new RegExp(`${CONDITION}${COLUMN}lease_owner (?:= (?:\\$\\d+|\\w+\\.owner)|IS (?:NOT )?NULL)`, 'g'), mutate: always },
  { kind: 'still true', find: new RegExp(`${CONDITION}(?:\\w+\\.)?true_still`, 'g'), mutate: always },
  { kind: 'due', find: new RegExp(`${CONDITION}${COLUMN}due_at\\s*<=\\s*(?:club_now\\(\\)|\\(SELECT club_now\\(\\)\\)|\\w+\\.now)`, 'g'), mutate: always },
];

/**
 * @param source text of a store
 * @returns mutants by place: `from` to `to` of the source becomes `by`; `line` from 1
 */
export function mutantsOf(source) {
  const found = KINDS.flatMap(({ kind, find, mutate }) => [...source.matchAll(find)].map((match) => {
    const [text] = match;
    return { kind, from: match.index, to: match.index + text.length, text: text.trim(), by: mutate(text), line: source.slice(0, match.index).split('\n').length };
  }));
  return found.filter(({ from, line }) => !isComment(source, from, line)).sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Words about a guard are no guard. */
function isComment(source, from, line) {
  const text = source.split('\n')[line - 1] ?? '';
  const before = source.slice(source.lastIndexOf('\n', from - 1) + 1, from);
  return /^\s*(\*|\/\*|\/\/)/.test(text) && !before.includes('`');
}

/** For vitest: reads one file without one of its guards. Nothing on disk changes. */
export function withoutGuard({ file, from, to, by, text }) {
  return {
    name: 'without-guard',
    enforce: 'pre',
    transform(code, id) {
      if (id.split('?')[0] !== file) return undefined;
      if (!code.slice(from, to).includes(text)) throw new Error(`${file} is not what the mutant was made from`);
      return { code: code.slice(0, from) + by + code.slice(to), map: null };
    },
  };
}
