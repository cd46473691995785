import {
  ContactAddressSet,
  OwnerAssigned,
  PartyId,
  PartyRegistered,
  PlanId,
  RatingChanged,
} from '@trackrecord/domain';
import { CommandId, Instant, LocalDate } from '@trackrecord/kernel';
import { anAction, aPlan, happened, holding, must, rightOf } from '@trackrecord/test-kit';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, Letter } from '../ports/mailer.ts';
import type { LinkClaims } from '../ports/signed-links.ts';
import { answerByLink } from './answer-by-link.ts';
import { openLink } from './open-link.ts';
import { remind } from './remind.ts';
import { remindersAnswer } from './reminders-answer.ts';
import { sendLinkAgain } from './send-link-again.ts';
import { openStopLink, stopReminders } from './stop-by-link.ts';

const signed = new Map<string, LinkClaims>();

/** Links that are what they say: how they are signed is not the application's matter. */
const links = {
  sign: (claims: LinkClaims): string => {
    const token = Buffer.from(JSON.stringify(claims)).toString('base64url');
    signed.set(token, claims);
    return token;
  },
  read: (token: string): O.Option<LinkClaims> => O.fromNullable(signed.get(token)),
};

/** In summer: an hour more than UTC. */
const inLondon = (instant: string) => {
  const there = new Date(Date.parse(instant) + 3_600_000).toISOString();
  return { date: must(LocalDate)(there.slice(0, 10)), time: there.slice(11, 16) };
};

/** A red action that Bell leads, whose news was due on 29 June; her message goes out on the day after. */
const stage = async () => {
  const data = await holding(
    ['party-p-1', happened(PartyRegistered, { kind: 'person', name: 'Asha Bell' }, '2026-01-01')],
    ['party-p-1', happened(ContactAddressSet, { address: 'asha@tide.example' }, '2026-01-01')],
    ['plan-harbour', aPlan],
    ['plan-harbour', anAction('1')],
    ['plan-harbour', happened(RatingChanged, { action: '1', rating: 'Red' }, '2026-05-29')],
    [
      'plan-harbour',
      happened(OwnerAssigned, { action: '1', party: 'p-1', role: 'lead' }, '2026-01-10'),
    ],
  );
  const here: { now: string; next: ReadonlyArray<Delivery> } = {
    now: '2026-06-30T09:00:00.000Z',
    next: [],
  };
  const letters: Array<Letter> = [];
  const desk = {
    ...data,
    links,
    commandIdOf: (madeOf: ReadonlyArray<unknown>) =>
      must(CommandId)(
        `44444444-4444-4444-8444-${String(madeOf.join('').length).padStart(8, '0')}0000`,
      ),
    clock: {
      now: () => must(Instant)(here.now),
      today: () => inLondon(here.now).date,
      endOfDay: data.clock.endOfDay,
      local: inLondon,
    },
    bankHolidays: () => undefined,
    publicUrl: 'https://plans.example',
    writeLetter: (digest: Readonly<{ items: ReadonlyArray<{ answerAt: string | null }> }>) => ({
      subject: '',
      text: digest.items.map(({ answerAt }) => answerAt?.split('/').at(-1) ?? '').join(' '),
      html: '',
    }),
    mailer: {
      kind: 'outbox' as const,
      place: 'here',
      send: (letter: Letter) => (): Promise<Delivery> => {
        const [outcome = { _tag: 'Sent' as const }, ...others] = here.next;
        here.next = others;
        if (outcome._tag === 'Sent') letters.push(letter);
        return Promise.resolve(outcome);
      },
    },
  };
  const goRound = async (now: string): Promise<void> => {
    here.now = now;
    expect(rightOf(await remind(desk)()).failures).toEqual([]);
  };
  await goRound(here.now);
  return { desk, here, letters, goRound };
};

