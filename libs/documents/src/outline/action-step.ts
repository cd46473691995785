import { wordsOf } from '../document/block.ts';
import { type ActionLabel, recogniseActionLabel } from '../recognisers/action-label.ts';
import { readFieldLine } from '../recognisers/field-line.ts';
import { readLoneRating } from '../recognisers/rating.ts';
import { recogniseTitleRating } from '../recognisers/title-rating.ts';
import { neighbour } from './neighbours.ts';
import { colourFindings } from './rating-findings.ts';
import { type Here, type Step, type Taken, took } from './step.ts';
import { saysRating, titledAction } from './titled-action.ts';

/** How far after a line its fields are looked for. */
const reach = 3;

const isLabelled = (words: string): boolean => recogniseActionLabel(words)._tag === 'Some';

const isField = (words: string): boolean => {
  const line = readFieldLine(words);
  return readLoneRating(words) !== undefined || (line.before === '' && line.fields.length > 0);
};

/** A line in no section of actions is one if it says who, when or how it stands, or lines right after it do. */
const hasFields = (here: Here, label: ActionLabel): boolean => {
  const line = readFieldLine(label.rest);
  if (line.before !== '' && line.fields.length > 0) return true;
  if (recogniseTitleRating(label.rest) !== undefined) return true;
  for (let steps = 1; steps <= reach; steps += 1) {
    const next = neighbour(here, steps);
    if (next === undefined || isLabelled(wordsOf(next))) return false;
    if (isField(wordsOf(next))) return true;
  }
  return false;
};

/** In a numbered list bullets belong to the item above them. */
const isSubordinate = ({ place }: Here, { style }: ActionLabel): boolean =>
  style === 'bullet' && place.open.kind === 'action' && place.open.style !== 'bullet';

/** "Action 3 was dropped" speaks of an action, "Action 3 Open the …" and "Action 3. …" are one. */
const isSentence = ({ label, rest }: ActionLabel): boolean =>
  /[\da-z]$/.test(label) && /^\p{Ll}/u.test(rest);

const isAction = (here: Here, label: ActionLabel): boolean => {
  const { place, survey, block } = here;
  if (place.section === 'contents') return false;
  if (label.style === 'word') return !isSentence(label);
  if (survey.labelsActionsByWord || isSubordinate(here, label) || label.rest === '') return false;
  if (block.kind === 'cell' && place.section !== 'actions') return hasFields(here, label);
  return place.section === 'actions' || place.section === 'opening' || hasFields(here, label);
};

const begin = (here: Here, label: ActionLabel): Taken => {
  const { block, place, survey } = here;
  const key = block.index;
  const numbering = label.style === 'word' || label.style === 'dotted' ? 'plan' : 'list';
  const found = titledAction({
    block,
    key,
    label: label.label,
    ...(label.number === undefined ? {} : { number: label.number }),
    numbering,
    words: label.rest,
    under: place.under,
  });
  const colour = survey.ratesLines ? survey.saysColour(block.fill, block.kind) : undefined;
  return took(
    {
      ...place,
      // Once a list of actions has begun, a line after it that is none of it ends it.
      section: 'actions',
      open: {
        kind: 'action',
        key,
        stage: 'title',
        style: label.style,
        rated: saysRating(found),
        hasTitle: label.rest !== '',
        ...(block.table === undefined ? {} : { cell: block.table }),
      },
    },
    // Words in its line or below it come first.
    colour?._tag === 'Rated' ? [...found, ...colourFindings(block, key, colour)] : found,
  );
};

/** "Action 12. …" anywhere; "12. …", "1.2.3 …" and bullets where a list of actions is. */
export const actionStep: Step = (here) => {
  const label = recogniseActionLabel(wordsOf(here.block));
  return label._tag === 'Some' && isAction(here, label.value)
    ? begin(here, label.value)
    : undefined;
};
