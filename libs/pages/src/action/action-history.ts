import { fieldInWords } from '@trackrecord/application';
import { type HistoryAnswer, historySentence } from '@trackrecord/read-models';
import type { ActionLinks } from './action-links.ts';
import { type ActionParams, actionQuery } from './action-params.ts';
import { titleParts } from './title-parts.ts';

/** How many entries of a history stand on the page before all of them are asked for. */
const shownAtFirst = 40;

/** One sentence of a history. What was taken back is struck, and its words say so too. */
export type SentenceView = Readonly<{
  text: string;
  /** The sentence with all of its words, where they were too many to be shown at once; else `null`. */
  whole: string | null;
  /** "Taken back on …"; `null` where it stands. */
  takenBack: string | null;
}>;

/** An entry of a history: what one event said of the action, which is taken back as one. */
export type EntryView = Readonly<{
  ordinal: number;
  field: string;
  main: SentenceView;
  /** What was said in one with it. */
  others: ReadonlyArray<SentenceView>;
  struck: boolean;
  confirmed: boolean;
  /** The words that it was read from, where the sentence does not say them. */
  words: string | null;
  document: Readonly<{ name: string; href: string }> | null;
  /** Where "this was wrong" is said; `null` where it cannot be, or may not. */
  wrongHref: string | null;
}>;

/** A choice of what the history shows. */
export type HistoryChoice = Readonly<{ text: string; href: string; current: boolean }>;

export type HistoryView = Readonly<{
  entries: ReadonlyArray<EntryView>;
  fields: ReadonlyArray<HistoryChoice>;
  /** Shows, or leaves out, what documents merely said again. */
  again: Readonly<{ text: string; href: string }> | null;
  /** All of a long history. */
  more: Readonly<{ text: string; href: string }> | null;
}>;

export type HistoryOf = Readonly<{
  /** Every line of the action, also what was merely said again. */
  rows: ReadonlyArray<HistoryAnswer>;
  /** The action's words as they stand. */
  title: string;
  params: ActionParams;
  links: ActionLinks;
  /** Names that several documents share. */
  ambiguous: ReadonlySet<string>;
  mayRetract: boolean;
}>;

/** A note or a title longer than this would hide who said it, and when. */
const most = 240;

const cut = (words: string | null): string | null =>
  words === null || words.length <= most
    ? words
    : `${words.slice(0, most - 40).replace(/\s+\S*$/u, '')} …`;

const sentenceOf = (row: HistoryAnswer): SentenceView => {
  const standing = { ...row, retracted: null };
  const said = historySentence(standing);
  const short = historySentence({ ...standing, from: cut(row.from), to: cut(row.to) });
  return {
    text: `${short}.`,
    whole: short === said ? null : `${said}.`,
    takenBack:
      row.retracted === null
        ? null
        : `${historySentence(row).slice(said.length).replace(/^\. /u, '')}.`,
  };
};

const documentOf = (
  { source, documentName }: HistoryAnswer,
  { links, ambiguous }: HistoryOf,
): EntryView['document'] =>
  documentName === null
    ? null
    : {
        name: documentName,
        href: links.asIn(
          ambiguous.has(documentName) ? (source?.document ?? documentName) : documentName,
        ),
      };

/** White space apart: a sentence says a note's words on one line. */
const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Words that are said on the page anyway: the line's own, or the action's. */
const isSaid = (words: string, row: HistoryAnswer, sentence: string, title: string): boolean =>
  flat(sentence).includes(words) ||
  [row.to ?? '', row.from ?? '', titleParts(title).first].some(
    (shorter) => shorter.length > 12 && words.includes(flat(shorter)),
  );

const wordsOf = (row: HistoryAnswer, sentence: string, title: string): string | null => {
  const words = flat(row.source?.words ?? '');
  return words === '' || isSaid(words, row, sentence, title) ? null : words;
};

/** Of all that creating an action says its words are what a reader looks for; of what was said again its rating. */
const mainFirst = (rows: ReadonlyArray<HistoryAnswer>): ReadonlyArray<HistoryAnswer> => {
  const main = rows.some(({ confirmed }) => confirmed) ? 'rating' : 'title';
  return rows.toSorted((a, b) => Number(b.field === main) - Number(a.field === main));
};

const entryOf =
  (of: HistoryOf) =>
  (rows: ReadonlyArray<HistoryAnswer>): ReadonlyArray<EntryView> => {
    const [row, ...others] = mainFirst(rows);
    if (row === undefined) return [];
    const main = sentenceOf(row);
    const mayBeWrong = of.mayRetract && row.retracted === null && !row.confirmed;
    return [
      {
        ordinal: row.ordinal,
        field: fieldInWords(row.field),
        main,
        others: others.map(sentenceOf),
        struck: row.retracted !== null,
        confirmed: row.confirmed,
        words: wordsOf(row, main.whole ?? main.text, of.title),
        document: documentOf(row, of),
        wrongHref: mayBeWrong ? of.links.form('retract', { ordinal: String(row.ordinal) }) : null,
      },
    ];
  };

const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

const choicesOf = (
  lines: ReadonlyArray<HistoryAnswer>,
  { params, links }: HistoryOf,
): ReadonlyArray<HistoryChoice> => {
  const byField = Map.groupBy(lines, ({ field }) => field);
  const choice = (text: string, field: string | null): HistoryChoice => ({
    text,
    href: `${links.here(actionQuery({ ...params, field, all: false }))}#history`,
    current: params.field === field,
  });
  return [
    choice('Everything', null),
    ...[...byField]
      // What an action came with and has kept is no reason to look for its field.
      .filter(([, some]) => some.some(({ type }) => type !== 'ActionCreated'))
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([field, some]) =>
        choice(`${capitalised(fieldInWords(field))} (${some.length})`, field),
      ),
  ];
};

const againOf = (
  rows: ReadonlyArray<HistoryAnswer>,
  { params, links }: HistoryOf,
): HistoryView['again'] => {
  const howMany = rows.filter(({ confirmed }) => confirmed).length;
  const href = `${links.here(actionQuery({ ...params, confirmed: !params.confirmed }))}#history`;
  if (params.confirmed) return { text: 'Leave out what documents only said again', href };
  return howMany === 0
    ? null
    : { text: `Show also what documents only said again (${howMany})`, href };
};

/** The history of an action, the last that was recorded first. */
export const actionHistory = (of: HistoryOf): HistoryView => {
  const { rows, params, links } = of;
  const lines = rows.filter(({ confirmed }) => params.confirmed || !confirmed);
  const asked = lines.filter(({ field }) => params.field === null || field === params.field);
  const events = Map.groupBy(asked, ({ ordinal }) => ordinal);
  const entries = [...events.values()].toReversed().flatMap(entryOf(of));
  const isLong = entries.length > shownAtFirst && !params.all;
  return {
    entries: isLong ? entries.slice(0, shownAtFirst) : entries,
    fields: choicesOf(lines, of),
    again: againOf(
      rows.filter(({ field }) => params.field === null || field === params.field),
      of,
    ),
    more: isLong
      ? {
          text: `Show all ${entries.length} entries`,
          href: `${links.here(actionQuery({ ...params, all: true }))}#history`,
        }
      : null,
  };
};
