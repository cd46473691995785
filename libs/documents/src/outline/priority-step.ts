import { wordsOf } from '../document/block.ts';
import type { Finding } from './finding.ts';
import { narrativeOf } from './narrative-step.ts';
import { nothing, type Place } from './place.ts';
import { type Here, type Step, type Taken, took } from './step.ts';
import type { PriorityLine } from './survey.ts';

const placeOf = (here: Here, ref: string, hasTitle: boolean): Place => ({
  under: { priority: ref },
  section: 'opening',
  open: { kind: 'priority', ref, hasTitle },
  heading: { block: here.block.index, words: wordsOf(here.block) },
  outcomes: here.place.outcomes,
  unnumberedResults: 0,
  ...(here.place.columns === undefined ? {} : { columns: here.place.columns }),
});

const ownPriority = (here: Here, { heading }: PriorityLine): Taken =>
  took(placeOf(here, heading.ref, heading.title !== ''), [
    { found: 'priority', block: here.block, ref: heading.ref, title: heading.title },
    ...here.place.outcomes.map(({ block }): Finding => ({
      found: 'outcome link',
      block,
      key: block.index,
      priority: heading.ref,
      basis: 'said',
    })),
  ]);

/** "Kent CYPP Priority 7" goes with 7, or where the plan has split it, with 7a and 7b. */
const ofSameNumber = (priorities: ReadonlyArray<string>, ref: string): ReadonlyArray<string> =>
  priorities.filter((own) => own === ref || own.replace(/[a-z]$/, '') === ref);

const outsidePriority = (here: Here, { heading }: PriorityLine): Taken => {
  const { block, survey } = here;
  const key = block.index;
  const framework = heading.prefix;
  const linked = ofSameNumber(survey.priorities, heading.ref);
  return took(
    {
      under: {},
      section: 'narrative',
      open: heading.title === '' ? { kind: 'outside outcome', key } : nothing,
      outcomes: [],
      unnumberedResults: 0,
    },
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
  const place: Place = {
    ...here.place,
    open: nothing,
    under: here.place.under.priority === heading.ref ? here.place.under : { priority: heading.ref },
  };
  return took(place, [
    narrativeOf({ ...here, place: { ...place, under: { priority: heading.ref } } }),
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
