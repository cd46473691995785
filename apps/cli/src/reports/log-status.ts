import { table } from '../terminal/table.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import type { FollowerStatus, Skipped } from '../wiring/open-cluster.ts';
import { durationInWords } from './cluster-notes.ts';

/** A skipped event as an answer gives it. */
export type SkippedAnswer = Omit<Skipped, 'revision'> & Readonly<{ revision: number }>;

/** How a log stands. */
export type LogStatus =
  | Readonly<{ engine: 'embedded'; log: string; ordinal: number }>
  | Readonly<{
      engine: 'cluster';
      log: string;
      ordinal: number;
      state: FollowerStatus['state'];
      lag: Readonly<{ events: number; seconds: number | null }>;
      problem: string | null;
      skipped: ReadonlyArray<SkippedAnswer>;
    }>;

export const skippedAnswer = ({ revision, ...others }: Skipped): SkippedAnswer => ({
  ...others,
  revision: Number(revision),
});

const states: Readonly<Record<FollowerStatus['state'], string>> = {
  live: 'live: it holds everything that the cluster has told',
  behind: 'behind: the cluster is still telling',
  away: 'away: the cluster cannot be reached',
  stopped: 'stopped: following on would give wrong answers',
  elsewhere: 'followed by another process in this data directory',
};

const reasons: Readonly<Record<Skipped['why'], string>> = {
  foreign: 'not written by Trackrecord',
  repeated: 'a second try; the first had landed',
};

const skippedTable = (
  terminal: Terminal,
  skipped: ReadonlyArray<SkippedAnswer>,
): ReadonlyArray<string> =>
  skipped.length === 0
    ? []
    : [
        '',
        terminal.colours.bold(`Left out of the log: ${skipped.length}`),
        table(
          terminal,
          [
            { heading: 'Stream' },
            { heading: 'Revision' },
            { heading: 'Type' },
            { heading: 'Why', fit: 'wrap' },
            { heading: 'Id', spare: true },
          ],
          skipped.map(({ stream, revision, type, why, id }) => [
            stream,
            String(revision),
            type,
            reasons[why],
            id,
          ]),
        ),
      ];

const behindBy = (lag: Readonly<{ events: number; seconds: number | null }>): string =>
  lag.seconds === null
    ? `at least ${lag.events} events; since when is not known`
    : `${lag.events} events; it held everything ${durationInWords(lag.seconds)} ago`;

/** How a log stands, for a person. */
export const logStatusText =
  (status: LogStatus) =>
  (terminal: Terminal): string => {
    const line = (words: string) => wrapped(terminal.width, words);
    if (status.engine === 'embedded')
      return [
        ...line(`Log: ${status.log}, in a file of this machine.`),
        ...line(`It stands at ordinal ${status.ordinal}.`),
      ].join('\n');
    return [
      ...line(`Log: ${status.log}, in a cluster.`),
      ...line(`This node’s copy stands at ordinal ${status.ordinal}.`),
      ...line(`State: ${states[status.state]}.`),
      // That process alone knows.
      ...(status.state === 'elsewhere' ? [] : line(`Behind by: ${behindBy(status.lag)}.`)),
      ...(status.problem === null ? [] : line(`Problem: ${status.problem}`)),
      ...skippedTable(terminal, status.skipped),
    ].join('\n');
  };
