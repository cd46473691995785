import {
  AddEnabler,
  AddPriority,
  AddResult,
  AddTheme,
  itemPriority,
  itemTitle,
  LinkPriority,
  type Measure,
  MoveItem,
  outcomeLink,
  type PlanOrder,
  priorityStatement,
  resultMeasure,
  RewordEnabler,
  RewordPriority,
  RewordResult,
  RewordTheme,
  subjectOf,
} from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import type { Origin } from '../proposal/origin.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Timescale } from '../proposal/timescale.ts';
import type { Claim, ItemClaim } from './claim.ts';
import { type Context, sourceOf } from './context.ts';
import { refOf, slugOf, subjectNamed, textOf } from './words-of.ts';

type Titled = Readonly<{ ref: string; title: string; from: Origin }>;

const titledClaim = (
  context: Context,
  kind: 'priority' | 'theme' | 'enabler' | 'result',
  { ref, title, from }: Titled,
  create: PlanOrder,
  reword: PlanOrder,
): ItemClaim => {
  const subject = subjectOf(kind, refOf(ref));
  const source = sourceOf(context, from);
  return {
    subject,
    create,
    source,
    claims: [
      {
        subject,
        field: itemTitle.name,
        value: textOf(title),
        order: reword,
        source,
        withItem: true,
      },
    ],
  };
};

/** An item's claim with one more that its creation makes too. */
const withClaim = (item: ItemClaim, field: string, value: Json, order: PlanOrder): ItemClaim => {
  const { subject, source } = item;
  return {
    ...item,
    claims: [...item.claims, { subject, field, value, order, source, withItem: true }],
  };
};

/** A theme's or a result's claim with the priority that it belongs to. */
const underPriority = (
  item: ItemClaim,
  [kind, ref]: readonly [string, string],
  priority: string,
): ItemClaim => {
  const order = MoveItem.of({ item: subjectNamed(kind, ref), priority: refOf(priority) });
  return withClaim(item, itemPriority.name, refOf(priority), order);
};

const priorities = (
  context: Context,
  { priorities: all }: ProposedPlan,
): ReadonlyArray<ItemClaim> =>
  all.map((item) => {
    const statement = item.statement === undefined ? undefined : textOf(item.statement);
    const named = {
      priority: refOf(item.ref),
      title: textOf(item.title),
      ...(statement === undefined ? {} : { statement }),
    };
    const reword = RewordPriority.of(named);
    const claim = titledClaim(context, 'priority', item, AddPriority.of(named), reword);
    return statement === undefined
      ? claim
      : withClaim(claim, priorityStatement.name, statement, reword);
  });

const themes = (context: Context, { themes: all, priorities: [first] }: ProposedPlan) =>
  all.flatMap((item): ReadonlyArray<ItemClaim> => {
    const priority = item.priority ?? first?.ref;
    if (priority === undefined) return [];
    const named = { theme: refOf(item.ref), title: textOf(item.title) };
    const create = AddTheme.of({ ...named, priority: refOf(priority) });
    const claim = titledClaim(context, 'theme', item, create, RewordTheme.of(named));
    return [underPriority(claim, ['theme', item.ref], priority)];
  });

const enablers = (context: Context, { enablers: all }: ProposedPlan): ReadonlyArray<ItemClaim> =>
  all.map((item) => {
    const named = { enabler: refOf(item.ref), title: textOf(item.title) };
    const [create, reword] = [AddEnabler.of(named), RewordEnabler.of(named)];
    return titledClaim(context, 'enabler', item, create, reword);
  });

type Measured = Readonly<{ baseline?: string; target?: string; timescale?: Timescale }>;

const measureOf = ({ baseline, target, timescale }: Measured): Measure => ({
  ...(baseline === undefined ? {} : { baseline: textOf(baseline) }),
  ...(target === undefined ? {} : { target: textOf(target) }),
  ...(timescale === undefined
    ? {}
    : { timescale: { ...timescale, asWritten: textOf(timescale.asWritten) } }),
});

const results = (context: Context, { results: all, priorities: [first] }: ProposedPlan) =>
  all.flatMap((item): ReadonlyArray<ItemClaim> => {
    const priority = item.priority ?? first?.ref;
    if (priority === undefined) return [];
    const measure = measureOf(item);
    const named = {
      result: refOf(item.ref),
      title: textOf(item.title),
      ...(Object.keys(measure).length === 0 ? {} : { measure }),
    };
    const reword = RewordResult.of(named);
    const create = AddResult.of({ ...named, priority: refOf(priority) });
    const titled = titledClaim(context, 'result', item, create, reword);
    const claim = underPriority(titled, ['result', item.ref], priority);
    return named.measure === undefined
      ? [claim]
      : [withClaim(claim, resultMeasure.name, { ...measure }, reword)];
  });

/** What a document says of the items that actions stand under. */
export const structureClaims = (
  context: Context,
  proposal: ProposedPlan,
): ReadonlyArray<ItemClaim> => [
  ...priorities(context, proposal),
  ...themes(context, proposal),
  ...enablers(context, proposal),
  ...results(context, proposal),
];

/** The outcomes of outside frameworks that a document's priorities serve. */
export const outcomeClaims = (
  context: Context,
  { outcomeLinks }: ProposedPlan,
): ReadonlyArray<Claim> =>
  outcomeLinks.map(({ priority, framework, ref, title, basis, from }) => {
    const link = refOf(slugOf(`${framework} ${ref ?? title}`));
    const outcome = {
      framework: textOf(framework),
      title: textOf(title),
      basis,
      ...(ref === undefined ? {} : { ref: refOf(ref) }),
    };
    return {
      subject: subjectOf('priority', refOf(priority)),
      field: `${outcomeLink.name}/${link}`,
      value: outcome,
      order: LinkPriority.of({ priority: refOf(priority), link, outcome }),
      source: sourceOf(context, from),
    };
  });
