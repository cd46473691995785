import type { Calendar, CalendarEntry } from '@trackrecord/application/ports';
import { Instant, LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCalendar } from './write-calendar.ts';

const entry = (more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'update-due/harbour/27',
  on: must(LocalDate)('2026-09-30'),
  summary: 'Update due: action 27',
  description: 'Open the hall\nOwner: M. Reed',
  url: 'https://plans.example/plans/harbour/actions/27',
  category: 'Updates due',
  revision: 12,
  ...more,
});

const calendar = (...entries: ReadonlyArray<CalendarEntry>): Calendar => ({
  name: 'Harbour and Vale plan: dates',
  description: 'Updates due, timescales and reviews.',
  stamp: must(Instant)('2026-06-29T22:59:59.999Z'),
  entries,
});

/** A content line by RFC 5545, section 3.1: its name, its parameters as they stand, its value as it stands. */
type Line = Readonly<{ name: string; parameters: string; value: string }>;

/** Section 3.1: lines end with CR LF, and one that begins with a blank goes on the line before it. */
const unfolded = (text: string): ReadonlyArray<string> => {
  expect(text.endsWith('\r\n')).toBe(true);
  return text.slice(0, -2).replaceAll('\r\n ', '').replaceAll('\r\n\t', '').split('\r\n');
};

