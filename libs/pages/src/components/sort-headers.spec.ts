import { describe, expect, it } from 'vitest';
import { sortHeaders } from './sort-headers.ts';

const hrefOf = ({ by, direction }: { by: string; direction: string }) => `?${by}=${direction}`;
const columns = [{ by: 'ref', text: 'Action' }, { by: 'rating', text: 'Rating' }, { text: 'Note' }];

describe('sortHeaders', () => {
  it('given the column that is sorted by, then its link turns it the other way about', () => {
    const headers = sortHeaders(columns, { by: 'ref', direction: 'ascending' }, hrefOf);
    expect(headers[0]).toMatchObject({ sort: 'ascending', href: '?ref=descending' });
  });

  it('given a column sorted downwards, then its link turns it up again', () => {
    const headers = sortHeaders(columns, { by: 'ref', direction: 'descending' }, hrefOf);
    expect(headers[0]).toMatchObject({ sort: 'descending', href: '?ref=ascending' });
  });

  it('given another column, then its link sorts by it upwards', () => {
    const headers = sortHeaders(columns, null, hrefOf);
    expect(headers[1]).toMatchObject({ sort: 'none', href: '?rating=ascending' });
  });

  it('given a column that cannot be sorted by, then it has no link', () => {
    expect(sortHeaders(columns, null, hrefOf)[2]).toMatchObject({ sort: 'none', href: null });
  });
});