describe('the link of a message', () => {
  let at: Awaited<ReturnType<typeof stage>>;
  let link: string;
  beforeEach(async () => {
    at = await stage();
    link = at.letters[0]?.text ?? '';
  });

  const opened = async (token: string, who?: string) =>
    rightOf(await openLink(at.desk)(token, who === undefined ? undefined : must(PartyId)(who))());
  const refusal = async (token: string, who?: string): Promise<string> => {
    const opening = await opened(token, who);
    return E.isLeft(opening) ? opening.left._tag : 'opens';
  };

  it('given it is opened, then it tells of the action, why it is asked for, and how it stands', async () => {
    expect(await opened(link)).toMatchObject({
      right: {
        party: { id: 'p-1', name: 'Asha Bell' },
        action: { ref: '1', rating: 'Red' },
        reasons: ['An update was due on 29 June 2026; the last news is from 29 May 2026'],
        lastWords: null,
      },
    });
    expect(await refusal(link, 'p-1')).toBe('opens');
    expect(await refusal(link, 'p-2')).toBe('SomebodyElses');
  });

  it('given an answer, then what is on record of it is told, also when it is opened again', async () => {
    const opening = await opened(link);
    if (E.isLeft(opening)) throw new Error('it opens');
    const effectiveOn = must(LocalDate)('2026-06-30');
    const said = await answerByLink(at.desk)(opening.right, { effectiveOn, news: false })();
    expect(said).toEqual(E.right({ effectiveOn, noChange: true, rating: 'Red', text: null }));
    expect(await opened(link)).toMatchObject({
      left: { _tag: 'Used', on: '2026-06-30', again: true, said: { noChange: true } },
    });
    const tomorrow = must(LocalDate)('2026-07-01');
    expect(
      await answerByLink(at.desk)(opening.right, { effectiveOn: tomorrow, news: false })(),
    ).toMatchObject({ left: { _tag: 'Invalid', field: 'effectiveOn' } });
  });

  it('given a new link is not taken for now, then it leaves on a later day, though another run came between', async () => {
    at.here.next = [{ _tag: 'Deferred', why: 'greylisted' }];
    expect(await sendLinkAgain(at.desk)(link)()).toEqual(E.right(E.right(null)));
    await at.goRound('2026-06-30T20:00:00.000Z');
    expect(at.letters).toHaveLength(1);
    // Eight days after 29 June the action is asked for anew: that run ends whatever else had not left.
    await at.goRound('2026-07-07T09:00:00.000Z');
    expect(at.letters.map(({ messageId }) => messageId).toSorted()).toEqual([
      'harbour.2026-06-30.1@plans.example',
      'harbour.2026-06-30.2@plans.example',
      'harbour.2026-07-07.1@plans.example',
    ]);
    await at.goRound('2026-07-07T10:00:00.000Z');
    expect(at.letters).toHaveLength(3);
    const fresh = at.letters.find(({ messageId }) => messageId.startsWith('harbour.2026-06-30.2'));
    expect(O.toUndefined(links.read(fresh?.text ?? ''))).toMatchObject({
      run: '2026-06-30',
      message: 2,
      endsOn: '2026-08-06',
    });
    expect(await refusal(fresh?.text ?? '')).toBe('opens');
  });

  it('given it is asked for on the last day on which it is renewed, and on the one after, then it is, and is not', async () => {
    at.here.now = '2026-08-29T09:00:00.000Z';
    expect(await sendLinkAgain(at.desk)(link)()).toEqual(E.right(E.right(null)));
    expect(await opened(link)).toMatchObject({ left: { _tag: 'Ended', again: true } });
    at.here.now = '2026-08-30T09:00:00.000Z';
    expect(await sendLinkAgain(at.desk)(link)()).toEqual(
      E.right(E.left({ _tag: 'NoNewLink', why: 'too old' })),
    );
    expect(await opened(link)).toMatchObject({ left: { _tag: 'Ended', again: false } });
  });

  it('given a new link was sent, then nothing is told to have been asked for again', async () => {
    expect(await sendLinkAgain(at.desk)(link)()).toEqual(E.right(E.right(null)));
    await at.goRound('2026-06-30T09:10:00.000Z');
    expect(
      rightOf(remindersAnswer(at.desk)(must(PlanId)('harbour'), { most: 9 })).runs.flatMap(
        ({ messages }) =>
          messages.map(({ linkAgain, items }) => [
            linkAgain?.message ?? null,
            items.map(({ askedAgain }) => askedAgain),
          ]),
      ),
    ).toEqual([
      [null, [false]],
      [1, [false]],
    ]);
  });

  it('given their reminders are stopped by a link, then they are, once, and nobody else may', async () => {
    const stop = links.sign({ ...rightClaims(link), purpose: 'stop', item: 0 });
    expect(rightOf(await openStopLink(at.desk)(stop, must(PartyId)('p-2'))())).toMatchObject({
      left: { _tag: 'SomebodyElses', to: 'Asha Bell' },
    });
    const stopping = rightOf(await openStopLink(at.desk)(stop)());
    if (E.isLeft(stopping)) throw new Error('it opens');
    rightOf(await stopReminders(at.desk)(stopping.right)());
    expect(rightOf(await openStopLink(at.desk)(stop)())).toMatchObject({
      right: { declines: true },
    });
    expect(await sendLinkAgain(at.desk)(link)()).toEqual(
      E.right(E.left({ _tag: 'NoNewLink', why: 'reminders stopped' })),
    );
    expect(rightOf(await openStopLink(at.desk)(link)())).toEqual(E.left({ _tag: 'NotALink' }));
  });
});

const rightClaims = (token: string): LinkClaims => {
  const claims = links.read(token);
  if (O.isNone(claims)) throw new Error('a link');
  return claims.value;
};
