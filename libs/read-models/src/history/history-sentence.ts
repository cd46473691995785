import { canonicalJson } from '@trackrecord/kernel';
import { dateInWords, instantInWords, usualTimeZone } from '../words/uk-date-words.ts';
import type { HistoryAnswer, RetractionAnswer } from './history-answer.ts';
import { accountWords, tokenWords } from './sentences/access-words.ts';
import { actionWords } from './sentences/action-words.ts';
import { plainly, subjectInWords, type SubjectWords } from './sentences/field-words.ts';
import { indicatorWords } from './sentences/indicator-words.ts';
import { partnershipWords, partyWords, reviewWords } from './sentences/party-words.ts';
import { planWords } from './sentences/plan-words.ts';
import { dataNeedWords, itemWords, targetWords } from './sentences/structure-words.ts';
import { webhookWords } from './sentences/webhook-words.ts';
import { sourceInWords } from './spot-in-words.ts';

const wordsOf: Readonly<Record<string, SubjectWords>> = {
  plan: planWords,
  priority: itemWords,
  theme: itemWords,
  enabler: itemWords,
  result: itemWords,
  action: actionWords,
  target: targetWords,
  dataNeed: dataNeedWords,
  indicator: indicatorWords,
  party: partyWords,
  partnership: partnershipWords,
  review: reviewWords,
  account: accountWords,
  token: tokenWords,
  webhook: webhookWords,
};

/** What happened to the field, without who, when and why. */
const whatChanged = (row: HistoryAnswer): string => {
  const [kind = ''] = row.subject.split(' ');
  const field = wordsOf[kind]?.[row.field] ?? plainly(row.field);
  if (row.confirmed) return `${field.is(row)} said again`;
  if (row.value === null) return field.removed(row);
  if (row.fromValue === null) return field.set(row);
  if (canonicalJson(row.fromValue) !== canonicalJson(row.value)) return field.changed(row);
  return row.type === 'NoChangeConfirmed' && row.field === 'rating'
    ? `no change confirmed, still ${row.to ?? ''},`
    : `${field.is(row)} said again`;
};

const shown = instantInWords(usualTimeZone);

type Recorded = Pick<RetractionAnswer, 'recordedAt' | 'by' | 'onWordOf' | 'why'>;

const recordedWhen = ({ recordedAt }: Pick<Recorded, 'recordedAt'>): string => {
  const { date, time } = shown(recordedAt);
  return `${date} at ${time}`;
};

const because = (why: string | null): string => (why === null ? '' : `, because “${why}”`);

const from = ({ source, documentName }: HistoryAnswer): string => {
  if (source !== null) return `, from ${documentName ?? 'a document'}, ${sourceInWords(source)}`;
  return documentName === null ? '' : `, from ${documentName}`;
};

/** Who said it: on whose word it was recorded, else a document, else who recorded it. */
const sayer = ({ by, onWordOf, source, documentName }: HistoryAnswer): string | null =>
  onWordOf ?? (source === null && documentName === null ? by : null);

const takenBack = (retracted: RetractionAnswer | null): string => {
  if (retracted === null) return '';
  const { by, onWordOf, why } = retracted;
  const word = onWordOf === null ? '' : ` on the word of ${onWordOf}`;
  return `. Taken back on ${recordedWhen(retracted)} by ${by}${word}${because(why)}`;
};

/** On one line, however its words were written. */
const asSentence = (words: string): string => {
  const line = words.replace(/\s+/gu, ' ').trim();
  return line.slice(0, 1).toLocaleUpperCase('en') + line.slice(1);
};

/**
 * A line of an audit trail as a sentence without its full stop: what changed, on whose word, when it was true,
 * when it was recorded and by whom, why, and from where. Dates and times are those of London.
 * "Amber → Red by I. Farrow on 3 March 2026, recorded on 5 March 2026 at 14:02 by M. Keeper, because “no site
 * yet”". What was taken back, and what a document merely said again, say so.
 */
export const historySentence = (row: HistoryAnswer): string => {
  const who = sayer(row);
  const said = `${whatChanged(row)}${who === null ? '' : ` by ${who}`} on ${dateInWords(row.effectiveOn)}`;
  const recorded = `, recorded on ${recordedWhen(row)}${who === row.by ? '' : ` by ${row.by}`}`;
  return asSentence(`${said}${recorded}${because(row.why)}${from(row)}${takenBack(row.retracted)}`);
};

/** What changed, and nothing else: "Amber → Red". */
export const changeSentence = (row: HistoryAnswer): string => asSentence(whatChanged(row));

/** The sentence with what it is about before it, by a name that people know: "Data need “by ward”: Raised by …". */
export const sentenceAbout =
  (about: string) =>
  (row: HistoryAnswer): string =>
    `${asSentence(about)}: ${historySentence(row)}`;

/** The sentence with what it is about before it: "Action 27: Amber → Red by …". */
export const trailSentence = (row: HistoryAnswer): string =>
  sentenceAbout(subjectInWords(row.subject))(row);
