import { streamOf } from '@trackrecord/application';
import { ActionRenumbered } from '@trackrecord/domain';
import { appendEvents, eventsFrom, happened, livedInHarbour, rightOf } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import { browserOf, visitorAs } from '../../testing/test-browser.ts';
import { somebodyAs, toldBy } from '../../testing/asking.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { actionRoutes } from '../action/action-routes.ts';

/** From June on action 27 is called 14, and 14 is called 27. */
const changedPlaces = async () => {
  const data = await livedInHarbour();
  await appendEvents(
    data,
    streamOf('plan', 'harbour'),
    eventsFrom(
      500,
      happened(ActionRenumbered, { action: '27', ref: '14', label: '14' }, '2026-06-01'),
      happened(ActionRenumbered, { action: '14', ref: '27', label: '27' }, '2026-06-01'),
    ),
  );
  return testDesk(data);
};

describe('given two actions that have changed numbers', () => {
  it('when one is rated on its form for a date before then the one that was shown is rated', async () => {
    const desk = await changedPlaces();
    const farrow = somebodyAs('p-farrow', 'Ivo Farrow', 'owner', 'harbour');
    const browser = browserOf(desk, actionRoutes, visitorAs(farrow));
    const told = await browser.send('/plans/harbour/actions/14/rate', {
      rating: 'Red',
      effectiveOn: '1/5/2026',
    });
    expect(toldBy(told)[0]).toBe('/plans/harbour/actions/14');
    const recorded = rightOf(
      await desk.log.readStream(streamOf('plan', 'harbour'), {
        direction: 'backwards',
        limit: 1,
      })(),
    );
    expect(recorded.map(({ event }) => [event.type, event.effectiveOn, event.data])).toEqual([
      ['RatingChanged', '2026-05-01', { action: '27', rating: 'Red' }],
    ]);
  });

  it('when an owner opens the form of the one that now has the number of theirs then it is refused', async () => {
    const farrow = somebodyAs('p-farrow', 'Ivo Farrow', 'owner', 'harbour');
    const browser = browserOf(await changedPlaces(), actionRoutes, visitorAs(farrow));
    expect(toldBy(await browser.get('/plans/harbour/actions/27/rate'))).toEqual(['NotAuthorised']);
  });
});
