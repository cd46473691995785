import { must } from '@trackrecord/test-kit';
import * as t from 'io-ts';
import { type ParsedMail, simpleParser } from 'mailparser';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it, vi } from 'vitest';
import { runInProcess } from '../journeys/kit/run-in-process.ts';
import { bringAxe } from '../pages/faults-of.ts';
import { inBrowser } from './kit/in-browser.ts';
import { lookedAt, outlineOf } from './kit/looked-at.ts';
import { phone, plain, type Screen } from './kit/screen.ts';
import { shows } from './kit/shows.ts';

const first = '2026-01-16T10:00:00.000Z';

/** Five weeks after the first messages: their links have ended. */
const later = '2026-02-19T10:00:00.000Z';

const address = 'nuala.finch@harbour.example';

const recipientOf = ({ to }: ParsedMail): string | undefined => [to].flat()[0]?.value[0]?.address;

/** The messages to her in the outbox of a data directory, in the order of their names: there is no mail server. */
const mailsIn = async (data: string): Promise<ReadonlyArray<ParsedMail>> => {
  const mails = await Promise.all(
    readdirSync(join(data, 'outbox'))
      .filter((name) => name.endsWith('.eml'))
      .toSorted()
      .map((name) => simpleParser(readFileSync(join(data, 'outbox', name)))),
  );
  return mails.filter((mail) => recipientOf(mail) === address);
};

const pathsIn = ({ text = '' }: ParsedMail, purpose: string): ReadonlyArray<string> =>
  [...text.matchAll(/https?:\/\/\S+?(\/(answer|stop)\/[\w.-]+)/gu)]
    .filter(([, , which]) => which === purpose)
    .map(([, path = '']) => path);

const command = async (...[data = '', now = '', ...argv]: ReadonlyArray<string>) => {
  const environment = { TRACKRECORD_DATA: data, TRACKRECORD_BY: 'Rhoda Tansley' };
  const { code, stderr } = await runInProcess(argv, { environment, now });
  if (code !== 0) throw new Error(`${argv.join(' ')}: ${stderr}`);
};

const Ready = t.type({ ordinal: t.number });

const old: string[] = [];

/** Open actions of the sample, of which the manager asks her for news. */
const asked = ['8', '9', '13', '24', '25', '27', '28'];

const prepare = async (data: string): Promise<void> => {
  await command(data, first, 'contact', 'Nuala Finch', address);
  for (const ref of asked)
    await command(
      ...[data, first, 'ask', 'harbour', ref, '--of', 'Nuala Finch', '--words', 'How is it?'],
      ...['--effective-on', '2026-01-05'],
    );
  await command(data, first, 'remind', 'harbour');
  old.push(...(await mailsIn(data)).flatMap((mail) => pathsIn(mail, 'answer')));
  // Of every plan: then the server has nothing to send by itself while links are opened.
  await command(data, later, 'remind');
};

