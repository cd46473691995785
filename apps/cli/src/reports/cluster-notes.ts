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

/** Since when a copy may lack something. */
export const ageInWords = ({ lag: { seconds } }: FollowerStatus): string =>
  seconds === undefined
    ? 'which has never yet held everything'
    : `which held everything ${durationInWords(seconds)} ago`;

const noteOnState = (status: FollowerStatus): ReadonlyArray<string> => {
  const { state, problem = 'no more is known', ordinal, lag } = status;
  const copy = `this node’s own copy of the log, ${ageInWords(status)} and stands at ordinal ${ordinal}`;
  switch (state) {
    case 'live':
    case 'elsewhere':
      return [];
    case 'behind':
      return [
        `This node’s copy of the log is ${lag.events} events behind the cluster and stands at ordinal ${ordinal}; "trackrecord follow" brings it up to date.`,
      ];
    case 'away':
      return [`The cluster cannot be reached (${problem}); what is read comes from ${copy}.`];
    case 'stopped':
      return [`This node follows no further (${problem}); what is read comes from ${copy}.`];
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

/** What whoever asks a node of a cluster has to know besides the answer, a line each; mostly nothing. */
export const notesOn = (status: FollowerStatus): ReadonlyArray<string> => [
  ...noteOnState(status),
  ...noteOnSkipped(status),
];
