import { perform, type RunProgram } from '../tour/perform.ts';
import { papers, readChanges, samplePath, today } from '../tour/sample.ts';
import { type Chapter, type Step, yearOf } from '../tour/story.ts';
import type { Shell } from '../wiring/shell.ts';
import { quietTerminal } from '../wiring/quiet-shell.ts';
import { otherSamplePlan } from './sample-people.ts';
import { withReminders } from './sample-reminders.ts';

const partnership = 'Harbour and Vale Partnership';

const ofPartnership = (step: Step): Step =>
  step.argv[0] === 'import'
    ? { ...step, argv: [...step.argv, '--partnership', partnership] }
    : step;

/**
 * The board reviewed the plan on the date of each paper, once it was taken in, and recorded it the same day: what
 * people said later it had not seen.
 */
const withReview = (chapter: Chapter, place: number): Chapter => {
  const on = papers[place]?.on ?? today;
  const steps = chapter.steps.map(ofPartnership);
  return {
    ...chapter,
    steps: [
      ...steps.filter((step) => step.on <= on),
      { id: `review of ${on}`, on, argv: ['review', 'harbour', '--effective-on', on] },
      ...steps.filter((step) => step.on > on),
    ],
  };
};

/** A plan of the other kind, which begins with what is wanted for people and how it is measured. */
const another: Chapter = {
  heading: 'another plan',
  steps: [
    {
      id: 'rba',
      on: today,
      argv: [
        'import',
        samplePath('rba-plan.txt'),
        '--plan',
        otherSamplePlan,
        '--effective-on',
        '2025-09-01',
        '--partnership',
        partnership,
      ],
    },
  ],
};

/**
 * Brings the sample's year into a data directory that has no log, each step on the day that it belongs to. Links in its
 * messages lead to where it is served, and none of its messages leaves: its people are invented.
 * @param publicUrl where people reach the sample
 * @returns the exit code of the step that failed, 0 for none
 */
export const loadSample = async (
  run: RunProgram,
  shell: Shell,
  directory: string,
  publicUrl: URL,
): Promise<number> => {
  const environment = {
    ...shell.environment,
    TRACKRECORD_DATA: directory,
    TRACKRECORD_LOG: undefined,
    TRACKRECORD_PUBLIC_URL: publicUrl.origin,
    TRACKRECORD_SMTP_URL: undefined,
    TRACKRECORD_SMTP_PASSWORD_FILE: undefined,
  };
  const { failed } = await perform(
    run,
    { ...shell, environment, terminal: { ...quietTerminal, err: shell.terminal.err } },
    [...withReminders(yearOf(readChanges()).map(withReview)), another],
  );
  return failed;
};