const parsed = (text: string): ReadonlyArray<Line> =>
  unfolded(text).map((line) => {
    const [, name, parameters, value] = /^([A-Z0-9-]+)((?:;[^:"]*)*):(.*)$/su.exec(line) ?? [];
    if (name === undefined || parameters === undefined || value === undefined)
      throw new Error(`no content line: ${JSON.stringify(line)}`);
    return { name, parameters, value };
  });

/** Section 3.3.11: what a value of type TEXT stands for; commas and semicolons stand in none unescaped. */
const unescaped = (value: string): string => {
  expect(value.replaceAll(/\\[\\;,nN]/gu, '')).not.toMatch(/[\\;,]/u);
  return value.replaceAll(/\\([\\;,nN])/gu, (_whole, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );
};

const valuesOf = (lines: ReadonlyArray<Line>, name: string): ReadonlyArray<string> =>
  lines.filter((line) => line.name === name).map(({ value }) => value);

const textsOf = (text: string, name: string): ReadonlyArray<string> =>
  valuesOf(parsed(text), name).map(unescaped);

describe('a calendar as programs read it', () => {
  it('given one without entries, then it is a whole calendar by its name, to be looked at again', () => {
    const lines = parsed(writeCalendar(calendar()));
    expect(lines[0]).toEqual({ name: 'BEGIN', parameters: '', value: 'VCALENDAR' });
    expect(lines.at(-1)).toEqual({ name: 'END', parameters: '', value: 'VCALENDAR' });
    expect(valuesOf(lines, 'VERSION')).toEqual(['2.0']);
    expect(valuesOf(lines, 'PRODID')).toHaveLength(1);
    expect(valuesOf(lines, 'METHOD')).toEqual(['PUBLISH']);
    expect(valuesOf(lines, 'X-WR-CALNAME')).toEqual(['Harbour and Vale plan: dates']);
    expect(lines).toContainEqual({
      name: 'REFRESH-INTERVAL',
      parameters: ';VALUE=DURATION',
      value: 'PT6H',
    });
    expect(valuesOf(lines, 'BEGIN')).toEqual(['VCALENDAR']);
  });

  it('given an entry, then it is an event of that whole day that keeps nobody from anything', () => {
    const text = writeCalendar(calendar(entry()));
    const lines = parsed(text);
    const of = (name: string) => lines.filter((line) => line.name === name);
    expect(valuesOf(lines, 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT']);
    expect(valuesOf(lines, 'UID')).toEqual(['update-due/harbour/27']);
    expect(of('DTSTART')).toEqual([
      { name: 'DTSTART', parameters: ';VALUE=DATE', value: '20260930' },
    ]);
    // Section 3.6.1: an event with a DATE and no end lasts that one day.
    expect(of('DTEND')).toEqual([]);
    expect(valuesOf(lines, 'DTSTAMP')).toEqual(['20260629T225959Z']);
    expect(valuesOf(lines, 'SEQUENCE')).toEqual(['12']);
    expect(valuesOf(lines, 'TRANSP')).toEqual(['TRANSPARENT']);
    expect(textsOf(text, 'SUMMARY')).toEqual(['Update due: action 27']);
    expect(textsOf(text, 'DESCRIPTION')).toEqual(['Open the hall\nOwner: M. Reed']);
    expect(textsOf(text, 'CATEGORIES')).toEqual(['Updates due']);
    expect(of('URL').map(({ value }) => value)).toEqual([
      'https://plans.example/plans/harbour/actions/27',
    ]);
  });

  it('given nobody said where the pages are, then the event has no address', () => {
    const lines = parsed(writeCalendar(calendar(entry({ url: null }))));
    expect(valuesOf(lines, 'URL')).toEqual([]);
  });

  it('given the same calendar twice, then it is the same text', () => {
    expect(writeCalendar(calendar(entry()))).toBe(writeCalendar(calendar(entry())));
  });

  it('given an entry whose date moved, then it is the same event on another day', () => {
    const moved = parsed(
      writeCalendar(calendar(entry({ on: must(LocalDate)('2027-01-01'), revision: 13 }))),
    );
    expect(valuesOf(moved, 'UID')).toEqual(['update-due/harbour/27']);
    expect(valuesOf(moved, 'DTSTART')).toEqual(['20270101']);
    expect(valuesOf(moved, 'SEQUENCE')).toEqual(['13']);
  });

  it.each(['2028-02-29', '2026-03-29', '2026-10-25', '0999-12-31'])(
    'given %s, then it is on that day, wherever the machine is and whatever its clocks do then',
    (day) => {
      const lines = parsed(writeCalendar(calendar(entry({ on: must(LocalDate)(day) }))));
      expect(valuesOf(lines, 'DTSTART')).toEqual([day.replaceAll('-', '')]);
    },
  );
});

describe('text that was written by others', () => {
  it.each([
    ['commas, semicolons and backslashes', 'a, b; c \\ d \\n e'],
    ['quotes and colons', 'say "when": now'],
    ['markup', '</a><script>alert(1)</script>'],
    ['accents and emoji', 'Café für Bürger 🎪'],
  ])('given %s, then it is read as it was written', (_, words) => {
    const written = writeCalendar({
      ...calendar(entry({ summary: words, description: words, category: words })),
      name: words,
    });
    expect(textsOf(written, 'SUMMARY')).toEqual([words]);
    expect(textsOf(written, 'DESCRIPTION')).toEqual([words]);
    expect(textsOf(written, 'CATEGORIES')).toEqual([words]);
    expect(textsOf(written, 'X-WR-CALNAME')).toEqual([words]);
  });

  it.each(['\r\n', '\n', '\r'])(
    'given lines that end with %j, then no line of its own is made',
    (end) => {
      const hostile = `Hall${end}END:VEVENT${end}BEGIN:VEVENT${end}SUMMARY:Gone`;
      const written = writeCalendar({
        ...calendar(
          entry({
            uid: hostile,
            summary: hostile,
            description: hostile,
            category: hostile,
            url: hostile,
          }),
        ),
        name: hostile,
        description: hostile,
      });
      expect(valuesOf(parsed(written), 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT']);
      expect(textsOf(written, 'SUMMARY')).toEqual(['Hall END:VEVENT BEGIN:VEVENT SUMMARY:Gone']);
      expect(textsOf(written, 'DESCRIPTION')).toEqual([
        'Hall\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Gone',
      ]);
    },
  );

  it('given controls and marks that turn text around, then they are left out', () => {
    const written = writeCalendar(
      calendar(
        entry({ summary: 'a\u0000b\u0007c\u202ed\u2066e\u2028f', description: 'x\u001b[2Jy' }),
      ),
    );
    expect(textsOf(written, 'SUMMARY')).toEqual(['abcdef']);
    expect(textsOf(written, 'DESCRIPTION')).toEqual(['x[2Jy']);
  });

  it('given half a character, then one that stands for it, and the next is not lost', () => {
    const written = writeCalendar(calendar(entry({ summary: `a\ud83e${'b'.repeat(80)}` })));
    expect(textsOf(written, 'SUMMARY')).toEqual([`a\ufffd${'b'.repeat(80)}`]);
  });

  it('given any text, then no line is longer than 75 octets, each is whole UTF-8, and the text is read again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ unit: 'binary', maxLength: 300 }),
        (readable, raw) => {
          const written = writeCalendar(calendar(entry({ summary: raw, description: readable })));
          const lines = Buffer.from(written, 'utf8').toString('latin1').split('\r\n');
          expect(lines.filter((line) => line.length > 75)).toEqual([]);
          const decoder = new TextDecoder('utf-8', { fatal: true });
          lines.forEach((line) => decoder.decode(Buffer.from(line, 'latin1')));
          expect(valuesOf(parsed(written), 'BEGIN')).toEqual(['VCALENDAR', 'VEVENT']);
          expect(textsOf(written, 'DESCRIPTION')).toEqual([readable]);
        },
      ),
    );
  });
});
