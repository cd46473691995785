import { LocalDate } from '@trackrecord/kernel';
import { must, rightOf } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { proposePlan } from '../propose-plan.ts';
import { readText } from '../reading/text/read-text.ts';
import { importReport } from './import-report.ts';

const text = (title: string): string => `${title}

Priority 1: Health

\tAction 1. Open a clinic by the harbour
\tGREEN
`;

/** What is doubtful in a document that is imported for a date. */
const doubts = (title: string, on: string): ReadonlyArray<string> => {
  const document = rightOf(readText('plan.txt', new TextEncoder().encode(text(title))));
  return importReport({
    plan: 'lantern',
    document,
    proposal: proposePlan(document),
    imported: {
      events: [],
      reconciled: {
        steps: [],
        confirmed: [],
        takesBack: [],
        changes: {},
        warnings: [],
        clashes: [],
      },
      ordinal: null,
      token: null,
    },
    effectiveOn: must(LocalDate)(on),
    committed: false,
  }).warnings.map(({ message }) => message);
};

describe('dates in what is doubtful about a document', () => {
  it('given a period and a date outside of it, then both are told as people write dates', () => {
    const told = doubts('Lantern Bay Children’s Plan 2026 – 2028', '2029-03-01').join('\n');
    expect(told).toContain('"2026 – 2028" is read as 1 January 2026 to 31 December 2028.');
    expect(told).toContain("the import's date 1 March 2029 lies outside of the plan's period");
    expect(told).not.toMatch(/\d{4}-\d{2}-\d{2}/u);
  });
});
