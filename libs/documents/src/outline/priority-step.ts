import type { Finding } from './finding.ts';
import { narrativeOf } from './narrative-step.ts';
import { nothing, placeBelow, withoutHeading } from './place.ts';
import { type Here, type Step, type Taken, took } from './step.ts';
import type { PriorityLine } from './survey.ts';

const ownPriority = (here: Here, { heading }: PriorityLine): Taken =>
  took(
    placeBelow(here.place, {
      under: { priority: heading.ref },
      isHeaded: true,
      section: 'opening',
      open: { kind: 'priority', ref: heading.ref, hasTitle: heading.title !== '' },
      outcomes: here.place.outcomes,
    }),
    [
      { found: 'priority', block: here.block, ref: heading.ref, title: heading.title },
      ...here.place.outcomes.map(({ block }): Finding => ({
        found: 'outcome link',
        block,
        key: block.index,
        priority: heading.ref,
        basis: 'said',
      })),
    ],
  );

/** "Kent CYPP Priority 7" goes with 7, or where the plan has split it, with 7a and 7b. */
const ofSameNumber = (priorities: ReadonlyArray<string>, ref: string): ReadonlyArray<string> =>
  priorities.filter((own) => own === ref || own.replace(/[a-z]$/, '') === ref);

const outsidePriority = (here: Here, { heading }: PriorityLine): Taken => {
  const { block, survey } = here;
  const key = block.index;
  const framework = heading.prefix;
  const linked = ofSameNumber(survey.priorities, heading.ref);
  return took(
    placeBelow(here.place, {
      open: heading.title === '' ? { kind: 'outside outcome', key } : nothing,
    }),
    [
      { found: 'outcome', block, key, framework, ref: heading.ref, title: heading.title },
      ...linked.map((priority): Finding => ({
        found: 'outcome link',
        block,
        key,
        priority,
        basis: 'inferred',
      })),
      {
        found: 'warning',
        block,
        message:
          linked.length === 0
            ? `No priority of this plan has the number ${heading.ref}: not linked to ${framework}.`
            : `Linked to priority ${linked.join(' and ')} because the numbers are the same; the document does not say so.`,
      },
    ],
  );
};

const remark = (here: Here, { heading }: PriorityLine): Taken => {
  const about = withoutHeading({ ...here.place, open: nothing, under: { priority: heading.ref } });
  const place = here.place.under.priority === heading.ref ? here.place : about;
  return took({ ...place, open: nothing }, [
    narrativeOf({ ...here, place: about }),
    {
      found: 'warning',
      block: here.block,
      message: `Read as a remark on priority ${heading.ref}, not as its heading.`,
    },
  ]);
};

/** The heading of one of the plan's priorities, of an outside framework's, or a remark on one. */
export const priorityStep: Step = (here) => {
  const line = here.survey.priorityLines.get(here.block.index);
  if (line === undefined) return undefined;
  switch (line.role) {
    case 'own':
      return ownPriority(here, line);
    case 'outside':
      return outsidePriority(here, line);
    case 'remark':
      return remark(here, line);
  }
};
