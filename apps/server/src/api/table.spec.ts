import { describe, expect, it } from 'vitest';
import type { Exchange } from '../http/exchange.ts';
import { fieldsOf, noFields } from '../http/fields.ts';
import { fileWords, tableReply, wantsTable } from './table.ts';

const asked = (path: string, accept?: string): Exchange => ({
  id: 'r-1',
  method: 'GET',
  path,
  params: {},
  query: noFields,
  form: noFields,
  files: [],
  body: undefined,
  header: (name) => (name === 'accept' ? accept : undefined),
  visitor: { _tag: 'Nobody' },
  address: '',
  gone: new AbortController().signal,
});

describe('whether a table is asked for', () => {
  it.each([
    [undefined, false],
    ['*/*', false],
    ['application/json', false],
    ['text/csv', true],
    ['Text/CSV; charset=utf-8', true],
    ['text/csv;q=0.5, application/json', false],
    ['text/csv, application/json;q=0.5', true],
    ['text/csv;q=0', false],
    ['text/csv;q=much', false],
    ['text/html, */*;q=0.8', false],
  ])('given "Accept: %s", then %s', (accept, wanted) => {
    expect(wantsTable(asked('/api/v1/plans', accept), undefined)).toBe(wanted);
  });

  it('given .csv at the end of the address, or the format by name, then that counts', () => {
    expect(wantsTable(asked('/api/v1/owed.csv'), undefined)).toBe(true);
    expect(wantsTable(asked('/api/v1/owed.csv', 'text/csv'), 'json')).toBe(false);
    expect(wantsTable(asked('/api/v1/owed'), 'csv')).toBe(true);
  });
});

describe('a table as a file', () => {
  it('given words of any kind, then its name is made of letters, digits, hyphens and dots', () => {
    expect(fileWords('harbour', null, 'as of', '2026-03-31', 'é/..\\"x"', 812)).toBe(
      'harbour-as-of-2026-03-31-é-..-x-812',
    );
  });

  it('given a question with any characters, then the header that repeats it is one line of ASCII', () => {
    const reply = tableReply(
      { name: () => 'owed', csv: () => 'a' },
      {},
      { ...asked('/api/v1/plans/é'), query: fieldsOf([['party', 'I. Färrow\r\nX: y']]) },
      {},
    );
    expect(reply.headers?.['trackrecord-question']).toBe(
      '/api/v1/plans/%C3%A9?party=I.+F%C3%A4rrow%0D%0AX%3A+y',
    );
  });
});
