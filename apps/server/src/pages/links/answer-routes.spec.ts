import { actionDetails, resolveQuestion, streamOf } from '@trackrecord/application';
import {
  ActionClosed,
  ActionRenumbered,
  AnswerLinksRevoked,
  ContactAddressSet,
  OwnerReleased,
  PartyMerged,
  PlanClosed,
  PlanId,
  RatingChanged,
  RemindersStopped,
} from '@trackrecord/domain';
import { signedLinks } from '@trackrecord/notifications';
import { happened, memoryTrackrecord, must, rightOf } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Visitor } from '../../http/exchange.ts';
import { pageIn, somebodyAs, toldBy, wordsIn } from '../../testing/asking.ts';
import { formIn } from '../../testing/form-in.ts';
import { type LinkStage, linksIn, linkStage, reedStream } from '../../testing/link-stage.ts';
import { browserOf, visitorAs } from '../../testing/test-browser.ts';
import { answerRoutes } from './answer-routes.ts';
import { stopRoutes } from './stop-routes.ts';

const nobody: Visitor = { _tag: 'Nobody' };
const harbour = must(PlanId)('harbour');

describe('answering by a link', () => {
  let stage: LinkStage;
  let link: string;
  let other: string;

  beforeEach(async () => {
    stage = await linkStage(await memoryTrackrecord());
    [link = '', other = ''] = linksIn(stage.letters[0]);
  });

  const browser = (visitor: Visitor = nobody) =>
    browserOf(stage.desk, [...answerRoutes, ...stopRoutes], visitor);
  const actionOne = (ref = '1') => {
    const resolved = rightOf(resolveQuestion(stage.desk)(harbour, {}));
    return rightOf(actionDetails(stage.desk)(resolved, ref));
  };
  const trail = () =>
    rightOf(
      stage.desk.views.recordsOf(streamOf('plan', 'harbour'), rightOf(stage.desk.views.head()), {
        subject: 'action:1',
      }),
    ).filter(({ channel }) => channel === 'email link');
  const update = { rating: 'Green', text: 'It opened on 4 June.', effectiveOn: '4/6/2026' };

  it('given a digest of two actions, then it holds a link for each, and opens them with what is asked and how it stands', async () => {
    expect(linksIn(stage.letters[0])).toHaveLength(2);
    const words = wordsIn(await browser().get(link));
    for (const said of [
      ...['Harbour Children’s Plan', 'Update on action 1', 'Open a drop-in on Thursdays'],
      ...['Amber', 'Last note, 5 January 2026, Ada Holt', 'A room is found.', 'Mary Reed'],
      'Asked for on 1 June 2026: “Is it open?”',
      'An update was due on 5 March 2026; the last news is from 5 January 2026',
    ])
      expect(words).toContain(said);
    expect(words).not.toContain('Train the school nurses');
    expect(formIn(pageIn(await browser().get(link)).html, 'change')).toMatchObject({
      text: [''],
      effectiveOn: ['30/6/2026'],
    });
    expect(formIn(pageIn(await browser().get(link)).html, 'change')).not.toHaveProperty('rating');
  });

  it('given programs that open every link twice, then nothing is recorded', async () => {
    const before = await stage.countEvents();
    for (const address of [link, other, ...linksIn(stage.letters[0], 'stop')]) {
      await browser().get(address);
      await browser().get(address);
    }
    expect(await stage.countEvents()).toBe(before);
  });

  it('given an answer, then it is recorded as theirs, by that link, and settles what was asked', async () => {
    const came = await browser().send(link, update);
    expect(wordsIn(came)).toMatch(
      /Thank you: your answer is recorded .*Action 1 .*Green .*It opened on 4 June\. .*4 June 2026/u,
    );
    expect(actionOne()).toMatchObject({
      rating: 'Green',
      lastUpdatedOn: '2026-06-04',
      requests: [{ state: 'given' }],
    });
    expect(actionOne().notes.at(-1)).toMatchObject({
      text: 'It opened on 4 June.',
      on: '2026-06-04',
    });
    expect(trail().map(({ recordedBy }) => recordedBy)).toEqual(
      trail().map(() => ({ party: 'p-reed', verified: true })),
    );
    expect(trail().length).toBeGreaterThan(1);
    expect(stage.rings()).toBe(1);
  });

  it('given that nothing has changed, then that is recorded of the day', async () => {
    const came = await browser().send(link, { unchanged: 'yes' });
    expect(wordsIn(came)).toMatch(/Nothing has changed .*Amber .*30 June 2026/u);
    expect(actionOne()).toMatchObject({ rating: 'Amber', lastUpdatedOn: '2026-06-30' });
  });

  it.each([
    { filling: { rating: '', text: ' ' }, told: 'rating: How does it stand? Choose a rating, or' },
    { filling: { rating: 'Purple' }, told: 'rating: ' },
    { filling: { text: 'x'.repeat(5001) }, told: 'text: What is the latest? Enter at most 5,000' },
    {
      filling: { effectiveOn: '1/7/2026' },
      told: 'effectiveOn: On which day is this true? 1 July',
    },
    {
      filling: { effectiveOn: '31/6/2026' },
      told: 'effectiveOn: On which day is this true? “31/6',
    },
    { filling: { effectiveOn: '31/12/2025' }, told: 'effectiveOn: ' },
    { filling: { unchanged: 'yes' }, told: 'rating: How does it stand? You chose Green, and' },
    { filling: { unchanged: 'yes', rating: '' }, told: 'text: What is the latest? You wrote' },
  ])(
    'given $filling, then the form comes again as it was filled in, and says of the field what is wrong',
    async ({ filling, told }) => {
      const before = await stage.countEvents();
      const came = await browser().send(link, { ...update, ...filling });
      expect(['400', '422']).toContain(toldBy(came)[0]);
      expect(toldBy(came)[1]).toContain(told);
      const { unchanged: _, ...typed } = { unchanged: '', ...update, ...filling };
      expect(formIn(pageIn(came).html, 'change')).toMatchObject({
        text: [typed.text],
        effectiveOn: [typed.effectiveOn],
      });
      expect(await stage.countEvents()).toBe(before);
    },
  );

  it('given an answer that is sent once more, then what is on record is shown, and nothing is added', async () => {
    const form = await browser().open(link);
    await browser().post(link, { ...form, ...update });
    const before = await stage.countEvents();
    const again = await browser().post(link, { ...form, ...update, rating: 'Red' });
    expect(pageIn(again).status).toBe(200);
    expect(wordsIn(again)).toMatch(/recorded before .*Green .*It opened on 4 June/u);
    expect(await stage.countEvents()).toBe(before);
    const [first, second] = await Promise.all(
      ['Red', 'Green'].map((rating) => browser().post(other, { ...update, rating, text: '' })),
    );
    expect([first, second].map((came) => came && pageIn(came).status)).toEqual([200, 200]);
    expect(await stage.countEvents()).toBe(before + 2);
  });

  it('given a link that was used, when it is opened, then it says when, not what, and offers another', async () => {
    await browser().send(link, update);
    const came = await browser().get(link);
    expect(pageIn(came).status).toBe(410);
    expect(wordsIn(came)).toContain('It was answered on 30 June 2026');
    expect(wordsIn(came)).toContain('Send me a new link');
    expect(wordsIn(came)).not.toContain('It opened');
  });

  it('given somebody rated it meanwhile, then the form says so, and takes it when it is sent again', async () => {
    const form = await browser().open(link);
    await stage.happens([happened(RatingChanged, { action: '1', rating: 'Red' })]);
    const came = await browser().post(link, { ...form, ...update, effectiveOn: '30/6/2026' });
    expect(toldBy(came)[0]).toBe('409');
    expect(toldBy(came)[1]).toContain('was changed to Red by Ada Holt meanwhile');
    const again = await browser().post(link, {
      ...formIn(pageIn(came).html, 'change'),
      rating: 'Green',
    });
    expect(pageIn(again).status).toBe(200);
    expect(actionOne().rating).toBe('Green');
  });

  it('given a link of which any one character is another, then it is no link', async () => {
    const token = link.slice('/answer/'.length);
    for (const at of Array.from(token, (_, place) => place)) {
      const flipped = String.fromCharCode(token.charCodeAt(at) ^ 1);
      const tampered = `${token.slice(0, at)}${flipped}${token.slice(at + 1)}`;
      const came = await browser().get(`/answer/${encodeURIComponent(tampered)}`);
      expect([at, pageIn(came).status]).toEqual([at, 404]);
      const sent = await browser().post(`/answer/${encodeURIComponent(tampered)}`, update);
      expect([at, pageIn(sent).status]).toEqual([at, 404]);
    }
    expect(trail()).toEqual([]);
  });

  it('given a link that is cut, of another purpose, of another server, or of what is not there, then it is no link', async () => {
    const [stop = ''] = linksIn(stage.letters[0], 'stop');
    const claims = stage.desk.links.read(link.slice('/answer/'.length));
    if (claims._tag === 'None') throw new Error('a link is read');
    const ours = { ...claims.value };
    for (const address of [
      link.slice(0, -8),
      stop.replace('/stop/', '/answer/'),
      `/answer/${signedLinks('another server’s key, of 32 bytes').sign(ours)}`,
      `/answer/${stage.desk.links.sign({ ...ours, message: 9 })}`,
      `/answer/${stage.desk.links.sign({ ...ours, item: 9 })}`,
      `/answer/${stage.desk.links.sign({ ...ours, plan: must(PlanId)('other') })}`,
    ]) {
      const came = await browser().get(address);
      expect([address, pageIn(came).status]).toEqual([address, 404]);
      expect(wordsIn(came)).toContain('copy the whole address');
      expect(pageIn(await browser().post(`${address}/again`, {})).status).toBe(404);
    }
    expect(pageIn(await browser().get(link.replace('/answer/', '/stop/'))).status).toBe(404);
  });

  it('given the day after its last, then it has ended; a new one goes to the same address, and can be used', async () => {
    stage.setNow('2026-07-30T12:00:00.000Z');
    expect(pageIn(await browser().get(link)).status).toBe(200);
    stage.setNow('2026-07-31T12:00:00.000Z');
    const came = await browser().send(link, update);
    expect(pageIn(came).status).toBe(410);
    expect(wordsIn(came)).toContain('It could be used until 30 July 2026');
    await stage.goRound();
    const before = stage.letters.length;
    const sent = await browser().post(`${link}/again`, {});
    expect(wordsIn(sent)).toContain('We have sent it to the address that the first went to');
    expect(pageIn(sent).html).not.toContain('vale.example');
    // Pressed twice, one is sent.
    expect(wordsIn(await browser().post(`${link}/again`, {}))).toBe(wordsIn(sent));
    await stage.goRound();
    expect(stage.letters).toHaveLength(before + 1);
    expect(stage.letters.at(-1)?.to.address).toBe('m.reed@vale.example');
    const [fresh = ''] = linksIn(stage.letters.at(-1));
    expect(linksIn(stage.letters.at(-1))).toHaveLength(1);
    stage.setNow('2026-08-30T12:00:00.000Z');
    expect(pageIn(await browser().get(fresh)).status).toBe(200);
    expect(pageIn(await browser().send(fresh, update)).status).toBe(200);
    expect(actionOne().rating).toBe('Green');
    stage.setNow('2026-09-01T12:00:00.000Z');
    expect(wordsIn(await browser().post(`${link}/again`, {}))).toContain('so old');
    // Nothing is offered that would be refused.
    const tooOld = wordsIn(await browser().get(link));
    expect(tooOld).toContain('so old');
    expect(tooOld).not.toContain('Send me a new link');
  });

  it('given it is asked for again and again, then after five new links there are no more', async () => {
    for (const time of [1, 2, 3, 4, 5]) {
      expect([time, pageIn(await browser().post(`${link}/again`, {})).status]).toEqual([time, 200]);
      await stage.goRound();
    }
    expect(stage.letters).toHaveLength(6);
    const refused = await browser().post(`${link}/again`, {});
    expect(pageIn(refused).status).toBe(429);
    expect(wordsIn(refused)).toContain('several times already');
  });

  it('given their address is another by now, or they want no more, then no new link is sent, and the old one still answers', async () => {
    const before = await stage.countEvents();
    await stage.happens(
      [happened(ContactAddressSet, { address: 'thief@else.example' })],
      reedStream,
    );
    const refused = await browser().post(`${link}/again`, {});
    expect(pageIn(refused).status).toBe(403);
    expect(wordsIn(refused)).toContain('is not the one that reminders go to now');
    await stage.happens(
      [happened(ContactAddressSet, { address: 'm.reed@vale.example' })],
      reedStream,
    );
    await stage.happens([happened(RemindersStopped, {})], reedStream);
    expect(wordsIn(await browser().post(`${link}/again`, {}))).toContain('were stopped');
    expect(await stage.countEvents()).toBe(before + 3);
    expect(pageIn(await browser().send(link, update)).status).toBe(200);
  });

  it('given a new link was asked for and the address changed before it left, then it does not leave', async () => {
    await browser().post(`${link}/again`, {});
    await stage.happens(
      [happened(ContactAddressSet, { address: 'thief@else.example' })],
      reedStream,
    );
    await stage.goRound();
    expect(stage.letters).toHaveLength(1);
  });

  it('given the manager ended the links of the message, then they open no more, and none is sent again', async () => {
    await stage.happens(
      [happened(AnswerLinksRevoked, { message: 1 })],
      streamOf('reminders', 'harbour-2026-06-30'),
    );
    for (const came of [
      await browser().get(link),
      await browser().post(link, update),
      await browser().post(`${link}/again`, {}),
    ]) {
      expect(pageIn(came).status).toBe(410);
      expect(wordsIn(came)).toContain('has ended it before its time');
    }
  });

  it.each([
    {
      what: happened(ActionClosed, { action: '1', outcome: 'done' }),
      told: 'The action is closed',
    },
    { what: happened(PlanClosed, {}), told: 'The plan is closed' },
  ])('given nothing is to be answered ($told), then it says so', async ({ what, told }) => {
    await stage.happens([what]);
    for (const came of [
      await browser().get(link),
      await browser().post(link, update),
      await browser().post(`${link}/again`, {}),
    ]) {
      expect(pageIn(came).status).toBe(410);
      expect(wordsIn(came)).toContain(told);
      expect(wordsIn(came)).not.toContain('Send me a new link');
    }
  });

  it('given the action has another number by now, and another action has its own, then the answer is of the same action', async () => {
    await stage.happens([
      happened(ActionRenumbered, { action: '1', ref: '9', label: '9.' }),
      happened(ActionRenumbered, { action: '2', ref: '1', label: '1.' }),
    ]);
    expect(wordsIn(await browser().get(link))).toContain('Update on action 9');
    expect(wordsIn(await browser().send(link, update))).toContain('Action 9');
    expect(actionOne('9')).toMatchObject({ rating: 'Green', title: 'Open a drop-in on Thursdays' });
    expect(actionOne('1').rating).toBe('Amber');
  });

  it('given they answer for the action no longer, then what was asked of them they may still answer', async () => {
    await stage.happens([happened(OwnerReleased, { action: '1', party: 'p-reed' })]);
    expect(pageIn(await browser().send(link, update)).status).toBe(200);
    // Who answers for nothing any more has their link again all the same.
    await stage.happens([happened(OwnerReleased, { action: '2', party: 'p-reed' })]);
    await browser().post(`${other}/again`, {});
    await stage.goRound();
    expect(stage.letters).toHaveLength(2);
  });

  it('given they turned out to be somebody else’s second spelling, then the answer is that one’s', async () => {
    await stage.happens([happened(PartyMerged, { into: 'p-lee' })], reedStream);
    expect(wordsIn(await browser().get(link))).toContain('Sam Lee');
    await browser().send(link, update);
    expect(trail().at(-1)?.recordedBy.party).toBe('p-lee');
    expect(pageIn(await browser().post(`${other}/again`, {})).status).toBe(403);
  });

  it('given somebody else is signed in, then it is not theirs to use, to ask for again, or to stop', async () => {
    const lee = visitorAs(somebodyAs('p-lee', 'Sam Lee', 'administrator', null));
    const [stop = ''] = linksIn(stage.letters[0], 'stop');
    const before = await stage.countEvents();
    for (const came of [
      await browser(lee).get(link),
      await browser(lee).post(link, update),
      await browser(lee).post(`${link}/again`, {}),
      await browser(lee).get(stop),
      await browser(lee).post(stop, {}),
    ]) {
      expect(pageIn(came).status).toBe(403);
      expect(wordsIn(came)).toContain(
        'This link was sent to Mary Reed; you are signed in as Sam Lee',
      );
      expect(pageIn(came).html).toContain('href="/owed?whose=mine"');
    }
    expect(await stage.countEvents()).toBe(before);
    const reed = visitorAs(somebodyAs('p-reed', 'Mary Reed', 'owner', 'harbour'));
    expect(pageIn(await browser(reed).send(link, update)).status).toBe(200);
  });
});
