import { LocalDate } from '@trackrecord/kernel';
import { PartyId } from '@trackrecord/domain';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import { describe, expect, it } from 'vitest';
import type { Said } from '../carrying-out/circumstances.ts';
import { partnershipNamed } from './partnerships.ts';

const said: Said = {
  by: must(PartyId)('ada-clerk'),
  effectiveOn: must(LocalDate)('2026-01-01'),
  channel: 'command line',
};

const long = 'The Partnership for the Children and Young People of the Towns of';

describe('the partnership of a name', () => {
  it('given two long names that begin alike, then they are two; given one again, then it is the same', async () => {
    const deps = await memoryTrackrecord();
    const ids: string[] = [];
    for (const name of [`${long} Harbour`, `${long} Vale`, `${long} VALE`])
      ids.push(rightOf(await partnershipNamed(deps)(name, said)()));
    expect(ids).toEqual([
      'the-partnership-for-the-children-and-young-people-of-the-towns-of-harbour',
      'the-partnership-for-the-children-and-young-people-of-the-towns-of-vale',
      'the-partnership-for-the-children-and-young-people-of-the-towns-of-vale',
    ]);
    expect(rightOf(await partnershipNamed(deps)('Plant Môn', said)())).toBe('plant-mon');
  });

  it.each([`${long} Harbour and of Vale`, 'Дети Вейл', '—'])(
    'given "%s", which makes no id, then it is refused',
    async (name) => {
      const deps = await memoryTrackrecord();
      expect(await partnershipNamed(deps)(name, said)()).toEqual(
        E.left({
          _tag: 'Invalid',
          message: `"${name}" is no name for a partnership: it needs letters from A to Z or digits, at most 80 characters.`,
          field: 'partnership',
        }),
      );
    },
  );
});
