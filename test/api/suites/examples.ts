import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { curlIn } from '../kit/curl-in.ts';
import type { ManagedApi } from '../kit/managed-api.ts';

const page = readFileSync(new URL('../../../docs/api.md', import.meta.url), 'utf8');

/** What docs/api.md shows works as it is shown. */
export const examplesSuite = (api: () => ManagedApi): void => {
  it('given its examples, one after the other, then each is answered', async () => {
    const examples = curlIn(page, api().manager);
    expect(examples.length).toBeGreaterThan(8);
    for (const { method, path, headers, body } of examples) {
      const answered = await api().ask(method, path, { headers, body });
      expect([method, path, answered.status, answered.status === 200 ? '' : answered.text]).toEqual(
        [method, path, 200, ''],
      );
    }
  });

  it('given one that asks for a table, then it is one', async () => {
    const [table] = curlIn(page, api().manager).filter(({ path }) => path.includes('.csv'));
    const answered = await api().ask('GET', table?.path ?? '', { headers: table?.headers ?? {} });
    expect(answered.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(answered.headers.get('trackrecord-question')).toBe(
      '/api/v1/plans/harbour/actions.csv?asOf=2026-03-31',
    );
    expect(answered.headers.get('content-disposition')).toContain('filename="harbour-actions.csv"');
    expect(answered.text.split('\r\n').slice(1, 3)).toEqual([
      '1,1,Do 1,Not rated,open,,,,,,,,,2026-01-01,2026-01-01,yes,,',
      '2,2,Do 2,Not rated,open,,,,,,,,,2026-01-01,2026-01-01,yes,,',
    ]);
  });
};
