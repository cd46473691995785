import {
  dataNeedStatus,
  DropTarget,
  IndicatorId,
  indicatorLink,
  MeetDataNeed,
  narrative,
  plan,
  type PlanOrder,
  RemoveItem,
  RemoveNarrative,
  RemoveStory,
  story,
  Subject,
  targetStatus,
  UnlinkIndicator,
} from '@trackrecord/domain';
import type { Held } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { type Context, sourceOf } from './context.ts';
import { nothing, type Outcome, steps, together } from './outcome.ts';
import { refOf, textOf } from './words-of.ts';

/** What a document does say, by registers: whatever documents said before and is not here has left. */
export type StillSaid = ReadonlySet<string>;

export const registerKey = (subject: string, field: string): string => `${subject} ${field}`;

const leaving = (context: Context, order: PlanOrder): Outcome =>
  steps({
    order,
    why: textOf('It stands in the document no longer.'),
    source: sourceOf(context, { block: 1, line: 1, words: '' }),
  });

/** The order that takes a register out which a document filled; `undefined` where it stays as it is. */
const orderOf = (context: Context, subject: string, field: string): PlanOrder | undefined => {
  const { cut } = context.state;
  const [kind = '', ...rest] = subject.split(':');
  const ref = refOf(rest.join(':'));
  const member = refOf(field.slice(field.indexOf('/') + 1));
  if (field === 'exists') {
    if (['priority', 'theme', 'enabler', 'result'].includes(kind) && Subject.is(subject))
      return RemoveItem.of({ item: subject });
    if (kind === 'target' && O.toUndefined(targetStatus.of(cut, subject)) === 'set')
      return DropTarget.of({ target: ref });
    if (kind === 'dataNeed' && O.toUndefined(dataNeedStatus.of(cut, subject)) === 'raised')
      return MeetDataNeed.of({ dataNeed: ref });
  }
  if (subject === plan && field.startsWith(`${narrative.name}/`))
    return RemoveNarrative.of({ section: member });
  if (field.startsWith(`${story.name}/`) && Subject.is(subject))
    return RemoveStory.of({ about: subject, story: member });
  const from = field.slice(indicatorLink.name.length + 1);
  const isLink = kind === 'indicator' && field.startsWith(`${indicatorLink.name}/`);
  return isLink && IndicatorId.is(ref) && Subject.is(from)
    ? UnlinkIndicator.of({ indicator: ref, from })
    : undefined;
};

/** Takes out what documents brought and this one holds no longer; actions are withdrawn elsewhere. */
export const leavings = (context: Context, still: StillSaid): Outcome =>
  together(
    [...context.state.cut].flatMap(([subject, fields]) =>
      [...fields].map(([field, held]: readonly [string, Held]) => {
        const stays = held.document === undefined || held.value === null;
        if (stays || still.has(registerKey(subject, field))) return nothing;
        const order = orderOf(context, subject, field);
        return order === undefined ? nothing : leaving(context, order);
      }),
    ),
  );
