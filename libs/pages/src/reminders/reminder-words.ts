import type {
  AskedAnswer,
  AskedInstead,
  DueReminder,
  MessageAnswer,
} from '@trackrecord/application';
import { dateInWords } from '@trackrecord/read-models';
import { listInWords } from '../words/list-in-words.ts';
import { ukInstant } from '../words/uk-instant.ts';

type State = MessageAnswer['state'];

/** How a message stands: a word in a colour, and what there is to say about it besides ("" for nothing). */
export type StateWords = Readonly<{ tag: string; colour: string; words: string }>;

/** What became of a message so far, in words. */
export const stateInWords = (state: State): StateWords => {
  switch (state.is) {
    case 'due':
      return { tag: 'To be sent', colour: 'blue', words: 'It leaves with the next round.' };
    case 'sending':
      return { tag: 'Being sent', colour: 'blue', words: `Since ${ukInstant(state.since)}.` };
    case 'sent':
      return { tag: 'Sent', colour: 'green', words: ukInstant(state.at) };
    case 'deferred':
      return {
        tag: 'Put off',
        colour: 'yellow',
        words: `Not taken for now: ${state.why}. It is tried again after ${ukInstant(state.until)}.`,
      };
    case 'failed':
      return { tag: 'Failed', colour: 'red', words: `Not sent: ${state.why}.` };
    case 'bounced':
      return { tag: 'Came back', colour: 'red', words: `The address takes nothing: ${state.why}.` };
    case 'unknown':
      return {
        tag: 'Outcome unknown',
        colour: 'orange',
        words: `It left, and nobody said whether it was taken: ${state.why}.`,
      };
    case 'withdrawn':
      return { tag: 'Withdrawn', colour: 'grey', words: `Not sent: ${state.why}.` };
  }
};

/** "Action 27", "Target", "The plan": what sort of thing something is that was asked for. */
export const thingInWords = ({ about, action }: Pick<AskedAnswer, 'about' | 'action'>): string => {
  const [kind = ''] = about.split(':');
  if (action !== null) return `Action ${action}`;
  switch (kind) {
    case 'action':
      return 'An action that is in the plan no longer';
    case 'target':
      return 'Target';
    case 'indicator':
      return 'Indicator';
    case 'dataNeed':
      return 'Data that is needed';
    default:
      return 'The plan';
  }
};

type Outcome = Pick<AskedAnswer, 'settled' | 'withdrawn' | 'askedAgain'>;

/** What came of something that was asked for: "Answered on 3 June 2026 by the link". */
export const outcomeInWords = ({ settled, withdrawn, askedAgain }: Outcome): string => {
  if (withdrawn !== null) return `Taken out: ${withdrawn}`;
  if (settled === null) return askedAgain ? 'Asked for again later' : 'Not answered';
  return settled.is === 'answered'
    ? `Answered on ${dateInWords(settled.on)}${settled.byLink ? ' by the link' : ''}`
    : `Owed no longer since ${dateInWords(settled.on)}`;
};

/** A link that was sent again asks for nothing anew: what came of it stands at the message of the day that did. */
export const outcomeElsewhere = ({ message }: Readonly<{ message: number }>): string =>
  `See message ${message} of the day`;

const kinds = [
  'answered',
  'answered by the link',
  'owed no longer',
  'taken out',
  'asked for again later',
  'not answered',
];

const kindOf = ({ settled, withdrawn, askedAgain }: Outcome): string => {
  if (withdrawn !== null) return 'taken out';
  if (settled === null) return askedAgain ? 'asked for again later' : 'not answered';
  if (settled.is === 'owed no longer') return settled.is;
  return settled.byLink ? 'answered by the link' : 'answered';
};

/** What came of all that a message asks for: "2 answered, 1 not answered". Who got no message was not asked by it. */
export const outcomesInWords = ({
  state,
  items,
}: Readonly<{ state: State; items: ReadonlyArray<Outcome> }>): string =>
  state.is === 'failed' || state.is === 'bounced' || state.is === 'withdrawn'
    ? ''
    : kinds
        .map((kind) => ({ kind, count: items.filter((item) => kindOf(item) === kind).length }))
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => `${count} ${kind}`)
        .join(', ');

/** Why somebody is asked for what is not theirs: "For Asha Bell, who has no address". */
export const insteadInWords = ({ because, parties }: AskedInstead): string => {
  const names = listInWords(
    parties.map(({ name }) => name),
    'and',
  );
  switch (because) {
    case 'nobody owns it':
      return 'Nobody owns it';
    case 'no address':
      return names === '' ? 'Nobody can be reached' : `For ${names}, who cannot be reached`;
    case 'not answered':
      return names === '' ? 'Not answered' : `For ${names}, not answered`;
  }
};

/** For whom somebody stands in, over all that a message asks for; "" where it is all their own. */
export const standsInFor = ({ items }: Pick<DueReminder, 'items'>): string => {
  const all = items.flatMap(({ escalatedFrom }) => (escalatedFrom === null ? [] : [escalatedFrom]));
  const words = [...Map.groupBy(all, ({ because }) => because)].map(([because, some]) => {
    const parties = new Map(
      some.flatMap((one) => one.parties).map((party) => [party.id, party] as const),
    );
    return insteadInWords({ because, parties: [...parties.values()] });
  });
  return words
    .map((one, place) => (place === 0 ? one : one.slice(0, 1).toLowerCase() + one.slice(1)))
    .join('; ');
};
