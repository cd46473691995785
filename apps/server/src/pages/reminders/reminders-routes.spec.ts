import { type Delivery, remind, streamOf, type Writable } from '@trackrecord/application';
import {
  ContactAddressSet,
  OwnerAssigned,
  PartyRegistered,
  RatingChanged,
  ReminderPolicySet,
  type Role,
} from '@trackrecord/domain';
import { defaultPolicy } from '@trackrecord/read-models';
import { anAction, aPlan, happened, holding, type Logged, rightOf } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../desk.ts';
import { pageIn, somebodyAs, toldBy, wordsIn } from '../../testing/asking.ts';
import { withCountedIds } from '../../testing/counted-ids.ts';
import { formIn } from '../../testing/form-in.ts';
import {
  browserOf,
  type Came,
  type Filling,
  type TestBrowser,
  visitorAs,
} from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { owedRoutes } from '../owed/owed-routes.ts';
import { remindersRoutes } from './reminders-routes.ts';

const person = (name: string) => happened(PartyRegistered, { kind: 'person', name }, '2026-01-01');
const at = (address: string) => happened(ContactAddressSet, { address }, '2026-01-01');
const rated = (action: string) => happened(RatingChanged, { action, rating: 'Red' }, '2026-05-29');
const lead = (action: string, party: string) =>
  happened(OwnerAssigned, { action, party, role: 'lead' }, '2026-01-10');

// Today is Tuesday 30 June 2026, 10:00 in London. Red since 29 May: news was due on 29 June, a month later, and is asked
// for on the day after. Asha leads action 1; Tom, who has no address, action 2; nobody action 3.
const log: ReadonlyArray<Logged> = [
  ['party-p-1', person('Asha Bell')],
  ['party-p-3', person('Tom Okafor')],
  ['party-p-keeper', person('Rhoda Keeper')],
  ['party-p-1', at('asha@tide.example')],
  ['party-p-keeper', at('rhoda@harbour.example')],
  ['plan-harbour', aPlan],
  ...['1', '2', '3'].map((id): Logged => ['plan-harbour', anAction(id)]),
  ...['1', '2', '3'].map((id): Logged => ['plan-harbour', rated(id)]),
  ['plan-harbour', lead('1', 'p-1')],
  ['plan-harbour', lead('2', 'p-3')],
  [
    'plan-harbour',
    happened(
      ReminderPolicySet,
      { policy: { ...defaultPolicy, manager: 'p-keeper' } },
      '2026-01-01',
    ),
  ],
];

const outbox = '/plans/harbour/reminders';
const policy = `${outbox}/policy`;
const toAsha = `${outbox}/2026-06-30/1`;