inBrowser(
  'somebody who answers by the links in their messages',
  ({ stranger, as, url, data }) => {
    const got: { links: ReadonlyArray<string>; stop: string } = { links: [], stop: '' };

    beforeAll(async () => {
      const mails = await mailsIn(data());
      const last = mails.at(-1);
      if (last === undefined || mails.length < 2) throw new Error(`${mails.length} messages`);
      got.links = pathsIn(last, 'answer');
      got.stop = pathsIn(last, 'stop')[0] ?? '';
    });

    const linkOf = (place: number): string => got.links[place] ?? '';

    const refOn = async (page: Page): Promise<string> =>
      /action (\S+)$/u.exec((await page.locator('h1').innerText()).trim())?.[1] ?? '';

    const audited = async (): Promise<number> => {
      const answer = await fetch(`${url()}/health/ready`);
      return must(Ready)(await answer.json()).ordinal;
    };

    it('given a program that opens every link of a message twice, then nothing is recorded', async () => {
      const before = await audited();
      for (const path of [...got.links, got.stop])
        for (const method of ['HEAD', 'GET', 'GET', 'HEAD']) {
          const answer = await fetch(`${url()}${path}`, { method });
          expect([path, method, answer.status]).toEqual([path, method, 200]);
          expect(Object.fromEntries(answer.headers)).toMatchObject({
            'cache-control': 'no-store',
            'referrer-policy': 'no-referrer',
            'x-robots-tag': 'noindex, nofollow',
          });
          expect(answer.headers.get('set-cookie')).toBeNull();
          await answer.text();
        }
      expect(await audited()).toBe(before);
    });

    it.each<{ screen: Screen; place: number }>([
      { screen: phone, place: 0 },
      { screen: plain, place: 1 },
    ])(
      'given a message, when its reader answers by a link $screen.name, then the manager sees it, and it is owed no longer',
      async ({ screen, place }) => {
        const seen = { ref: '' };
        await stranger(async ({ page, go }) => {
          await go(linkOf(place));
          seen.ref = await refOn(page);
          await shows(page.getByRole('complementary'), 'Why you are asked');
          await shows(page.locator('main'), 'This link was sent to Nuala Finch');
          expect(await page.getByRole('navigation').count()).toBe(0);
          expect(await page.locator('a[href="/"]').count()).toBe(0);
          expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
          await page.getByRole('radio', { name: 'Green', exact: true }).check();
          await page.getByLabel('What is the latest?').fill(`Said by link ${place}.`);
          await page.getByRole('button', { name: 'Send the update' }).click();
          await shows(page.locator('h1'), 'Thank you: your answer is recorded');
          await shows(page.locator('main'), `Said by link ${place}.`);
        }, screen);
        await as('manager', async ({ page, go }) => {
          await go('/plans/harbour/owed');
          await shows(page.locator('h1'), /owed/iu);
          expect(await page.locator(`main a[href*="/actions/${seen.ref}"]`).count()).toBe(0);
          await go(`/plans/harbour/actions/${seen.ref}`);
          await shows(page.getByRole('region', { name: 'Notes' }), `Said by link ${place}.`);
          await go(`/plans/harbour/audit?subject=action:${seen.ref}`);
          await shows(page.locator('main'), 'by a link in an email');
        });
      },
    );

    it('given a page that is open twice, when it is sent twice, then the second time shows what is on record', async () => {
      await stranger(async ({ page, go, refused }) => {
        await go(linkOf(2));
        const other = await page.context().newPage();
        await other.goto(page.url());
        await other.getByRole('button', { name: 'Nothing has changed' }).click();
        await shows(other.locator('h1'), 'Thank you');
        await page.getByRole('radio', { name: 'Red' }).check();
        await page.getByRole('button', { name: 'Send the update' }).click();
        await shows(page.locator('h1'), 'Your answer was recorded before');
        await shows(page.locator('main'), 'Nothing has changed');
        await refused(410, () => go(linkOf(2)));
        await shows(page.locator('main'), 'It was answered on 19 February 2026');
      });
    });

    it('given a link that has ended, then it says so, and a new one comes to the same address, which opens', async () => {
      await stranger(async ({ page, go, refused }) => {
        const before = (await mailsIn(data())).length;
        await refused(410, () => go(old.at(-1) ?? ''));
        await shows(page.locator('main'), 'It could be used until 15 February 2026');
        await page.getByRole('button', { name: 'Send me a new link' }).click();
        await shows(page.locator('h1'), 'A new link is on its way');
        const mails = await vi.waitFor(
          async () => {
            const all = await mailsIn(data());
            expect(all).toHaveLength(before + 1);
            return all;
          },
          { timeout: 15_000 },
        );
        const fresh = mails.find((mail) => pathsIn(mail, 'answer').length === 1);
        expect([fresh?.to].flat()[0]?.value[0]?.address).toBe(address);
        await go(fresh === undefined ? '' : (pathsIn(fresh, 'answer')[0] ?? ''));
        await shows(page.locator('h1'), 'Update on action');
      });
    });

    it('given a link that is not whole, or is somebody else’s, then it is refused in words', async () => {
      await stranger(async ({ page, go, refused }) => {
        await refused(404, () => go(linkOf(3).slice(0, -3)));
        await shows(page.locator('main'), 'copy the whole address');
      });
      await as('manager', async ({ page, go, refused }) => {
        await refused(403, () => go(linkOf(3)));
        await shows(
          page.locator('main'),
          'This link was sent to Nuala Finch; you are signed in as',
        );
      });
    });

    it.each(['form', 'refused form', 'thanks', 'used', 'ended', 'sent', 'cut', 'stop', 'stopped'])(
      'given the page “%s”, then nothing is wrong with it on any screen',
      async (name) => {
        await stranger(async ({ page, go, refused }) => {
          await bringAxe(page.context());
          const send = (button: string) => page.getByRole('button', { name: button }).click();
          const ways: Readonly<Record<string, () => Promise<unknown>>> = {
            form: () => go(linkOf(4)),
            'refused form': async () => {
              await go(linkOf(4));
              await refused(400, () => send('Send the update'));
              await shows(page.getByRole('alert'), 'How does it stand? Choose a rating');
            },
            thanks: async () => {
              await go(linkOf(5));
              await send('Nothing has changed');
            },
            used: () => refused(410, () => go(linkOf(5))),
            ended: () => refused(410, () => go(old.at(-2) ?? '')),
            sent: async () => {
              await refused(410, () => go(old.at(-2) ?? ''));
              await send('Send me a new link');
            },
            cut: () => refused(404, () => go('/answer/cut')),
            stop: () => go(got.stop),
            stopped: async () => {
              await go(got.stop);
              await send('Stop reminders');
              await shows(page.locator('h1'), 'Reminders are stopped');
            },
          };
          await ways[name]?.();
          expect(await lookedAt(page, await outlineOf(page))).toEqual([]);
        });
      },
    );
  },
  { prepare, now: later },
);
