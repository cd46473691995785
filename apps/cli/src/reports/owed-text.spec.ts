import type { OwedAnswer } from '@trackrecord/application';
import { PlanId } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { quietShell } from '../wiring/quiet-shell.ts';
import { owedText } from './owed-text.ts';

const on = must(LocalDate);

const debt = (about: string, more: Partial<OwedAnswer> = {}): OwedAnswer => ({
  plan: must(PlanId)('harbour'),
  about,
  action: about.startsWith('action:') ? about.slice(7) : null,
  title: `Do ${about}`,
  party: null,
  reason: 'overdue',
  since: on('2026-01-31'),
  dueOn: on('2026-02-28'),
  daysOverdue: 3,
  words: null,
  request: null,
  ...more,
});

const lines = (...debts: ReadonlyArray<OwedAnswer>): ReadonlyArray<string> =>
  owedText(debts)({ ...quietShell().terminal, width: 120 }).split('\n');

const asha = { id: 'p-1', name: 'Asha Bell' };

describe('what is owed, as text', () => {
  it('given nothing, then that', () => {
    expect(lines()).toEqual(['Nobody owes an update.']);
  });

  it('given updates, then by whoever owes them, each action once, nobody’s last', () => {
    expect(
      lines(
        debt('action:27'),
        debt('action:3', { party: asha }),
        debt('action:3', {
          ...{ party: asha, reason: 'timescale passed', since: on('2026-02-15') },
        }),
      ),
    ).toEqual([
      'harbour: 3 updates owed on 2 actions',
      '',
      'Asha Bell',
      '  3   Do action:3',
      '      no news since 2026-01-31: due 2026-02-28, 3 days overdue',
      '      to be done by 2026-02-15, and still open',
      '',
      'Nobody in particular (the plan’s manager answers)',
      '  27  Do action:27',
      '      no news since 2026-01-31: due 2026-02-28, 3 days overdue',
    ]);
  });

  it('given data, then after the updates, each by what it is of and its title', () => {
    expect(
      lines(
        debt('action:27'),
        debt('target:2a', {
          ...{ title: 'Open ten', reason: 'target with a gap', words: 'by ***' },
        }),
        debt('target:2b', {
          ...{ title: 'Open by ***', reason: 'target with a gap', words: 'Open by ***' },
        }),
        debt('indicator:ni-901', { title: 'NI 901 Families reached', reason: 'no observation' }),
        debt('dataNeed:d-1', { title: 'By ward', reason: 'data missing', words: 'By ward' }),
      ),
    ).toEqual([
      'harbour: 1 update owed on 1 action, and 4 gaps in its data',
      '',
      'Nobody in particular (the plan’s manager answers)',
      '  27  Do action:27',
      '      no news since 2026-01-31: due 2026-02-28, 3 days overdue',
      '',
      'Data (the plan’s manager answers)',
      '  target    Open ten',
      '      left open since 2026-01-31: “by ***”',
      '  target    Open by ***',
      '      left open since 2026-01-31',
      '  indicator NI 901 Families reached',
      '      a period ended on 2026-01-31 without a value',
      '  data need By ward',
      '      wanted by 2026-01-31',
    ]);
  });

  it('given data alone, then no updates are counted', () => {
    const [first] = lines(debt('indicator:ni-1', { reason: 'no observation' }));
    expect(first).toBe('harbour: 1 gap in its data');
  });

  it('given a plan whose period has ended, then that, and no action is counted', () => {
    const ended = debt('plan', { reason: 'period ended', title: null, words: 'Close the plan.' });
    expect(lines(ended)).toEqual([
      'harbour: 1 update owed',
      '',
      'Nobody in particular (the plan’s manager answers)',
      "      the plan's period ended on 2026-01-31: Close the plan.",
    ]);
  });
});
