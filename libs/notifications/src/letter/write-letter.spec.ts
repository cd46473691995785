import type { Digest, DigestItem } from '@trackrecord/application/ports';
import { LocalDate } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeLetter } from './write-letter.ts';

const date = must(LocalDate);

const item: DigestItem = {
  name: 'Action 27',
  action: '27',
  title: 'Open a breakfast club in each school of the harbour wards',
  reasons: ['An update was due on 1 March 2026'],
  rating: 'Amber',
  dueOn: date('2026-03-01'),
  daysOverdue: 21,
  lastWords: { text: 'Four clubs are open.', on: date('2026-01-12'), by: 'M. Reed' },
  answerAt: 'https://plans.example.org/answer/abc',
  escalatedFrom: null,
};

const digest: Digest = {
  plan: 'Harbour and Vale action plan',
  to: { name: 'Mary Reed', isOrganisation: false },
  on: date('2026-03-22'),
  items: [item],
  manager: { name: 'Jo Lane', address: 'jo@harbour.example' },
  linksEndOn: date('2026-04-21'),
  planAt: 'https://plans.example.org/plans/harbour-and-vale',
  stopAt: 'https://plans.example.org/stop/def',
  isNewLink: false,
};

const late = (daysOverdue: number, part: Partial<DigestItem> = {}): DigestItem => ({
  ...item,
  daysOverdue,
  ...part,
});

const written = (part: Partial<Digest>) => writeLetter({ ...digest, ...part });

const writtenOf = (part: Partial<DigestItem>) => written({ items: [{ ...item, ...part }] });

/** What a reader of the HTML sees, without its tags, one space between words. */
const seen = (html: string): string =>
  html
    .replace(/^[^]*<\/head>/u, '')
    .replace(/<!--[^]*?-->/gu, '')
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&(amp|lt|gt|quot|#39|#847|zwnj|nbsp);/gu, (_, name: string) =>
      name === 'amp'
        ? '&'
        : name === 'lt'
          ? '<'
          : name === 'gt'
            ? '>'
            : name === 'quot'
              ? '"'
              : name === '#39'
                ? "'"
                : '',
    )
    .replace(/\s+/gu, ' ');

const tagsOf = (html: string): ReadonlyArray<string> =>
  (html.match(/<[a-z][^>]*>/giu) ?? []).map((tag) => /^<([a-z0-9]+)/iu.exec(tag)?.[1] ?? '');

const countOf = (html: string, name: string): number =>
  tagsOf(html).filter((tag) => tag === name).length;

