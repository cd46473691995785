import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { setUpTestCluster } from '../cluster/test-cluster.ts';
import { liveThrough, papers, sampleFile } from './harbour-year.ts';
import { ChangedJson } from './kit/answers.ts';
import { setUpDesk } from './kit/desk.ts';
import { lookupRealPlan } from './kit/real-plan.ts';
import { seededIds } from './kit/seeded-ids.ts';

const cluster = setUpTestCluster();

/** Two desks that say the same when the same is done: one with a log in a file, one with its log in a cluster. */
const setUpBoth = async (seed: string) => {
  const connection = await cluster.connection();
  const environment = { TRACKRECORD_LOG: connection, TRACKRECORD_TENANT: cluster.newTenant() };
  return {
    environment,
    inFile: setUpDesk({ ids: seededIds(seed) }),
    inCluster: setUpDesk({ ids: seededIds(seed), environment }),
  };
};

type Both = Awaited<ReturnType<typeof setUpBoth>>;

/** Does the same at both desks: what is printed, errors too, is the same byte for byte. */
const same = async ({ inFile, inCluster }: Both, ...argv: ReadonlyArray<string>) => {
  const one = await inFile.run(...argv, '--json');
  const other = await inCluster.run(...argv, '--json');
  expect(other, argv.join(' ')).toEqual(one);
  return one;
};

const done = async (both: Both, ...argv: ReadonlyArray<string>) => {
  const { code, stderr } = await same(both, ...argv);
  expect({ code, stderr }, argv.join(' ')).toEqual({ code: 0, stderr: '' });
};

const setNow = ({ inFile, inCluster }: Both, now: string): void => {
  inFile.setNow(now);
  inCluster.setNow(now);
};

/** All that can be asked about a plan on some dates, on which it may not be there yet, or not be known. */
const askAll = async (both: Both, plan: string, dates: ReadonlyArray<string>): Promise<void> => {
  for (const date of dates) {
    await same(both, 'plan', plan, '--as-of', date);
    await same(both, 'plan', plan, '--as-of', date, '--known-at', date);
    await same(both, 'owed', plan, '--as-of', date);
  }
  await done(both, 'plan', plan);
  await done(both, 'history', plan, '--all');
  await done(both, 'parties', plan);
  await done(both, 'owed');
  await done(both, 'plans');
};

/** When people go on after that year. */
const later = '2026-02-01';

