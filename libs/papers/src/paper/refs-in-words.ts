import { listInWords } from '@trackrecord/kernel';

type Run = Readonly<{ first: string; last: string; count: number }>;

/** Whether a ref is the next after another: "28" after "27", "2(i).5" after "2(i).4". */
const follows = (ref: string, before: string): boolean => {
  const [, start = '', number = ''] = /^(.*?)(\d{1,9})$/u.exec(before) ?? [];
  return number !== '' && ref === `${start}${Number(number) + 1}`;
};

const runsOf = (refs: ReadonlyArray<string>): ReadonlyArray<Run> =>
  refs.reduce<ReadonlyArray<Run>>((runs, ref) => {
    const open = runs.at(-1);
    return open !== undefined && follows(ref, open.last)
      ? [...runs.slice(0, -1), { ...open, last: ref, count: open.count + 1 }]
      : [...runs, { first: ref, last: ref, count: 1 }];
  }, []);

const inWords = ({ first, last, count }: Run): ReadonlyArray<string> => {
  if (count === 1) return [first];
  return count === 2 ? [first, last] : [`${first} – ${last}`];
};

/** Refs as a list that people read: "1 – 14, 16, 17 and 2(i).1 – 2(i).7". They stay in their order. */
export const refsInWords = (refs: ReadonlyArray<string>): string =>
  listInWords(runsOf(refs).flatMap(inWords), 'and');
