import { Buffer } from 'node:buffer';
import * as E from 'fp-ts/lib/Either.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../read-file.ts';

const read = (bytes: Uint8Array | string, name = 'plan.csv') =>
  readFile({
    name,
    bytes: typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes,
    progress: () => undefined,
  });

/** "row.column marker|words" of each block; the refusal where it is none. */
const told = async (bytes: Uint8Array | string, name?: string) => {
  const answer = await read(bytes, name);
  return E.isLeft(answer)
    ? answer.left
    : answer.right.blocks.map(({ table, marker, text }) => {
        const at = `${table?.row ?? 0}.${table?.column ?? 0}`;
        return `${at} ${marker === undefined ? '' : `${marker}|`}${text}`;
      });
};

const table = ['1.1 No', '1.2 Action', '2.1 1', '2.2 Sing, loudly'];

describe('given a table of values', () => {
  it.each([
    ['commas', 'No,Action\r\n1,"Sing, loudly"\r\n'],
    ['semicolons', 'No;Action\n1;Sing, loudly\n'],
    ['tabs', 'No\tAction\n1\tSing, loudly'],
    ['bars', 'No|Action\r1|Sing, loudly\r'],
    ['what it says', 'sep=;\r\nNo;Action\r\n1;Sing, loudly'],
    ['what it says in quotation marks', '"sep=|"\nNo|Action\n1|Sing, loudly'],
  ])('when its fields are parted by %s then they are found', async (_, text) => {
    expect(await told(text)).toEqual(table);
  });

  it('when words have more of a sign than what parts the fields then the even one is taken', async () => {
    const text =
      'No;Action;By\n1;Sing, dance, and be merry, all;30/06/2027\n2;Walk;\n3;Run, jump;1,5\n';
    expect(await told(text)).toEqual([
      '1.1 No',
      '1.2 Action',
      '1.3 By',
      '2.1 1',
      '2.2 Sing, dance, and be merry, all',
      '2.3 30/06/2027',
      '3.1 2',
      '3.2 Walk',
      '3.3 ',
      '4.1 3',
      '4.2 Run, jump',
      '4.3 1,5',
    ]);
  });

  it('when no sign parts them then each line is a field, or what the name says parts them', async () => {
    expect(await told('Sing\nDance\n')).toEqual(['1.1 Sing', '2.1 Dance']);
    expect(await told('Sing, and\nDance\nWalk; run\nPlay | rest', 'plan.tsv')).toEqual([
      '1.1 Sing, and',
      '2.1 Dance',
      '3.1 Walk; run',
      '4.1 Play | rest',
    ]);
  });

  it('when a field stands in quotation marks then it may hold signs, marks and lines', async () => {
    expect(await told('No,Action\n1,"He said ""so"",\n• now\n\n• later"\n2,6" pipe\n')).toEqual([
      '1.1 No',
      '1.2 Action',
      '2.1 1',
      '2.2 He said "so",',
      '2.2 •|now',
      '2.2 •|later',
      '3.1 2',
      '3.2 6" pipe',
    ]);
  });

  it('when rows or columns are empty then they are not told, and rows are counted as they stand', async () => {
    const text = 'Plan\n\nNo,,Action,,\n,,,,\n1,,Sing,,\n';
    expect(await told(text)).toEqual([
      '1.1 Plan',
      '1.3 ',
      '3.1 No',
      '3.3 Action',
      '5.1 1',
      '5.3 Sing',
    ]);
    const answer = await read(text);
    expect(E.isRight(answer) && answer.right.blocks[3]?.place).toBe('row 3, column 3');
  });

  it('when a field looks like a formula then it is words, without the sign that says so', async () => {
    expect(await told("a,b\n=1+1,'=1+1\n'-5,@x\n'tis,''=1\n")).toEqual([
      '1.1 a',
      '1.2 b',
      '2.1 =1+1',
      '2.2 =1+1',
      '3.1 -5',
      '3.2 @x',
      "4.1 'tis",
      "4.2 ''=1",
    ]);
  });
});

