import { PlanId } from '@trackrecord/domain';
import { LocalDate, Ordinal, Sha256 } from '@trackrecord/kernel';
import { wordsOf } from '../document/block.ts';
import type { Document } from '../document/document.ts';
import { recogniseTimescale } from '../recognisers/timescale.ts';
import { holdsRegister } from './rows-in-copy.ts';
import { aboutLabels, copyForms, copyProperties } from './copy-form.ts';

/** What a copy was made from: of which plan, of which date, known how far, as which kind of file. */
export type CopyOrigin = Readonly<{
  plan: PlanId;
  ordinal: Ordinal;
  asOf: LocalDate;
  asIn: Sha256 | undefined;
  form: (typeof copyForms)[keyof typeof copyForms];
}>;

type Facts = Readonly<Partial<Record<keyof typeof copyProperties, string>>>;

const factNames = ['plan', 'ordinal', 'asOf', 'asIn', 'form'] as const;

const fromProperties = ({ properties = {} }: Document): Facts =>
  Object.fromEntries(
    factNames.flatMap((name) => {
      const value = properties[copyProperties[name]];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** The same facts where they can be seen: a label in one cell, the fact in the next. */
const fromAbout = ({ blocks }: Document): Facts =>
  Object.fromEntries(
    factNames.flatMap((name) => {
      const at = blocks.findIndex((block) => wordsOf(block) === aboutLabels[name]);
      const [label, fact] = [blocks[at], blocks[at + 1]];
      const isBeside =
        label?.table !== undefined &&
        fact?.table?.table === label.table.table &&
        fact.table.row === label.table.row;
      return isBeside ? [[name, wordsOf(fact)]] : [];
    }),
  );

const ending =
  /^Made by Trackrecord from plan (?<plan>\S+) as of (?<asOf>\S+), at ordinal (?<ordinal>\d+)(?:, as in the document with SHA-256 (?<asIn>\S+))?$/u;

/** The last words of a paper whose properties another program did not keep: see `copyEnding`. */
const fromEnding = ({ blocks }: Document): Facts => {
  const said = blocks.findLast((block) => ending.test(wordsOf(block)));
  const found = said === undefined ? undefined : ending.exec(wordsOf(said))?.groups;
  return found === undefined ? {} : { ...found, form: copyForms.boardPaper };
};

/** "2027-06-30" in properties; "30 June 2027" where people read it. */
const dateIn = (words: string): LocalDate | undefined =>
  LocalDate.is(words) ? words : recogniseTimescale(words)?.timescale.latest;

const originIn = ({ plan, ordinal, asOf, asIn, form }: Facts): CopyOrigin | undefined => {
  const known = Object.values(copyForms).find((one) => one === form);
  const number = Number((ordinal ?? '').replaceAll(',', ''));
  const date = dateIn(asOf ?? '');
  return PlanId.is(plan) && Ordinal.is(number) && date !== undefined && known !== undefined
    ? { plan, ordinal: number, asOf: date, asIn: Sha256.is(asIn) ? asIn : undefined, form: known }
    : undefined;
};

/**
 * Whether a document was a copy once, and does not say any more what it was made from: its table was pasted elsewhere, or
 * one of its sheets was saved as a table of values.
 */
export const isLostCopy = (document: Document): boolean => {
  if (copyOriginOf(document) !== undefined) return false;
  const { plan, form } = fromAbout(document);
  return (
    (PlanId.is(plan) && Object.values(copyForms).some((one) => one === form)) ||
    holdsRegister(document)
  );
};

/**
 * What a document says that it was made from, where it is a copy that Trackrecord wrote. It is what a file says of
 * itself, and no more: whoever takes it at its word looks that the plan is the one that is meant.
 */
export const copyOriginOf = (document: Document): CopyOrigin | undefined =>
  originIn(fromProperties(document)) ??
  originIn(fromAbout(document)) ??
  originIn(fromEnding(document));