describe('the pages of a plan’s reminders', () => {
  let data: Writable;
  let delivery: Delivery;
  let rings: number;
  let desk: Desk;
  let manager: TestBrowser;
  let reader: TestBrowser;

  beforeEach(async () => {
    data = await holding(...log);
    delivery = { _tag: 'Sent' };
    rings = 0;
    desk = await testDesk(data, {
      ...withCountedIds(data),
      mailer: { kind: 'outbox', place: '/srv/outbox', send: () => () => Promise.resolve(delivery) },
      ringForReminders: () => {
        rings += 1;
      },
    });
    const as = (role: Role) =>
      browserOf(
        desk,
        [...remindersRoutes, ...owedRoutes],
        visitorAs(somebodyAs('p-keeper', 'Rhoda Keeper', role, 'harbour')),
      );
    manager = as('manager');
    reader = as('reader');
  });

  const goRound = async (): Promise<void> => {
    rightOf(await remind(desk)());
  };

  const words = async (address: string, browser = manager): Promise<string> =>
    wordsIn(await browser.get(address));

  const eventsOfPlan = async () =>
    rightOf(await data.log.readStream(streamOf('plan', 'harbour'), { direction: 'forwards' })());

  describe('what was sent', () => {
    it('given nothing was sent when it is opened then what comes next, and how messages leave', async () => {
      const page = await words(outbox);
      expect(page).toContain(
        'No mail server is set: messages are kept in the outbox directory /srv/outbox . To have them sent, set TRACKRECORD_SMTP_URL.',
      );
      expect(page).toContain('Next: 2 reminders on Tuesday 30 June 2026 from 09:00');
      expect(page).toMatch(
        /Rhoda Keeper 2 things (?:Nobody owns it; for Tom Okafor, who cannot be reached|For Tom Okafor, who cannot be reached; nobody owns it)/u,
      );
      expect(page).toContain('No reminders have gone out yet');
    });

    it('given a reader when it is opened then states, and neither places nor addresses', async () => {
      await goRound();
      const page = await words(outbox, reader);
      expect(page).toContain('Asha Bell , message 1 of Tuesday 30 June 2026 Sent');
      expect(page).not.toContain('/srv/outbox');
      expect(page).not.toContain('See to reminders now');
      const message = await words(toAsha, reader);
      expect(message).toContain('To Asha Bell');
      expect(message).not.toContain('asha@tide.example');
      expect(message).not.toContain('How it reads');
      expect(toldBy(await reader.post(`${toAsha}/end-links`, {}))).toEqual(['NotAuthorised']);
    });

    it('given that it ran when it is opened then each message, what it asked, and what came of it', async () => {
      await goRound();
      const page = await words(outbox);
      expect(page).toContain('Tuesday 30 June 2026 2 messages: 2 sent');
      expect(page).toMatch(/Asha Bell .*Sent 30 June 2026, 10:00am Action 1 1 not answered/u);
      expect(page).toMatch(/Rhoda Keeper .*Sent 30 June 2026, 10:00am 2 things 2 not answered/u);
    });

    it('given a message when it is opened then its history, and how it reads without its links', async () => {
      await goRound();
      const { html } = pageIn(await manager.get(toAsha));
      const page = await words(toAsha);
      expect(page).toMatch(/To be sent .*Being sent .*Sent /u);
      expect(page).toContain('address now: asha@tide.example');
      expect(page).toContain('Dear Asha Bell,');
      expect(html).toContain('(link)');
      expect(html).not.toMatch(/\/(answer|stop)\//u);
    });

    it('given one that failed when it is sent again then it is due once more; twice is refused', async () => {
      delivery = { _tag: 'Failed', why: 'a wrong password' };
      await goRound();
      expect(await words(outbox)).toContain('Failed Not sent: a wrong password. Send again');
      expect(toldBy(await manager.post(`${toAsha}/send-again`, {}))).toEqual([
        toAsha,
        'It is sent again within a minute.',
      ]);
      expect(rings).toBe(1);
      expect(toldBy(await manager.post(`${toAsha}/send-again`, {}))).toEqual(['Refused']);
      delivery = { _tag: 'Sent' };
      await goRound();
      expect(await words(toAsha)).toMatch(/Failed .*To be sent .*Sent /u);
    });

    it('given one of unknown outcome when it is opened then it is told that it may have arrived', async () => {
      delivery = { _tag: 'Unknown', why: 'no reply' };
      await goRound();
      expect(await words(toAsha)).toContain('sent again, they may get it twice');
    });

    it('given one that arrived at the wrong place when its links are ended then that is told', async () => {
      await goRound();
      expect(toldBy(await manager.post(`${toAsha}/end-links`, {}))[1]).toContain(
        'Its links are ended',
      );
      const page = await words(toAsha);
      expect(page).toContain('Its links were ended');
      expect(page).not.toContain('End its links');
    });

    it.each(['2026-06-30/9', '2026-06-29/1', 'yesterday/1', '2026-06-30/x'])(
      'given message %s when it is opened then there is none',
      async (named) => {
        await goRound();
        expect(toldBy(await manager.get(`${outbox}/${named}`))).toEqual(['Missing']);
      },
    );

    it('given who keeps the plan when they have it seen to then whoever sends is woken', async () => {
      expect(toldBy(await manager.post(`${outbox}/run`, {}))).toEqual([
        outbox,
        'Reminders are being seen to: whatever is due leaves within a minute, from 09:00 on.',
      ]);
      expect(rings).toBe(1);
      await goRound();
      // All was asked for today; it is again eight days after 29 June.
      expect(toldBy(await manager.post(`${outbox}/run`, {}))[1]).toContain(
        'Nothing new is asked today: the next reminders are those of Tuesday 7 July 2026.',
      );
    });

    it('given a day that is none when earlier ones are asked for then it is told', async () => {
      expect(toldBy(await manager.get(`${outbox}?before=soon`))[0]).toBe('400');
      await goRound();
      expect(await words(`${outbox}?before=2026-06-30`)).toContain(
        'No reminders have gone out yet',
      );
    });
  });

  describe('where updates are owed', () => {
    it('given that it was asked for when it is opened then a manager is told, a reader is not', async () => {
      await goRound();
      const asked = 'Asked on 30 June 2026 by email; not answered';
      expect(await words('/plans/harbour/owed')).toContain(asked);
      expect(await words('/plans/harbour/owed', reader)).not.toContain(asked);
    });
  });

  describe('who answers in time', () => {
    it('given nobody answered when it is opened then by person and quarter, and as a table', async () => {
      await goRound();
      // All three were due on 29 June, the day before they were asked for.
      const page = await words('/plans/harbour/punctuality', reader);
      expect(page).toContain(
        '3 things asked for by 30 June 2026: 0 answered in time, 0 late, 3 never, 0 not due yet.',
      );
      expect(page).toContain('Apr–Jun 2026');
      const csv = await reader.get('/plans/harbour/punctuality?format=csv');
      if (csv._tag !== 'Other' || csv.reply._tag !== 'Body') throw new Error('no file');
      expect(String(csv.reply.body).trim().split('\r\n').slice(1)).toEqual([
        'Asha Bell,p-1,2026-04-01,2026-06-30,1,0,0,1,0,',
        'Rhoda Keeper,p-keeper,2026-04-01,2026-06-30,2,0,0,2,0,',
      ]);
    });

    it('given dates when it is opened then what was asked for between them; others are told', async () => {
      await goRound();
      const page = '/plans/harbour/punctuality';
      expect(await words(`${page}?from=1/7/2026`)).toContain('Nothing was asked for in this time');
      expect(toldBy(await reader.get(`${page}?from=x&to=2/7/2026`))[0]).toBe('400');
      expect(toldBy(await reader.get(`${page}?from=2/7/2026&to=1/7/2026`))).toEqual([
        '400',
        'to: To: Enter a day that is not before the first.',
      ]);
    });
  });

  describe('how they go out', () => {
    const save = (filling: Filling): Promise<Came> =>
      manager.send(policy, { do: 'save', ...filling });

    it('given a reader when it is opened then in words, and they change nothing', async () => {
      const page = await words(policy, reader);
      expect(page).toContain('7 days before it is due; 1, 8 and 15 days after; then every 28 days');
      expect(page).toContain('What nobody owns goes to Rhoda Keeper');
      expect(page).not.toContain('Preview');
      expect(toldBy(await reader.post(policy, { do: 'save' }))).toEqual(['NotAuthorised']);
    });

    it('given a past date when it is opened then it can be read and not changed', async () => {
      const page = await words(`${policy}?asOf=2026-03-01`);
      expect(page).toContain('A past date can be read and not changed.');
      expect(page).not.toContain('Preview');
    });

    it('given the form as it stands when it is previewed then what would go out to whom, and nothing is saved', async () => {
      const { length } = await eventsOfPlan();
      const came = await manager.send(policy, { do: 'preview' });
      expect(toldBy(came)).toEqual(['200']);
      const page = wordsIn(came);
      expect(page).toContain(
        'With this policy 2 reminders would go out on Tuesday 30 June 2026 from 09:00, to these people.',
      );
      expect(page).toContain('1 party who owes an update cannot be reached');
      expect(page).toContain('Tom Okafor');
      expect(await eventsOfPlan()).toHaveLength(length);
    });

    it('given a policy and a cadence when they are saved then both at once, by whoever is signed in', async () => {
      const { length } = await eventsOfPlan();
      const came = await save({
        'cadence-1': '4',
        daysBefore: '3, 10 3',
        at: '9.30',
        why: 'Agreed',
      });
      expect(toldBy(came)).toEqual([
        policy,
        'How reminders go out is saved. It counts from now on.',
      ]);
      expect(rings).toBe(1);
      const recorded = (await eventsOfPlan()).slice(length).map(({ event }) => event);
      expect(recorded.map(({ type }) => type)).toEqual(['UpdateCadenceSet', 'ReminderPolicySet']);
      expect(new Set(recorded.map(({ commandId }) => commandId)).size).toBe(1);
      expect(recorded[1]?.data).toMatchObject({ policy: { daysBefore: [3, 10], at: '09:30' } });
      expect(recorded[1]).toMatchObject({
        ...{ recordedBy: { party: 'p-keeper', verified: true }, channel: 'web', why: 'Agreed' },
      });
    });

    it('given nothing else than holds already when it is saved then nothing is recorded', async () => {
      const { length } = await eventsOfPlan();
      expect(toldBy(await save({}))).toEqual([
        policy,
        'It is so already. Nothing was recorded anew.',
      ]);
      expect(await eventsOfPlan()).toHaveLength(length);
    });

    it('given one that sends nothing for weeks when it is saved then it is told first, and saved if it is meant', async () => {
      const came = await save({ daysBefore: '', daysAfter: '300', thenEvery: '' });
      expect(toldBy(came)).toEqual(['422']);
      expect(wordsIn(came)).toContain('This policy would send nothing');
      const held = { ...formIn(pageIn(came).html, 'change'), do: 'save' };
      // What is meant is that very policy.
      expect(toldBy(await manager.post(policy, { ...held, daysAfter: '301' }))).toEqual(['422']);
      expect(toldBy(await manager.post(policy, held))[0]).toBe(policy);
    });

    it('given a flood when it is saved then how many messages to whom', async () => {
      // From Tuesday 30 June to Monday 27 July are 20 working days; each asks for both of Rhoda’s things anew.
      const everyDay = Array.from({ length: 28 }, (_, day) => day + 1).join(' ');
      const came = await save({
        ...{ daysBefore: '', daysAfter: everyDay, thenEvery: '', form: 'single' },
        ...{ escalationSupport: '', escalationManager: '', escalationSponsor: '' },
      });
      expect(toldBy(came)).toEqual(['422']);
      expect(wordsIn(came)).toContain(
        'This is a flood: Rhoda Keeper would get 40 messages in 28 days, and 1 other person more than anybody reads.',
      );
    });

    it.each<[Filling, string]>([
      [{ daysBefore: '', daysAfter: '', thenEvery: '' }, 'daysAfter: This policy would never send'],
      [{ daysAfter: '1, x' }, 'daysAfter: Days after it was due: “x” is not accepted.'],
      [{ daysBefore: '400' }, 'daysBefore: Days before it is due: “400” is not accepted.'],
      [{ thenEvery: '0' }, 'thenEvery: Then every so many days: “0” is not accepted.'],
      [{ escalationManager: '10' }, 'escalationSupport: It goes up to the support owner first'],
      [{ at: '25:00' }, 'at: From what time of day: “25:00” is none.'],
      [{ timeZone: 'Mars/Olympus' }, 'timeZone: By which time zone: “Mars/Olympus” is none.'],
      [{ quietDays: '1/7/2026\n31/2/2026' }, 'quietDays: Further days: “31/2/2026” is not a date'],
      [{ manager: 'p-999' }, 'manager: The plan’s manager: “p-999” is nobody here.'],
      [{ holidays: 'France' }, 'holidays: Bank holidays of: Choose one from the list.'],
      [{ 'cadence-0': '25' }, 'cadence-0: Red: Choose how often'],
      [{ form: 'leaflet' }, 'form: Messages: Choose one.'],
    ])(
      'given %j when it is sent then it is refused by field, filled in as it was',
      async (filling, told) => {
        const came = await save(filling);
        const [status, error = ''] = toldBy(came);
        expect([status, error.slice(0, told.length)]).toEqual(['400', told]);
        expect(formIn(pageIn(came).html, 'change')).toMatchObject({ why: [''] });
      },
    );

    it('given two who change it when the second saves then they are told what the first did', async () => {
      const opened = await manager.open(policy);
      await save({ daysBefore: '5' });
      const came = await manager.post(policy, { ...opened, daysBefore: '6', do: 'save' });
      expect(toldBy(came)).toEqual(['409']);
      expect(wordsIn(came)).toMatch(/Changed meanwhile .*by Rhoda Keeper.*Theirs .*5 days before/u);
      const kept = { ...formIn(pageIn(came).html, 'change'), keep: 'mine' };
      expect(toldBy(await manager.post(policy, kept))[0]).toBe(policy);
    });
  });
});
