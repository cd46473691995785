import type { Instant } from '@trackrecord/kernel';
import type { FollowerStatus } from '../wiring/open-cluster.ts';
import { counted } from './order-words.ts';

const units: ReadonlyArray<readonly [unit: string, seconds: number]> = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long something is, in the largest unit of which it has two; else in seconds. */
export const durationInWords = (seconds: number): string => {
  const [unit, length] = units.find(([, one]) => seconds >= 2 * one) ?? ['second', 1];
  const count = Math.floor(seconds / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
};

/** A copy by where it stands, and how old it is. */
const copyInWords = (
  { ordinal, lag: { seconds } }: FollowerStatus,
  lastRecordedAt: Instant | undefined,
): string => {
  const since = lastRecordedAt === undefined ? '' : `, recorded at ${lastRecordedAt}`;
  const age = seconds === undefined ? '' : `, and held everything ${durationInWords(seconds)} ago`;
  return `stands at ordinal ${ordinal}${since}${age}`;
};

const noteOnState = (
  status: FollowerStatus,
  lastRecordedAt: Instant | undefined,
): ReadonlyArray<string> => {
  const { state, problem = 'no more is known', lag } = status;
  const copy = copyInWords(status, lastRecordedAt);
  switch (state) {
    case 'live':
    case 'elsewhere':
      return [];
    case 'behind':
      return [
        `This node’s copy of the log is behind the cluster, by ${lag.events} events or more: it ${copy}. "trackrecord follow" brings it up to date.`,
      ];
    case 'away':
    case 'stopped':
      return [
        `${state === 'away' ? 'The cluster cannot be reached' : 'This node follows no further'} (${problem}); what is read comes from this node’s own copy of the log, which ${copy}.`,
      ];
  }
};

const noteOnSkipped = ({ skipped }: FollowerStatus): ReadonlyArray<string> => {
  const foreign = skipped.filter(({ why }) => why === 'foreign').length;
  return foreign === 0
    ? []
    : [
        `${counted(foreign, 'event')} in this log’s streams ${foreign === 1 ? 'was' : 'were'} not written by Trackrecord and ${foreign === 1 ? 'is' : 'are'} left out: see "trackrecord log status".`,
      ];
};

/**
 * What whoever asks a node of a cluster has to know besides the answer, a line each; mostly nothing.
 * @param lastRecordedAt when the last event that the node has was recorded
 */
export const notesOn = (
  status: FollowerStatus,
  lastRecordedAt: Instant | undefined,
): ReadonlyArray<string> => [...noteOnState(status, lastRecordedAt), ...noteOnSkipped(status)];