describe('given the bytes of a table of values', () => {
  const text = 'No,Café\n1,£5 – “now”\n';
  const expected = ['1.1 No', '1.2 Café', '2.1 1', '2.2 £5 – “now”'];
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');

  it('when they are UTF-8 or UTF-16 then they are read as that, and nothing is said', async () => {
    for (const bytes of [text, `\uFEFF${text}`, utf16, Buffer.from(utf16).swap16()]) {
      expect(await told(bytes)).toEqual(expected);
      const answer = await read(bytes);
      expect(E.isRight(answer) && answer.right.remarks).toEqual([]);
    }
  });

  it('when they are neither then they are read as Windows-1252, and that is said', async () => {
    // In Windows-1252: é is E9, £ A3, – 96, “ 93, ” 94.
    const signs: Readonly<Record<string, number>> = {
      é: 0xe9,
      '£': 0xa3,
      '–': 0x96,
      '“': 0x93,
      '”': 0x94,
    };
    const bytes = Uint8Array.from(Array.from(text, (sign) => signs[sign] ?? sign.charCodeAt(0)));
    expect(await told(bytes)).toEqual(expected);
    const answer = await read(bytes);
    expect(E.isRight(answer) && answer.right.remarks.map(({ kind }) => kind)).toEqual(['doubtful']);
  });

  it('when they are no text then they are refused', async () => {
    expect(await told(Uint8Array.from([65, 44, 0, 66]))).toMatchObject({
      _tag: 'BinaryFile',
      offset: 2,
    });
    expect(await told(Uint8Array.from([0xff, 0xfe, 65, 0, 66]))).toMatchObject({ _tag: 'Damaged' });
    expect(await told(',,\n \n')).toEqual({ _tag: 'EmptyFile', name: 'plan.csv' });
  });
});

describe('given a table of values that cannot be read', () => {
  it.each([
    ['a,b\n1,"x\n2,y\n', 2, 'a quotation mark opens and never closes'],
    ['a,b\n"one\ntwo",x\n3,"y"z\n', 3, '“z” stands after a closing quotation mark'],
  ])(
    'when its quotation marks do not match then it is refused with the row',
    async (text, row, seen) => {
      expect(await told(text)).toMatchObject({ _tag: 'Damaged', part: `row ${row}`, seen });
    },
  );

  it('when it has too many rows or columns then it is refused with how many', async () => {
    expect(await told('x\n'.repeat(100_001))).toMatchObject({
      _tag: 'TooMuchToImport',
      worded: 100_001,
      limit: 40_000,
    });
    expect(await told(`${'x,'.repeat(500)}x\n`)).toMatchObject({
      _tag: 'OverLimit',
      what: 'columns',
      seen: 501,
    });
    // As many empty rows as Excel likes to write below a table are none.
    expect(await told(`x,y\n${',\n'.repeat(150_000)}`)).toEqual(['1.1 x', '1.2 y']);
  });

  it('when it is anything at all then it is read or refused', async () => {
    const sign = fc.constantFrom(
      ...['"', ',', ';', '\t', '|', '\r', '\n', ' ', 'a', 'b', '=', "'", '\u0000', 'é', '\uFEFF'],
      ...['""', 'sep='],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { maxLength: 60 }), fc.boolean(), async (signs, isLatin) => {
        const answer = await read(Buffer.from(signs.join(''), isLatin ? 'latin1' : 'utf8'));
        expect(['Left', 'Right']).toContain(answer._tag);
      }),
      { numRuns: 2_000 },
    );
  });

  it('when any fields are written by RFC 4180 then they are read again', async () => {
    const field = fc
      .array(fc.constantFrom('"', ',', ';', '|', 'a', 'b', ' ', '1'), { maxLength: 6 })
      .map((signs) => signs.join('').replace(/\s+/gu, ' ').trim())
      .filter((words) => !/^(?:.\)|\d+[.)])\s/u.test(words));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(field, field, field), { minLength: 3, maxLength: 6 }),
        async (rows) => {
          const quoted = (words: string): string => `"${words.replaceAll('"', '""')}"`;
          const answer = await told(
            `sep=;\n${rows.map((row) => row.map(quoted).join(';')).join('\n')}`,
          );
          const isWorded = (column: number): boolean => rows.some((row) => row[column] !== '');
          const expected = rows.flatMap((row, at) =>
            row.every((words) => words === '')
              ? []
              : row.flatMap((words, column) =>
                  isWorded(column) ? [`${at + 1}.${column + 1} ${words}`] : [],
                ),
          );
          expect(answer).toEqual(
            expected.length === 0 ? { _tag: 'EmptyFile', name: 'plan.csv' } : expected,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
