import { tokenOf } from '@trackrecord/application';
import { StreamName } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { beforeAll, describe, expect, it } from 'vitest';
import { importPaper, papers } from './harbour-year.ts';
import { ChangedJson, type ImportJson, PlanJson } from './kit/answers.ts';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { actionOf } from './kit/reading.ts';

const [[first, march]] = [papers[0] ?? ['', '']];

/** Where the plan's stream ends after a change: what the next one will answer. */
const tokenAfter = (token: string | null, changes: number): string => {
  const [stream = '', revision = ''] = atob(token ?? '').split('@');
  return tokenOf({ stream: must(StreamName)(stream), revision: Number(revision) + changes });
};

describe('the token of a change', () => {
  const desk = setUpDesk();
  const rate = (rating: string) => desk.json(ChangedJson, 'rate', 'harbour', '13', rating);
  const imported: ImportJson[] = [];
  const plan = (of: Desk, ...rest: ReadonlyArray<string>) =>
    of.json(PlanJson, 'plan', 'harbour', ...rest);

  beforeAll(async () => {
    desk.setNow(march);
    imported.push(await importPaper(desk, first, march));
  });

  it('given a change, then a question that waits for it has it', async () => {
    const { token } = await rate('Red');
    const asked = await plan(desk, '--wait-for', token ?? '', '--wait-seconds', '0');
    expect(actionOf(asked, '13').rating).toBe('Red');
  });

  it('given changes of one plan, then their tokens count its events, from the import on', async () => {
    const after = imported[0]?.token ?? null;
    const [amber, green] = [await rate('Amber'), await rate('Green')];
    expect(amber.token).toBe(tokenAfter(after, 2));
    expect(green.token).toBe(tokenAfter(after, 3));
  });

  it('given a change that had nothing new to say, then its token is that of what it found', async () => {
    const { token } = await rate('Red');
    const again = await rate('Red');
    expect({ events: again.events, token: again.token }).toEqual({ events: [], token });
  });

  it('given a preview, then there is none', async () => {
    const preview = await importPaper(desk, first, march, '--dry-run');
    expect(preview.token).toBeNull();
  });

  it('given other commands that change something, then each has one', async () => {
    const review = must(ChangedJson)(
      JSON.parse(await desk.done('review', 'harbour', '--effective-on', march, '--json')),
    );
    expect(atob(review.token ?? '')).toBe(`review-harbour-${march}@0`);
  });

  it('given a change that is still to come, then the question waits for it', async () => {
    const { token } = await rate('Amber');
    const next = tokenAfter(token, 1);
    const asked = plan(desk, '--wait-for', next, '--wait-seconds', '60');
    await rate('Green');
    expect(actionOf(await asked, '13').rating).toBe('Green');
  });

  it.each([['plans'], ['plan', 'harbour'], ['owed'], ['history', 'harbour'], ['parties']])(
    'given a change that does not come, then "%s" ends with 5, names it, and says how far this node is',
    async (...argv) => {
      const { token, ordinal } = await rate('Red');
      const next = tokenAfter(token, 1);
      const ran = await desk.run(...argv, '--wait-for', next, '--wait-seconds', '0');
      expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 5, stdout: '' });
      expect(ran.stderr).toContain(next);
      expect(ran.stderr).toContain(`ordinal ${ordinal}`);
    },
  );

  it.each([
    ['what is no token', ['--wait-for', 'plan-harbour@3'], 'plan-harbour@3'],
    ['a time that is none', ['--wait-for', 'cGxhbi1hQDM', '--wait-seconds', 'long'], 'long'],
  ])('given %s, then it ends with 2 and names it', async (_case, options, named) => {
    const ran = await desk.run('plan', 'harbour', ...options);
    expect({ code: ran.code, stdout: ran.stdout }).toEqual({ code: 2, stdout: '' });
    expect(ran.stderr).toContain(named);
  });

  it('given a node that has no log yet, then it says that, and does not answer with nothing', async () => {
    const { token } = await rate('Amber');
    const nowhere = setUpDesk();
    const ran = await nowhere.run('plans', '--wait-for', token ?? '', '--wait-seconds', '0');
    expect(ran.code).toBe(3);
  });

  it('given a log that was moved, then its tokens mean the same', async () => {
    const { token } = await rate('Red');
    const other = setUpDesk();
    await other.done('log', 'copy', '--from', desk.data, '--to', `${other.data}/log.db`);
    const asked = await plan(other, '--wait-for', token ?? '', '--wait-seconds', '0');
    expect(actionOf(asked, '13').rating).toBe('Red');
    expect((await other.json(ChangedJson, 'rate', 'harbour', '13', 'Green')).token).toBe(
      tokenAfter(token, 1),
    );
  });
});
