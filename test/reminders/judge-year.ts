import type { Letter, Readable } from '@trackrecord/application';
import { expect } from 'vitest';
import { isQuiet } from './days.ts';
import { bounces } from './happenings.ts';
import { newOracle } from './oracle.ts';
import { endsExpected, endsIn, messagesIn, runsIn, type Told, toldAs } from './record.ts';
import type { Year } from './year.ts';

/** What a year that was played has left behind. */
export type Played = Readonly<{
  desk: Pick<Readable, 'views'>;
  events: Told;
  letters: ReadonlyArray<Letter>;
}>;

/**
 * Holds a year that was played against the oracle, message by message. The oracle plays the same happenings again and is
 * told of nothing but of which messages nobody knows what became (to whom, on which day): such a message was or was not
 * taken, at most once; what it asked for counts as asked, so it comes again with its next day; and that its address is
 * gone shows with the next message only.
 * @returns how many messages there were, and of how many nobody knows what became
 */
export const judgeYear = (year: Year, { desk, events, letters }: Played) => {
  const runs = runsIn(desk);
  const sent = runs.flatMap(({ on, messages }) => messages.map((message) => ({ on, message })));
  const key = (on: string, to: string): string => `${on} ${to}`;
  const inState = (...states: ReadonlyArray<string>) =>
    sent.filter(({ message: { state } }) => states.includes(state.is));
  const unknown = new Set(inState('unknown').map(({ on, message: { to } }) => key(on, to)));

  const oracle = newOracle();
  const expected = year.days.flatMap(({ day, isOff, before, after }) => {
    before.forEach(oracle.tell);
    const messages = isOff ? [] : oracle.run(day, (on, to) => unknown.has(key(on, to)));
    after.forEach(oracle.tell);
    const run = runs.find(({ on }) => on === day);
    expect([day, ...toldAs(run === undefined ? [] : messagesIn(run))]).toEqual([
      day,
      ...toldAs(messages),
    ]);
    return messages;
  });

  expect(sent).toHaveLength(expected.length);
  expect(new Set(sent.map(({ on, message: { to } }) => key(on, to))).size).toBe(sent.length);
  expect(sent.filter(({ on }) => isQuiet(on))).toEqual([]);
  expect(inState('sent', 'bounced', 'unknown')).toHaveLength(sent.length);
  expect(inState('bounced')).toHaveLength(
    expected.filter(({ on, to, address }) => bounces(address) && !unknown.has(key(on, to))).length,
  );

  // To each address on each day one letter, whatever was stopped; none at most where nobody knows.
  const lineOf = (day: string, address: string) => `${day} ${address}`;
  const left = letters.map(({ date, to }) => lineOf(date.slice(0, 10), to.address)).toSorted();
  const known = expected.filter(({ on, to }) => !unknown.has(key(on, to)));
  const unsure = expected.filter(({ on, to }) => unknown.has(key(on, to)));
  const unsureLines = new Set(unsure.map(({ on, address }) => lineOf(on, address)));
  expect(left.filter((line) => !unsureLines.has(line))).toEqual(
    known.map(({ on, address }) => lineOf(on, address)).toSorted(),
  );
  expect(new Set(left).size).toBe(left.length);
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(letters.length);

  expect(endsIn(runs, events)).toEqual(endsExpected(oracle.ended, events));
  return { messages: sent.length, unknown: unknown.size, ended: oracle.ended.length };
};
