import {
  AddCrossReference,
  crossReference,
  dataNeedStatus,
  dataNeedUnder,
  dataNeedWords,
  DefineGlossaryTerm,
  glossaryTerm,
  indicatorBaseline,
  indicatorLink,
  LinkIndicator,
  narrative,
  plan,
  RaiseDataNeed,
  RecordNarrative,
  RewordTarget,
  SetBaseline,
  SetTarget,
  story,
  subjectOf,
  targetLabel,
  targetStatus,
  targetTimescale,
  targetUnder,
  targetWords,
  TellStory,
} from '@trackrecord/domain';
import type { Json } from '@trackrecord/kernel';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Under } from '../proposal/under.ts';
import type { Claim, ItemClaim } from './claim.ts';
import { type Context, sourceOf } from './context.ts';
import { linksOf, numbered } from './numbered.ts';
import { onceEach } from './once-each.ts';
import { nearest } from './place-of.ts';
import { refOf, slugOf, textOf } from './words-of.ts';

/** What the parts of a document beside its actions need: where things stand, with actions by their ids. */
type Placing = Readonly<{
  context: Context;
  proposal: ProposedPlan;
  actionId: (ref: string) => string;
}>;

export const targetClaims = ({ context, proposal, actionId }: Placing): ReadonlyArray<ItemClaim> =>
  proposal.targets.map(({ ref, label, text, under, timescale: said, from }) => {
    const target = refOf(ref);
    const words = textOf(text);
    const subject = subjectOf('target', target);
    const source = sourceOf(context, from);
    const timescale =
      said === undefined ? undefined : { ...said, asWritten: textOf(said.asWritten) };
    const named = { target, words, ...(timescale === undefined ? {} : { timescale }) };
    const reword = RewordTarget.of(named);
    const claim = (field: string, value: Json): Claim => ({
      subject,
      field,
      value,
      order: reword,
      source,
      withItem: true,
    });
    return {
      subject,
      source,
      create: SetTarget.of({ ...named, label, under: nearest(under, actionId) }),
      claims: [
        claim(targetWords.name, words),
        ...(timescale === undefined ? [] : [claim(targetTimescale.name, timescale)]),
      ],
      repeats: [targetLabel.name, targetUnder.name],
      givenUp: { field: targetStatus.name, value: 'dropped', otherwise: 'set' },
    };
  });

/** Where a need stands, by the action's id: another number of the action makes no other need. */
const whereOf = (under: Under, actionId: Placing['actionId']): string =>
  [
    under.target,
    under.action === undefined ? undefined : actionId(under.action),
    ...(under.results ?? []),
    under.theme,
    under.enabler,
    under.priority,
  ]
    .filter((ref) => ref !== undefined)
    .slice(0, 1)
    .join('');

export const dataNeedClaims = ({
  context,
  proposal,
  actionId,
}: Placing): ReadonlyArray<ItemClaim> => {
  const ids = numbered(
    proposal.dataNeeds.map(({ text, under }) => slugOf(`${whereOf(under, actionId)} ${text}`)),
  );
  return proposal.dataNeeds.map(({ text, under, from }, index) => {
    const dataNeed = refOf(ids[index] ?? '');
    const asked = { dataNeed, words: textOf(text), under: nearest(under, actionId) };
    return {
      subject: subjectOf('dataNeed', dataNeed),
      source: sourceOf(context, from),
      create: RaiseDataNeed.of(asked),
      claims: [],
      repeats: [dataNeedWords.name, dataNeedUnder.name],
      givenUp: { field: dataNeedStatus.name, value: 'met', otherwise: 'raised' },
    };
  });
};

type Indicators = ProposedPlan['indicators'];

/** An indicator that stands in several places has all that they say as its baseline. */
const baselineClaims = (context: Context, indicators: Indicators): ReadonlyArray<Claim> =>
  [...Map.groupBy(indicators, context.indicatorId)].flatMap(([indicator, all]) => {
    const said = all.flatMap(({ baseline }) => baseline ?? []);
    const [first] = all.filter((one) => one.baseline !== undefined);
    if (first === undefined) return [];
    const baseline = { asWritten: textOf([...new Set(said)].join('\n')) };
    return [
      {
        subject: subjectOf('indicator', indicator),
        field: indicatorBaseline.name,
        value: baseline,
        order: SetBaseline.of({ indicator, baseline }),
        source: sourceOf(context, first.from),
      },
    ];
  });

export const indicatorClaims = ({
  context,
  proposal: { indicators },
  actionId,
}: Placing): ReadonlyArray<Claim> =>
  onceEach([
    ...indicators.map((proposed) => {
      const indicator = context.indicatorId(proposed);
      const to = nearest(proposed.under, actionId);
      return {
        subject: subjectOf('indicator', indicator),
        field: `${indicatorLink.name}/${to}`,
        value: to,
        order: LinkIndicator.of({ indicator, to }),
        source: sourceOf(context, proposed.from),
      };
    }),
    ...baselineClaims(context, indicators),
  ]);

export const storyClaims = ({ context, proposal, actionId }: Placing): ReadonlyArray<Claim> => {
  const ids = numbered(proposal.stories.map(({ text }) => slugOf(text)));
  return proposal.stories.map(({ under, text, from }, index) => {
    const about = nearest(under, actionId);
    const key = refOf(ids[index] ?? '');
    return {
      subject: about,
      field: `${story.name}/${key}`,
      value: textOf(text),
      order: TellStory.of({ about, story: key, text: textOf(text) }),
      source: sourceOf(context, from),
    };
  });
};

export const glossaryClaims = ({ context, proposal }: Placing): ReadonlyArray<Claim> =>
  proposal.glossary.map(({ term, meaning, from }) => ({
    subject: plan,
    field: `${glossaryTerm.name}/${refOf(term)}`,
    value: meaning ?? '',
    order: DefineGlossaryTerm.of({ term: refOf(term), meaning: meaning ?? '' }),
    source: sourceOf(context, from),
  }));

export const narrativeClaims = ({ context, proposal, actionId }: Placing): ReadonlyArray<Claim> =>
  proposal.narratives.map(({ id, heading, under, parts, from }) => {
    const section = refOf(id);
    const text = {
      parts,
      ...(heading === undefined ? {} : { heading }),
      ...(under === undefined ? {} : { under: nearest(under, actionId) }),
    };
    return {
      subject: plan,
      field: `${narrative.name}/${section}`,
      value: text,
      order: RecordNarrative.of({ section, narrative: text }),
      source: sourceOf(context, from),
    };
  });

export const referenceClaims = ({ context, proposal, actionId }: Placing): ReadonlyArray<Claim> => {
  const links = linksOf(proposal.crossReferences);
  return proposal.crossReferences.map(({ asWritten, to, under, from }, index) => {
    const about = nearest(under, actionId);
    const link = refOf(links[index] ?? '');
    const reference = {
      asWritten: textOf(asWritten),
      ...(to === undefined ? {} : { to: textOf(to) }),
    };
    return {
      subject: about,
      field: `${crossReference.name}/${link}`,
      value: reference,
      order: AddCrossReference.of({ about, link, reference }),
      source: sourceOf(context, from),
    };
  });
};
