import type { Page, Response } from 'playwright-core';

/** What a browser had to complain of at a page, as it comes: read it when the journey is over. */
export type Watched = Readonly<{
  complaints: ReadonlyArray<string>;
  /** A step that is to be answered with this status, or one of these, which is then no complaint. */
  refused: (status: number | ReadonlyArray<number>, step: () => Promise<unknown>) => Promise<void>;
}>;

/** Chromium says of every refused request what the answer says better. */
const isAnswerAgain = (text: string): boolean => text.startsWith('Failed to load resource');

/** A download is no page: the browser stops going there. */
const isDownload = (errorText: string): boolean => errorText === 'net::ERR_ABORTED';

/**
 * Watches a page for what no journey may meet: errors and warnings of scripts, what the policy refuses, requests
 * that fail or are answered with 400 or more.
 */
export const watched = (page: Page): Watched => {
  const complaints: string[] = [];
  // The last one is of the innermost step that is being taken.
  const expected: Array<{ statuses: ReadonlyArray<number>; met: boolean }> = [];
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type()) || isAnswerAgain(message.text())) return;
    complaints.push(`console, at ${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`script, at ${page.url()}: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? 'failed';
    if (!isDownload(why)) complaints.push(`${request.method()} ${request.url()}: ${why}`);
  });
  page.on('response', (response: Response) => {
    if (response.status() < 400) return;
    const waiting = expected.find(
      ({ statuses, met }) => !met && statuses.includes(response.status()),
    );
    if (waiting === undefined)
      complaints.push(`${response.request().method()} ${response.url()}: ${response.status()}`);
    else waiting.met = true;
  });
  return {
    complaints,
    refused: async (status, step) => {
      const one = { statuses: [status].flat(), met: false };
      const before = complaints.length;
      expected.push(one);
      await step();
      expected.pop();
      if (one.met) return;
      const instead = [page.url(), ...complaints.slice(before)].join('; ');
      throw new Error(`nothing was answered with ${String(status)}, but: ${instead}`);
    },
  };
};
