import type { Copied } from '@trackrecord/application';
import type { Instant } from '@trackrecord/kernel';
import { Temporal } from 'temporal-polyfill';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import { counted } from './order-words.ts';

/** What a copy did, and how quickly; no speed where it took no time that the clock could tell. */
export type CopyReport = Copied &
  Readonly<{ from: string; to: string; seconds: number; eventsPerSecond: number | null }>;

/** The figures of a copy that took from one instant to another. */
export const figuresOf = (
  copied: Copied,
  begun: Instant,
  ended: Instant,
): Omit<CopyReport, 'from' | 'to'> => {
  const seconds = Temporal.Instant.from(begun).until(ended).total('seconds');
  return {
    ...copied,
    seconds,
    eventsPerSecond: seconds > 0 ? Math.round(copied.events / seconds) : null,
  };
};

const speed = ({ seconds, eventsPerSecond }: CopyReport): string =>
  eventsPerSecond === null
    ? ''
    : ` in ${seconds.toFixed(1)} s, ${counted(eventsPerSecond, 'event')} a second`;

/** What a copy did, for a person. */
export const copiedText =
  (report: CopyReport) =>
  ({ width }: Terminal): string =>
    [
      ...wrapped(
        width,
        `Copied ${counted(report.events, 'event')}${speed(report)}. ${report.to} now holds all ${report.before + report.events} events of ${report.from}, in ${counted(report.streams, 'stream')}${report.before === 0 ? '' : `; ${report.before} of them were there before`}.`,
      ),
      ...wrapped(width, '"trackrecord log compare" proves both equal.'),
    ].join('\n');
