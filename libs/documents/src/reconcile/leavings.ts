import {
  crossReference,
  dataNeedStatus,
  dataNeedUnder,
  DropTarget,
  glossaryTerm,
  IndicatorId,
  indicatorLink,
  MeetDataNeed,
  narrative,
  outcomeLink,
  plan,
  type PlanOrder,
  RemoveCrossReference,
  RemoveGlossaryTerm,
  RemoveItem,
  RemoveNarrative,
  RemoveStory,
  story,
  Subject,
  targetStatus,
  UnlinkIndicator,
  UnlinkPriority,
} from '@trackrecord/domain';
import type { Cut, Held } from '@trackrecord/kernel';
import * as O from 'fp-ts/lib/Option.js';
import { refOf } from './words-of.ts';

/** A register that documents filled and that is to be empty from now on. */
export type Leaving = Readonly<{ subject: string; field: string; held: Held }>;

const structure = ['theme', 'result', 'enabler', 'priority'];

const kindOf = (subject: string): string => subject.split(':')[0] ?? '';

/** What stands under an item goes before it. */
const rankOf = ({ subject, field }: Leaving): number =>
  field === 'exists' ? 1 + structure.indexOf(kindOf(subject)) : 0;

/** A need is met when it is named no longer, unless what needed it has gone itself. */
const needOrder = (cut: Cut, subject: Subject, isGone: (subject: string) => boolean): PlanOrder => {
  const under = O.getOrElse((): string => plan)(dataNeedUnder.of(cut, subject));
  return isGone(under)
    ? RemoveItem.of({ item: subject })
    : MeetDataNeed.of({ dataNeed: refOf(subject.slice('dataNeed:'.length)) });
};

const itemOrder = (
  cut: Cut,
  subject: Subject,
  isGone: (subject: string) => boolean,
): PlanOrder | undefined => {
  const kind = kindOf(subject);
  // People may have put something under it: then it stays.
  if (structure.includes(kind)) return RemoveItem.of({ item: subject, unlessInUse: true });
  if (kind === 'target' && O.toUndefined(targetStatus.of(cut, subject)) === 'set')
    return DropTarget.of({ target: refOf(subject.slice('target:'.length)) });
  return kind === 'dataNeed' && O.toUndefined(dataNeedStatus.of(cut, subject)) === 'raised'
    ? needOrder(cut, subject, isGone)
    : undefined;
};

const memberOrder = (subject: Subject, set: string, member: string): PlanOrder | undefined => {
  const ref = refOf(subject.slice(subject.indexOf(':') + 1));
  switch (set) {
    case narrative.name:
      return RemoveNarrative.of({ section: refOf(member) });
    case glossaryTerm.name:
      return RemoveGlossaryTerm.of({ term: refOf(member) });
    case story.name:
      return RemoveStory.of({ about: subject, story: refOf(member) });
    case crossReference.name:
      return RemoveCrossReference.of({ about: subject, link: refOf(member) });
    case outcomeLink.name:
      return UnlinkPriority.of({ priority: ref, link: refOf(member) });
    case indicatorLink.name:
      return IndicatorId.is(ref) && Subject.is(member)
        ? UnlinkIndicator.of({ indicator: ref, from: member })
        : undefined;
    default:
      return undefined;
  }
};

/**
 * The orders that take out what has left a plan, what stands under something before the thing itself. Actions
 * are withdrawn elsewhere.
 * @param leavings the registers that are said no longer, those of actions among them
 */
export const leavingOrders = (
  cut: Cut,
  leavings: ReadonlyArray<Leaving>,
): ReadonlyArray<PlanOrder> => {
  const gone = new Set(
    leavings.filter(({ field }) => field === 'exists').map(({ subject }) => subject),
  );
  // A withdrawn action keeps what was said of it.
  return leavings
    .filter(({ subject }) => kindOf(subject) !== 'action' || !gone.has(subject))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .flatMap(({ subject, field }): ReadonlyArray<PlanOrder> => {
      if (!Subject.is(subject)) return [];
      const slash = field.indexOf('/');
      const order =
        field === 'exists'
          ? itemOrder(cut, subject, (one) => gone.has(one))
          : memberOrder(subject, field.slice(0, Math.max(slash, 0)), field.slice(slash + 1));
      return order === undefined ? [] : [order];
    });
};
