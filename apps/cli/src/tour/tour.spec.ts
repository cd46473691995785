import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from '../program.ts';
import { textWidth } from '../terminal/text-width.ts';
import { quietShell } from '../wiring/quiet-shell.ts';
import { type Recording, recording } from '../wiring/recording.ts';
import { systemClock } from '../wiring/system-clock.ts';
import { morningOf, today } from './sample.ts';

// What is expected here was worked out by hand: see samples/harbour-and-vale/ANSWERS.md.

const made = mkdtempSync(join(tmpdir(), 'trackrecord-tour-spec-'));

afterAll(() => {
  rmSync(made, { recursive: true });
});

const run = async (argv: ReadonlyArray<string>): Promise<Recording> => {
  const recorded = recording(quietShell({ clock: systemClock(morningOf(today)) }));
  await runProgram(argv, recorded.shell);
  return recorded;
};

/** The lines of the tour from a heading to the next. */
const chapter = (text: string, heading: string): string => {
  const from = text.indexOf(heading);
  const end = text.indexOf('── ', from + heading.length);
  return from < 0 ? '' : text.slice(from, end < 0 ? undefined : end);
};

/** What stands after the command that a line shows, up to the next command or chapter. */
const answerTo = (text: string, command: string): string => {
  const from = text.indexOf(`$ trackrecord ${command}`);
  const end = text.indexOf('\n$ trackrecord', from);
  return from < 0 ? '' : text.slice(from, end < 0 ? undefined : end);
};

const refsWith = (rating: string, answer: string): ReadonlyArray<string> =>
  [...answer.matchAll(new RegExp(String.raw`^(\d+) +${rating} `, 'gmu'))].map(
    ([, ref = '']) => ref,
  );

describe('the tour', () => {
  const data = join(made, 'tour');
  let tour = '';
  let ended = -1;

  beforeAll(async () => {
    const recorded = await run(['tour', '--data', data]);
    [tour, ended] = [recorded.out(), recorded.exitCode()];
    if (ended !== 0) throw new Error(recorded.err());
  });

  it('given 80 columns, then it fits them, its directory aside', () => {
    const wide = tour.split('\n').filter((line) => textWidth(line) > 80 && !line.includes(data));
    expect(wide).toEqual([]);
  });

  it('given each paper, then every block of it is accounted for', () => {
    expect([...tour.matchAll(/(\d+)\s+unaccounted/gu)].map(([, count]) => count)).toEqual([
      '0',
      '0',
      '0',
      '0',
      '0',
    ]);
  });

  it('given the third paper, then its preview tells that it takes the Green of action 7 back', () => {
    const preview = answerTo(tour, 'import plan-2025-q3.txt --plan harbour --brief --dry-run');
    expect(preview).toMatch(/action 7 rating +Green +2025-08-18 +Amber/u);
    expect(preview).toContain('Nothing was written');
  });

  it('given 2026-01-15, then the plan stands at 4 Red, 15 Amber, 10 Green, 2 not rated', () => {
    expect(chapter(tour, 'where does the plan stand')).toContain(
      'Red 4 · Amber 15 · Green 10 · Not rated 2',
    );
  });

  it('given the second board, then its paper had five actions Red', () => {
    const asSeen = answerTo(tour, 'plan harbour --as-in plan-2025-q2.txt --rating Red');
    expect(refsWith('Red', asSeen)).toEqual(['3', '10', '18', '21', '31']);
  });

  it('given the second board, then as known now action 22 was Red too, and 13 was not', () => {
    const asKnown = answerTo(tour, 'plan harbour --as-of 2025-06-30 --rating Red');
    expect(refsWith('Red', asKnown)).toEqual(['3', '10', '18', '21', '22', '31']);
  });

  it('given who owes, then five were asked, nine are overdue and two were never rated', () => {
    const owed = chapter(tour, 'Who owes an update');
    const count = (words: RegExp) => [...owed.matchAll(words)].length;
    expect({
      asked: count(/asked on/gu),
      overdue: count(/days overdue/gu),
      neverRated: count(/never rated, in the plan/gu),
    }).toEqual({ asked: 5, overdue: 9, neverRated: 2 });
  });

  it('given action 7, then its history goes from Red over Nuala Finch’s word to Green', () => {
    const history = chapter(tour, 'How did action 7');
    const told = [
      '2025-03-31  plan-2025-q1.txt',
      'rating: Red',
      '2025-04-14  Rhoda Tansley',
      'owner: Nuala Finch (lead)',
      'owner: Desmond Okell (support)',
      '2025-06-30  plan-2025-q2.txt',
      'rating: Red → Amber',
      '2025-08-18  Rhoda Tansley, on the word of Nuala Finch',
      'rating: Amber → Green',
      'why: The wait was 6 weeks in the first half of August',
      '2025-09-30  plan-2025-q3.txt',
      'rating: Green → Amber',
      'owner released: Desmond Okell (support)',
      '2025-12-31  plan-2025-q4.txt',
      'rating: Amber → Green',
    ];
    const places = told.reduce(
      (found: ReadonlyArray<number>, words) => [
        ...found,
        history.indexOf(words, (found.at(-1) ?? -1) + 1),
      ],
      [],
    );
    expect(told.filter((_, place) => (places[place] ?? -1) < 0)).toEqual([]);
  });

  it('given its end, then its log is kept and the commands that it suggests work', async () => {
    expect(tour).toContain(data);
    const later = await run(['plan', 'harbour', '--as-of', today, '--data', data]);
    expect(later.exitCode()).toBe(0);
  });
});
