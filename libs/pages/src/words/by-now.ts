import type { Question } from '@trackrecord/application';

/** How what is missing is told: "yet" where things are seen as they stand, "on this date" where they are not. */
export const byNow = ({ asOf, knownAt, asIn }: Question): 'yet' | 'on this date' =>
  asOf === undefined && knownAt === undefined && asIn === undefined ? 'yet' : 'on this date';
