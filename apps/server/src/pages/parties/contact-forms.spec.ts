import { rememberingStreams } from '@trackrecord/application';
import { ContactAddressSet, PartyRegistered, type Role } from '@trackrecord/domain';
import { aPlan, happened, holding, type Logged } from '@trackrecord/test-kit';
import { beforeEach, describe, expect, it } from 'vitest';
import { pageIn, somebodyAs, toldBy, wordsIn } from '../../testing/asking.ts';
import { withCountedIds } from '../../testing/counted-ids.ts';
import { browserOf, type TestBrowser, visitorAs } from '../../testing/test-browser.ts';
import { testDesk } from '../../testing/test-desk.ts';
import { partiesRoutes } from './parties-routes.ts';

const person = (name: string) => happened(PartyRegistered, { kind: 'person', name }, '2026-01-15');

// Asha has an address, Tom has none.
const log: ReadonlyArray<Logged> = [
  ['party-p-1', person('Asha Bell')],
  ['party-p-2', person('Tom Okafor')],
  ['party-p-9', person('Rhoda Keeper')],
  ['party-p-1', happened(ContactAddressSet, { address: 'asha@tide.example' }, '2026-01-15')],
  ['plan-harbour', aPlan],
];

describe('where reminders to somebody go, in a browser', () => {
  let as: (party: string, role: Role, plan: string | null) => TestBrowser;

  beforeEach(async () => {
    const data = await holding(...log);
    const desk = await testDesk(data, {
      ...withCountedIds(data),
      streams: rememberingStreams(data.log),
    });
    as = (party, role, plan) =>
      browserOf(desk, partiesRoutes, visitorAs(somebodyAs(party, 'Somebody', role, plan)));
  });

  it('given who keeps every plan when they give, change and take away an address then it is so', async () => {
    const keeper = as('p-9', 'manager', null);
    expect(wordsIn(await keeper.get('/parties/p-2'))).toContain(
      'Address for reminders None: they cannot be asked Give one',
    );
    expect(
      toldBy(await keeper.send('/parties/p-2/address', { address: ' tom@VALE.example ' })),
    ).toEqual(['/parties/p-2', 'Reminders to Tom Okafor go to tom@vale.example.']);
    expect(
      toldBy(await keeper.send('/parties/p-2/address', { address: 't.okafor@vale.example' }))[1],
    ).toBe('Reminders to Tom Okafor go to t.okafor@vale.example.');
    expect(toldBy(await keeper.send('/parties/p-2/remove-address', {}))).toEqual([
      '/parties/p-2',
      'Tom Okafor has no address any more.',
    ]);
  });

  it('given reminders when they are stopped and let begin again then the page says which', async () => {
    const keeper = as('p-9', 'manager', null);
    await keeper.send('/parties/p-1/stop-reminders', {});
    expect(wordsIn(await keeper.get('/parties/p-1'))).toContain(
      'Reminders Stopped: what they owe is asked of others',
    );
    expect(toldBy(await keeper.send('/parties/p-1/resume-reminders', {}))[1]).toBe(
      'Asha Bell gets reminders again.',
    );
    expect(wordsIn(await keeper.get('/parties/p-1'))).toContain('Sent when something is due');
  });

  it.each([
    ['', 'Email address: Enter one, such as m.reed@harbour.example.'],
    [
      'asha at tide',
      'Email address: “asha at tide” is no email address. Enter one such as m.reed@harbour.example.',
    ],
    [
      'a@b.example\r\nBcc: c@d.example',
      'Email address: “a@b.example\r\nBcc: c@d.example” is no email address. Enter one such as m.reed@harbour.example.',
    ],
  ])(
    'given "%s" for an address when it is sent then it is refused by field',
    async (address, told) => {
      const came = await as('p-9', 'manager', null).send('/parties/p-1/address', { address });
      expect(toldBy(came)).toEqual(['400', `address: ${told}`]);
    },
  );

  it('given who keeps one plan when they try then they give a first address, and change none', async () => {
    const manager = as('p-9', 'manager', 'harbour');
    const page = wordsIn(await manager.get('/parties/p-1'));
    expect(page).toContain('asha@tide.example');
    expect(page).not.toContain('Take away');
    expect(toldBy(await manager.get('/parties/p-1/address'))).toEqual(['NotAuthorised']);
    expect(toldBy(await manager.post('/parties/p-1/stop-reminders', {}))).toEqual([
      'NotAuthorised',
    ]);
    expect(
      toldBy(await manager.send('/parties/p-2/address', { address: 'tom@vale.example' }))[0],
    ).toBe('/parties/p-2');
  });

  it('given a reader when they look then their own address alone is theirs to see and to change', async () => {
    const tom = as('p-2', 'reader', 'harbour');
    expect(pageIn(await tom.get('/parties/p-1')).html).not.toContain('asha@tide.example');
    expect(toldBy(await tom.get('/parties/p-1/address'))).toEqual(['NotAuthorised']);
    expect(toldBy(await tom.send('/parties/p-2/address', { address: 'tom@vale.example' }))[0]).toBe(
      '/parties/p-2',
    );
    expect(wordsIn(await tom.get('/parties/p-2'))).toContain('tom@vale.example');
  });

  it('given an auditor when they look then they see it, and change nothing', async () => {
    const auditor = as('p-9', 'auditor', null);
    const page = wordsIn(await auditor.get('/parties/p-1'));
    expect(page).toContain('asha@tide.example');
    expect(page).not.toContain('Change the address');
    expect(toldBy(await auditor.get('/parties/p-1/remove-address'))).toEqual(['NotAuthorised']);
  });
});
