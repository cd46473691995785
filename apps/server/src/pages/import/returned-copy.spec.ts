import { changeAction, planAnswer, rateOrder, resolveQuestion } from '@trackrecord/application';
import { PlanId, Rating } from '@trackrecord/domain';
import { LocalDate } from '@trackrecord/kernel';
import { memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { textIn } from '../../testing/form-in.ts';
import { importStage, type ImportStage, paper } from '../../testing/import-stage.ts';
import type { Came } from '../../testing/test-browser.ts';

let stage: ImportStage;

const lantern = must(PlanId)('lantern');

const htmlOf = (came: Came): string => (came._tag === 'Page' ? textIn(came.html) : '');
const toOf = (came: Came): string => (came._tag === 'Redirect' ? came.to.replace(/#.*$/u, '') : '');
const noticeOf = (came: Came): string =>
  came._tag === 'Redirect' ? (came.notice?.text ?? '') : '';

type Action = Readonly<{ ref: string; title: string; rating: string }>;

const answer = () => {
  const question = rightOf(resolveQuestion(stage.desk)(lantern, {}));
  return rightOf(planAnswer(stage.desk)(question));
};

/** A copy that somebody saved as a web page: it tells what it was made from in its first table. */
const copy = (ordinal: number, actions: ReadonlyArray<Action>): string => `<!doctype html>
<html lang="en"><title>Copy</title>
<h1>About</h1><table>
<tr><td>Plan id</td><td>lantern</td></tr><tr><td>As of</td><td>31 March 2026</td></tr>
<tr><td>Ordinal</td><td>${ordinal}</td></tr><tr><td>Kind of file</td><td>workbook</td></tr></table>
<h1>Actions</h1><table>
<tr><th>Ref</th><th>Action</th><th>Rating</th></tr>
${actions
  .map(({ ref, title, rating }) => `<tr><td>${ref}</td><td>${title}</td><td>${rating}</td></tr>`)
  .join('\n')}</table></html>`;

const rated = (rating: string): ReadonlyArray<Action> =>
  answer().actions.map(({ ref, title, rating: stands }) => ({
    ref,
    title,
    rating: ref === '2' ? rating : stands,
  }));

const rateSecond = async (rating: string): Promise<void> => {
  rightOf(
    await changeAction(stage.desk)({
      plan: lantern,
      ref: '2',
      author: () =>
        TE.right({
          by: stage.keeper.party,
          effectiveOn: must(LocalDate)('2026-04-30'),
          channel: 'web',
          verified: true,
        }),
      make: rateOrder(must(Rating)(rating)),
    })(),
  );
  rightOf(await stage.desk.views.catchUp()());
};

const upload = async (page: string): Promise<string> =>
  toOf(
    await stage.upload(
      '/plans/lantern/import',
      { name: 'copy.html', bytes: page },
      { on: '30/6/2026' },
    ),
  );

const shown = async (address: string): Promise<string> => htmlOf(await stage.manager.get(address));

const ratingNow = (): string | undefined => answer().actions.find(({ ref }) => ref === '2')?.rating;

beforeEach(async () => {
  stage = await importStage(await memoryTrackrecord());
  const preview = toOf(
    await stage.upload(
      '/imports/new',
      { name: 'plan.txt', bytes: paper },
      { on: '31/3/2026', plan: 'lantern' },
    ),
  );
  await stage.manager.send(preview, {});
  rightOf(await stage.desk.views.catchUp()());
});

describe('a copy that somebody edited and sent back', () => {
  it('given one rating that was changed, then that alone changes, and nothing else is withdrawn', async () => {
    const { ordinal } = answer();
    const preview = await upload(copy(ordinal, rated('Green')));
    const html = await shown(preview);
    expect(html).toContain('Action 2');
    expect(html).toContain(
      `This is a copy of the plan as of 31 March 2026, made at ordinal ${ordinal}`,
    );
    expect(html).not.toContain('Leaves the plan');
    expect(html).not.toContain('Changed on both sides');
    await stage.manager.send(preview, {});
    rightOf(await stage.desk.views.catchUp()());
    expect(ratingNow()).toBe('Green');
    expect(answer().priorities).toHaveLength(1);
  });

  it('given that the plan says otherwise meanwhile, then both are shown, and the plan’s side is kept', async () => {
    const { ordinal } = answer();
    await rateSecond('Green');
    const preview = await upload(copy(ordinal, rated('Red')));
    const html = await shown(preview);
    expect(html).toContain('Changed on both sides');
    expect(html).toContain('Action 2: rating');
    await stage.manager.send(preview, {});
    rightOf(await stage.desk.views.catchUp()());
    expect(ratingNow()).toBe('Green');
  });

  it('given that the copy’s side is taken, then it is recorded, and what is no clash is not', async () => {
    const { ordinal } = answer();
    await rateSecond('Green');
    const preview = await upload(copy(ordinal, rated('Red')));
    const saved = await stage.manager.post(`${preview}/clashes`, { taken: '2 rating' });
    expect(noticeOf(saved)).toBe('The copy’s side is taken once. This is what it would do now.');
    expect(await shown(preview)).toMatch(/value="2 rating" checked/u);
    await stage.manager.post(`${preview}/clashes`, { taken: '1 rating' });
    expect(await shown(preview)).not.toMatch(/ checked/u);
    await stage.manager.post(`${preview}/clashes`, { taken: '2 rating' });
    await stage.manager.send(preview, {});
    rightOf(await stage.desk.views.catchUp()());
    expect(ratingNow()).toBe('Red');
  });

  it('given a copy of a log that is further on, then it says so, and nothing can be recorded', async () => {
    const html = await shown(await upload(copy(9_999, rated('Red'))));
    expect(html).toContain('made at ordinal 9999, and this log cannot show that');
    expect(html).not.toContain('Record this import');
  });
});