describe('the year of Harbour and Vale, in a file and in a cluster', () => {
  const desks: Both[] = [];
  const both = (): Both => {
    const [first] = desks;
    if (first === undefined) throw new Error('nobody has lived through it');
    return first;
  };

  beforeAll(async () => {
    const made = await setUpBoth('harbour');
    desks.push(made);
    const years = [await liveThrough(made.inFile), await liveThrough(made.inCluster)];
    expect(years[1]).toEqual(years[0]);
  }, 120_000);

  it('then every question is answered the same, byte for byte, ordinals included', async () => {
    await askAll(
      both(),
      'harbour',
      papers.map(([, on]) => on),
    );
    for (const [name] of papers) await done(both(), 'plan', 'harbour', '--as-in', name);
    await done(both(), 'changes', 'harbour', '--from', '2025-06-30', '--to', '2025-12-31');
    await done(both(), 'action', 'harbour', '7');
    await done(both(), 'history', 'harbour', '7', '--field', 'rating');
  });

  it('then what is refused is refused alike', async () => {
    for (const argv of [
      ['rate', 'harbour', '7', 'Purple'],
      ['rate', 'harbour', '99', 'Red'],
      ['rate', 'harbour', '7', 'Red', '--based-on', '1'],
      ['plan', 'nowhere'],
      ['plan', 'harbour', '--known-at', '99999'],
      ['import', sampleFile('plan-2025-q2.txt'), '--plan', 'harbour', '--effective-on', 'soon'],
    ]) {
      const { code } = await same(both(), ...argv);
      expect(code, argv.join(' ')).not.toBe(0);
    }
  });

  it('when a paper comes again, is undone and comes back, then both say the same', async () => {
    const [name, on] = papers[3] ?? ['', ''];
    const importing = ['import', sampleFile(name), '--plan', 'harbour', '--effective-on', on];
    await done(both(), ...importing);
    await done(both(), 'undo-import', 'harbour', name, '--why', 'A draft');
    await done(both(), 'history', 'harbour');
    await done(both(), ...importing, '--dry-run');
    await done(both(), ...importing);
    await askAll(both(), 'harbour', [on]);
  });

  it('when people go on, then both say the same', async () => {
    setNow(both(), later);
    for (const argv of [
      ['rate', 'harbour', '13', 'Red', '--on-word-of', 'Nuala Finch', '--why', 'No site yet'],
      ['note', 'harbour', '13', 'Two sites were seen.'],
      ['assign', 'harbour', '13', 'A New Person', '--role', 'support'],
      ['ask', 'harbour', '14', '--of', 'Nuala Finch', '--due', '2026-02-20'],
      ['answer', 'harbour', '14', 'All signed', '--rating', 'Green'],
      ['no-change', 'harbour', '15'],
      ['timescale', 'harbour', '16', 'by September 2026'],
      ['reword', 'harbour', '17', 'Open ten playgrounds'],
      ['close', 'harbour', '18'],
      ['record', 'harbour', 'NI 901', '41.5', '--period', '2025/26'],
      ['merge', 'A New Person', 'Nuala Finch'],
      ['cadence', 'harbour', '3'],
      ['review', 'harbour'],
      ['rate', 'harbour', '13', 'Red'],
    ])
      await done(both(), ...argv);
    await askAll(both(), 'harbour', ['2026-02-01']);
  });

  it('then the node’s views can be built anew, its copy be verified, and the log be looked at', async () => {
    const { inCluster, inFile } = both();
    const before = await inCluster.done('plan', 'harbour', '--json');
    expect(await inCluster.done('rebuild', '--json')).toBe(await inFile.done('rebuild', '--json'));
    expect(await inCluster.done('plan', 'harbour', '--json')).toBe(before);
    expect(await inCluster.done('verify', '--json')).toBe(await inFile.done('verify', '--json'));
    const status: unknown = JSON.parse(await inCluster.done('log', 'status', '--json'));
    expect(status).toMatchObject({ engine: 'cluster', state: 'live', skipped: [], problem: null });
  });

  it('then a backup of the node’s copy is a log in a file, and a cluster is not restored into', async () => {
    const { inCluster } = both();
    const backup = join(inCluster.data, 'backup.db');
    await inCluster.done('backup', backup);
    const refused = await inCluster.run('restore', backup);
    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('trackrecord log copy');
    const restored = setUpDesk();
    restored.setNow(later);
    await restored.done('restore', backup);
    expect(await restored.done('history', 'harbour', '--all', '--json')).toBe(
      await inCluster.done('history', 'harbour', '--all', '--json'),
    );
    await restored.done('note', 'harbour', '13', 'From now on in a file.');
  });

  it('then another node answers the same, and waits for what this one was told', async () => {
    const { inCluster, environment } = both();
    const other = setUpDesk({ environment });
    other.setNow(later);
    const asked = ['history', 'harbour', '--all', '--json'];
    expect(await other.done(...asked)).toBe(await inCluster.done(...asked));
    const { token } = await inCluster.json(ChangedJson, 'note', 'harbour', '13', 'One more.');
    const waiting = ['--wait-for', token ?? '', '--wait-seconds', '60'];
    expect(await other.done(...asked, ...waiting)).toBe(await inCluster.done(...asked));
  });

  it('when it is moved to a file and on to an empty cluster, then all three are equal', async () => {
    const { inCluster, environment } = both();
    const connection = environment.TRACKRECORD_LOG;
    const file = join(inCluster.data, 'moved.db');
    const toFile = ['--from', connection, '--to', file];
    await inCluster.done('log', 'copy', ...toFile);
    expect(await inCluster.done('log', 'compare', ...toFile)).toMatch(/^Equal: /u);
    const elsewhere = { ...environment, TRACKRECORD_TENANT: cluster.newTenant() };
    const mover = setUpDesk({ environment: elsewhere });
    const toCluster = ['--from', file, '--to', connection];
    await mover.done('log', 'copy', ...toCluster);
    expect(await mover.done('log', 'compare', ...toCluster)).toMatch(/^Equal: /u);
    const asked = ['plan', 'harbour', '--as-of', '2025-12-31', '--json'];
    expect(await mover.done(...asked)).toBe(await inCluster.done(...asked));
  }, 120_000);
});

const realPlans = [
  ['ashford-1-cypp-2008-2011.txt', 'ashford', '2010-03-31'],
  ['tunbridge-wells-cypp-2008-2010.txt', 'tunbridge-wells', '2008-09-30'],
] as const;

describe.each(realPlans)('the real plan %s', (name, plan, on) => {
  const real = lookupRealPlan(name);

  it.skipIf(real === undefined)(
    'given it in a file and in a cluster, then both say the same, byte for byte',
    async () => {
      const both = await setUpBoth(plan);
      const importing = ['import', real?.path ?? '', '--plan', plan, '--effective-on'];
      setNow(both, on);
      await done(both, ...importing, on, '--dry-run');
      await done(both, ...importing, on);
      await done(both, ...importing, on);
      setNow(both, '2011-01-15');
      await done(both, ...importing, '2011-01-15');
      await askAll(both, plan, [on, '2011-01-15', '2009-06-30']);
      await done(both, 'undo-import', plan, name, '--why', 'A draft');
      await done(both, 'plans');
      await done(both, ...importing, on);
      await askAll(both, plan, [on]);
    },
    120_000,
  );
});

describe('a sample plan in another layout', () => {
  it.each([
    ['rba-plan.txt'],
    ['other-layouts/dotted-numbers.txt'],
    ['other-layouts/register-with-headers.txt'],
  ])('given %s, then it comes to the same in a file and in a cluster', async (name) => {
    const both = await setUpBoth(name);
    await done(
      both,
      'import',
      sampleFile(name),
      '--plan',
      'sample',
      '--effective-on',
      '2025-03-31',
    );
    await askAll(both, 'sample', ['2025-03-31']);
  });
});
