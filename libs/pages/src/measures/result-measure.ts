import type { PlanAnswer } from '@trackrecord/application';

type Measure = PlanAnswer['priorities'][number]['results'][number]['measure'];

/** What a result is measured by, in the plan's words: "from 640 to 400, July 2026". */
export const measureInWords = (measure: Measure): string => {
  if (measure === null) return '';
  const { baseline, target, timescale } = measure;
  const values = [
    ...(baseline === undefined ? [] : [`from ${baseline}`]),
    ...(target === undefined ? [] : [baseline === undefined ? target : `to ${target}`]),
  ].join(' ');
  return [values, timescale?.asWritten ?? ''].filter((part) => part !== '').join(', ');
};