describe('a letter', () => {
  it('given one thing that is overdue, when it is written, then the text says all that there is to know', () => {
    expect(written({}).text).toBe(
      `Harbour and Vale action plan

An update is due
================

Dear Mary Reed,

Give a rating and a sentence, or say that nothing has changed. You do not
need an account.

----------------------------------------------------------------------------

Action 27 (Amber)
Open a breakfast club in each school of the harbour wards

21 days overdue.
An update was due on 1 March 2026.

Last update by M. Reed, 12 January 2026:
  “Four clubs are open.”

Give your update:
https://plans.example.org/answer/abc

----------------------------------------------------------------------------

You got this email because you own what it asks about.

Questions? Ask Jo Lane, who manages this plan:
jo@harbour.example

The link works until 21 April 2026. Opening it changes nothing: only what
you send from its page is recorded. Whoever has a link can answer with it,
so do not forward this email.

Nobody needs an account to answer by a link. If you have one, see the whole
plan:
https://plans.example.org/plans/harbour-and-vale

If you do not want emails like this one:
https://plans.example.org/stop/def
`,
    );
  });

  it('given the same, when it is written, then the HTML says the same, in the same order', () => {
    const shown = seen(written({}).html);
    const said = [
      'Harbour and Vale action plan',
      'An update is due',
      'Dear Mary Reed,',
      'You do not need an account.',
      'Action 27',
      'Amber',
      'Open a breakfast club',
      '21 days overdue',
      'An update was due on 1 March 2026.',
      'Last update by M. Reed, 12 January 2026',
      '“Four clubs are open.”',
      'Give your update',
      'You got this email because',
      'jo@harbour.example',
      'until 21 April 2026',
      'https://plans.example.org/plans/harbour-and-vale',
      'Stop these emails',
    ];
    const body = shown.slice(shown.indexOf(' Dear ') - 60);
    const places = said.map((words) => body.indexOf(words));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  it('given the same, when it is written, then the HTML loads nothing, and is told as what it is', () => {
    const { html, subject } = written({});
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB" dir="ltr">/);
    expect(html).toContain(`<title>${subject}</title>`);
    expect(html).not.toMatch(
      /<img|<link|<script|<iframe|\ssrc=|url\(|@import|@font-face|\sbackground=/i,
    );
    const links = Array.from(html.matchAll(/<a [^>]*href="([^"]*)"/gu), ([, address]) => address);
    expect(links).toEqual([
      'https://plans.example.org/answer/abc',
      'mailto:jo@harbour.example',
      'https://plans.example.org/plans/harbour-and-vale',
      'https://plans.example.org/stop/def',
    ]);
    const tables = html.match(/<table [^>]*>/gu) ?? [];
    expect(tables.filter((table) => !table.includes('role="presentation"'))).toEqual([]);
    expect(html).toContain('aria-label="Give your update: Action 27"');
    expect(html).toContain('background-color:#ffb52e');
  });

  it('given 30 things, when they are written, then the HTML is below what Gmail cuts off', () => {
    const long = {
      title: 'A long title '.repeat(30),
      answerAt: `https://x.example/${'a'.repeat(160)}`,
    };
    const words = { text: 'What was said '.repeat(40), on: item.dueOn, by: 'M. Reed' };
    const items = Array.from({ length: 30 }, (_, day) => late(day, { ...long, lastWords: words }));
    expect(Buffer.byteLength(written({ items }).html)).toBeLessThan(102_000);
  });
});

describe('the subject of a letter', () => {
  const plan = 'Harbour and Vale action plan';
  it.each([
    ['one overdue', [late(21)], `Update due: action 27, ${plan}`],
    ['one due today', [late(0)], `Update due: action 27, ${plan}`],
    ['one asked before', [late(-3)], `Update coming up: action 27, ${plan}`],
    ['a code', [late(1, { name: 'NI 116' })], `Update due: NI 116, ${plan}`],
    ['three', [late(1), late(2), late(3)], `3 updates due: ${plan}`],
    ['two asked before', [late(-1), late(-2)], `2 updates coming up: ${plan}`],
    ['some of both', [late(-1), late(2), late(0)], `2 updates due and 1 coming up: ${plan}`],
    ['one of each', [late(-1), late(2)], `1 update due and 1 coming up: ${plan}`],
  ] as const)('given %s, then it says so', (_, items, subject) => {
    expect(written({ items }).subject).toBe(subject);
  });

  it('given a new link, then it says so', () => {
    expect(written({ isNewLink: true }).subject).toBe(`Your new link: action 27, ${plan}`);
  });

  it('given a plan with a very long name, then it is cut at a word', () => {
    const { subject } = written({ plan: 'Children and young people '.repeat(20) });
    expect(subject.length).toBeLessThan(190);
    expect(subject).toMatch(/ (Children|and|young|people)…$/);
  });

  it('given line ends and marks that turn text round, then it is one line without them', () => {
    const { subject } = written({ plan: 'Plan\r\nBcc: x@y.example\u202egpj\u0000.exe' });
    expect(subject).toBe('Update due: action 27, Plan Bcc: x@y.examplegpj .exe');
  });
});

describe('the order of a letter', () => {
  it('given several things, then the longest overdue is first, and those not due yet are last under a heading', () => {
    const items = [5, -9, 0, 40, -1].map((days) => late(days, { name: `Action ${days}` }));
    const { text, html } = written({ items });
    const order = ['Action 40', 'Action 5', 'Action 0', 'Coming up', 'Action -1', 'Action -9'];
    for (const words of [text, seen(html).replace(/^.*?Dear/u, '')]) {
      const places = order.map((one) => words.indexOf(one));
      expect(places).not.toContain(-1);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }
  });

  it.each([
    ['only due', [late(1), late(0)]],
    ['only not due yet', [late(-1), late(-2)]],
  ])('given things that are %s, then there is no heading between them', (_, items) => {
    const { text, html } = written({ items });
    expect(text).not.toContain('\nComing up\n');
    expect(html).not.toContain('>Coming up<');
  });
});

describe('what a letter says of a thing', () => {
  it.each([
    [21, 'Due on 1 March 2026, 21 days overdue.'],
    [1, 'Due on 1 March 2026, 1 day overdue.'],
    [1200, 'Due on 1 March 2026, 1,200 days overdue.'],
    [0, 'Due today, on 1 March 2026.'],
    [-1, 'Due in 1 day, on 1 March 2026.'],
    [-14, 'Due in 14 days, on 1 March 2026.'],
  ])('given %i days overdue and no date in the reason, then: %s', (daysOverdue, words) => {
    expect(writtenOf({ daysOverdue, reasons: ['Not rated so far'] }).text).toContain(
      `\n${words}\nNot rated so far.\n`,
    );
  });

  it.each([
    ['not answered', ['M. Reed'], '27', 'Asked of M. Reed, not answered so far.'],
    [
      'not answered',
      ['M. Reed', 'J. Fox', 'Vale Trust'],
      '27',
      'Asked of M. Reed, J. Fox and Vale Trust, not answered so far.',
    ],
    ['not answered', [], '27', 'Asked before, not answered so far.'],
    ['no address', ['M. Reed'], '27', 'M. Reed has no email address here.'],
    ['no address', ['M. Reed', 'J. Fox'], '27', 'M. Reed and J. Fox have no email address here.'],
    ['no address', [], '27', 'Its owner has no email address here.'],
    ['nobody owns it', [], '27', 'Nobody owns this action.'],
    ['nobody owns it', [], null, 'Nobody owns this.'],
  ] as const)('given %s and %j, then why this person is asked', (because, names, action, words) => {
    const { text, html } = writtenOf({ action, escalatedFrom: { because, names } });
    expect(text).toContain(`\n${words}\n`);
    expect(html).toContain(`>${words}</p>`);
    expect(text.replace(/\n/gu, ' ')).toContain(
      'because you are asked in the owner’s place, for the reason that it gives.',
    );
  });

  it.each([
    ['Red', 'Red', '#ca3535'],
    ['amber/GREEN', 'amber/GREEN', '#cfe05b'],
    [null, 'Not rated', '#f3f3f3'],
    ['On hold', 'On hold', '#cdd6dc'],
  ])('given the rating %s, then it is a word and a colour', (rating, word, colour) => {
    const { text, html } = writtenOf({ rating });
    expect(text).toContain(`Action 27 (${word})`);
    expect(html).toContain(`background-color:${colour};`);
    expect(html).toContain(`>${word}<!--`);
  });

  it('given nothing that was said, then nothing is quoted', () => {
    for (const lastWords of [null, { text: ' \n\u200b', on: item.dueOn, by: null }])
      expect(writtenOf({ lastWords }).text).not.toContain('Last update');
  });

  it('given a long note by nobody known, then it is cut at a word with an ellipsis', () => {
    const { text } = writtenOf({
      lastWords: { text: 'Some words\nthat go on. '.repeat(60), on: item.dueOn, by: null },
    });
    expect(text).toContain('Last update, 1 March 2026:');
    const quoted = /“([^”]*)”/u.exec(text)?.[1] ?? '';
    expect(quoted.length).toBeLessThan(300);
    expect(quoted).toMatch(/(Some|words|that|go|on\.)…$/);
  });

  it('given what only an account can answer, then it leads to where one signs in, and says so', () => {
    const { text, html } = writtenOf({ answerAt: null });
    expect(text).toContain(`Sign in to give your update:\n${digest.planAt}\n`);
    expect(text).not.toContain('The link works until');
    expect(text).not.toContain('You do not need an account');
    expect(html).toContain('>Sign in to give your update</a>');
    expect(
      written({ items: [item, { ...item, answerAt: null }] }).text.replace(/\n/gu, ' '),
    ).toContain('You need an account only where it says so.');
  });
});

describe('to whom a letter speaks', () => {
  const unwrapped = (part: Partial<Digest>) => written(part).text.replace(/\n(?!\n)/gu, ' ');

  it('given an organisation, then to whoever looks after this there', () => {
    const words = unwrapped({ to: { name: 'Vale Borough Council', isOrganisation: true } });
    expect(words).toContain('To whoever looks after this at Vale Borough Council,');
    expect(words).toContain(
      'because this is the contact address for Vale Borough Council, which owns what it asks about.',
    );
  });

  it('given things of their own and of others, then both are why', () => {
    const other = { ...item, escalatedFrom: { because: 'nobody owns it', names: [] } } as const;
    expect(unwrapped({ items: [item, other] })).toContain(
      'because you own what it asks about or, where it says so, are asked in the owner’s place.',
    );
  });

  it('given a new link that somebody asked for, then what it is and what to do if it was not them', () => {
    const words = unwrapped({ isNewLink: true });
    expect(words).toContain('You asked for a new link to give an update.');
    expect(words).toContain('If it was not you, you can ignore it: nothing has changed.');
  });

  it.each([
    [null, 'Questions? Ask whoever manages this plan.'],
    [{ name: 'Jo Lane', address: null }, 'Questions? Ask Jo Lane, who manages this plan.'],
  ])('given the manager %j, then whom to ask', (manager, words) => {
    expect(written({ manager }).text).toContain(`\n${words}\n`);
  });

  it('given nowhere to stop, then nothing offers to', () => {
    const { text, html } = written({ stopAt: null });
    expect(`${text}${html}`).not.toMatch(/stop these|do not want/i);
  });
});

describe('hostile words in a letter', () => {
  const attacks = [
    '<script>alert(1)</script>',
    '</a></td></table><a href="https://evil.example">Click here</a>',
    '" onmouseover="alert(1)" style="',
    "' onfocus='alert(1)",
    '{{ 7 * 7 }}{% include "x" %}',
    '<!-- <![endif]--> -->',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt; &#60;b&#62;',
    '\u202egpj.exe\u2066\u200b\u0000\u001b[31m\r\nFooter:\nhttps://evil.example',
  ];
  const everywhere = (text: string): Digest => ({
    ...digest,
    plan: text,
    to: { name: text, isOrganisation: true },
    manager: { name: text, address: text },
    items: [
      {
        ...item,
        name: text,
        title: text,
        reasons: [text],
        rating: text,
        lastWords: { text, on: item.dueOn, by: text },
        escalatedFrom: { because: 'not answered', names: [text] },
      },
    ],
  });
  const plain = writeLetter(everywhere('Plain'));

  it.each(attacks)(
    'given %j everywhere, then the HTML has the tags of a plain one, and nothing else',
    (text) => {
      const { html, subject, text: words } = writeLetter(everywhere(text));
      expect(tagsOf(html)).toEqual(tagsOf(plain.html));
      const attributes = (of: string) =>
        (of.match(/\s[a-z-]+="/giu) ?? []).map((one) => one.trim());
      expect(attributes(html)).toEqual(attributes(plain.html));
      expect(`${html}${subject}${words}`).not.toMatch(
        /[\u202a-\u202e\u2066-\u2069\u200b]|(?!\n)\p{Cc}/u,
      );
      expect(subject).not.toContain('\n');
      expect(words.split('\n')).not.toContain('https://evil.example');
      expect(Array.from(html.matchAll(/href="([^":]*):/gu), ([, scheme]) => scheme)).toEqual([
        'https',
        'mailto',
        'https',
        'https',
      ]);
    },
  );

  it('given an address to answer at that holds quotes, then it stays within its attribute', () => {
    const { html } = writtenOf({ answerAt: 'https://x.example/"><script>alert(1)</script>' });
    expect(countOf(html, 'script')).toBe(0);
    expect(countOf(html, 'a')).toBe(4);
  });

  it('given any words at all, then no line of the text is wider than 76 columns but for addresses, and no tag is made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { html, text: words } = writeLetter(everywhere(text));
        const addresses = [item.answerAt, digest.planAt, digest.stopAt];
        const wide = words
          .split('\n')
          .filter((line) => Array.from(line).length > 76 && !addresses.includes(line));
        // The manager's address is one too: here it is whatever it is.
        expect(wide.length).toBeLessThanOrEqual(1);
        expect(countOf(html, 'td')).toBeGreaterThan(5);
        expect(countOf(html, 'script')).toBe(0);
      }),
    );
  });
});
