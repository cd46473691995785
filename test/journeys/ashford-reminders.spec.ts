import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, setUpDesk } from './kit/desk.ts';
import { refs } from './kit/edited.ts';
import { lookupRealPlan } from './kit/real-plan.ts';

const real = lookupRealPlan('ashford-1-cypp-2008-2011.txt');

/** A mail server on this machine that keeps what it is given. */
const receiving = async () => {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onData: (stream, _session, done) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  return {
    mails,
    url: `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
};

const recipientOf = ({ to }: ParsedMail): string | undefined => [to].flat()[0]?.value[0]?.address;

/** The actions of a message in its order, and for each the words in which it was asked for, on one line. */
const itemsIn = (text: string): ReadonlyArray<readonly [ref: string, words: string | null]> =>
  text.split(/\n-{20,}\n/u).flatMap((part) => {
    const ref = /^\s*Action (\S+) \(/u.exec(part)?.[1];
    const words = /Asked for on 31 March 2010:\s“([^”]*)”/u.exec(part.replaceAll('\n', ' '))?.[1];
    return ref === undefined ? [] : [[ref, words ?? null]];
  });

const linksIn = (text: string): ReadonlyArray<string> => [
  ...new Set(
    [...text.matchAll(/https:\/\/plans\.example\/answer\/[\w.-]+/gu)].map(([link]) => link),
  ),
];

describe.skipIf(real === undefined)('the Ashford plan, thirty days after it was imported', () => {
  if (real === undefined) return;
  let receiver: Awaited<ReturnType<typeof receiving>>;
  let desk: Desk;
  beforeAll(async () => {
    receiver = await receiving();
    desk = setUpDesk({
      environment: {
        TRACKRECORD_SMTP_URL: receiver.url,
        TRACKRECORD_MAIL_FROM: 'Ashford plan <plan@ashford.example>',
        TRACKRECORD_PUBLIC_URL: 'https://plans.example',
      },
    });
    desk.setNow('2010-03-31');
    await desk.done('import', real.path, '--plan', 'ashford', '--effective-on', '2010-03-31');
    for (const [name, address] of [
      ['BEST', 'office@best.example'],
      ['Barbara', 'barbara@ashford.example'],
      ['Paul Withington', 'paul@ashford.example'],
      ['Peter Lewer', 'peter@wrap.example'],
      ['Ada Clerk', 'ada@ashford.example'],
    ])
      await desk.done('contact', name ?? '', address ?? '');
    await desk.done('policy', 'set', 'ashford', '--manager-is', 'Ada Clerk');
    desk.setNow('2010-04-30');
    await desk.done('remind');
  });
  afterAll(() => receiver.close());

  /** What somebody is asked, action by action, each with the words in which it was asked for. */
  const askedOf = (address: string) => {
    const mails = receiver.mails.filter((mail) => recipientOf(mail) === address);
    expect(mails).toHaveLength(1);
    return itemsIn(mails[0]?.text ?? '');
  };

  // Read off the notes of the document by a person's eye; the lines are as it has them.
  it.each([
    {
      to: 'office@best.example',
      asked: [
        ['27', 'Update from BEST'],
        ['28', 'Report needed from BEST'],
        ['29', 'Report needed from BEST'],
      ],
    },
    {
      to: 'barbara@ashford.example',
      asked: [
        ['11', 'Barbara and Paul Withington to update'],
        ['41', 'Barbara to update'],
      ],
    },
    {
      to: 'paul@ashford.example',
      asked: [
        ['10', 'Paul Withington to update'],
        ['11', 'Barbara and Paul Withington to update'],
      ],
    },
    { to: 'peter@wrap.example', asked: [['30', 'Peter Lewer to update']] },
  ])(
    'given what its notes ask of $to, then one message went there, and holds that',
    ({ to, asked }) => {
      expect(askedOf(to)).toEqual(asked);
    },
  );

  it('given what its notes ask of nobody, or of people who cannot be reached, then the manager is asked, and for whatever nobody owns', () => {
    const items = askedOf('ada@ashford.example');
    expect(items.filter(([, words]) => words !== null)).toEqual([
      ['12', 'Charlotte Rosslyn to update on provisional data and QA for Goldwyn training'],
      ['13', 'update needed'],
      ['19', 'Sharon Clarke to update'],
      ['25', 'Crystal to update'],
      ['26', 'Chris Fuller to update'],
      ['31', 'Update?'],
      ['53', 'Further information needed'],
    ]);
    // Those that are not rated, and the red ones, whose news is a month old on that day.
    expect(items.map(([ref]) => ref).toSorted()).toEqual(
      [
        ...refs('12-13', '19', '25-26', '31', '53'),
        ...refs('14', '28-29', '38', '40', '58-59', '63'),
        ...refs('8', '11', '22', '32', '37', '55', '60', '75', '77', '80', '85'),
      ].toSorted(),
    );
  });

  it('given all of it, then five messages went out, each with a link for each action, none with another’s', () => {
    expect(receiver.mails).toHaveLength(5);
    const links = receiver.mails.map((mail) => linksIn(mail.text ?? ''));
    expect(links.map((some) => some.length).toSorted((a, b) => a - b)).toEqual([1, 2, 2, 3, 26]);
    expect(new Set(links.flat()).size).toBe(34);
    for (const { html, text } of receiver.mails)
      expect(linksIn(String(html)).toSorted()).toEqual(linksIn(text ?? '').toSorted());
  });

  it('given it is said again, then nothing goes out twice', async () => {
    await desk.done('remind');
    expect(receiver.mails).toHaveLength(5);
  });
});
