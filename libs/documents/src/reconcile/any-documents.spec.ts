import {
  actionPlace,
  actionRating,
  actionRef,
  actionStatus,
  actionTitle,
  decideCommand,
  decidePlan,
  type DomainEvent,
  IndicatorId,
  isThere,
  lookupActionByRef,
  PartyId,
  PlanId,
  planCommands,
  type PlanOrder,
  describeRefusal,
  type Step,
} from '@trackrecord/domain';
import { CommandId, type Cut, LocalDate, Sha256 } from '@trackrecord/kernel';
import {
  arbitraryOrder,
  circumstancesOn,
  fewLeaves,
  must,
  stateAfter,
} from '@trackrecord/test-kit';
import { listActions, planStructureOf } from '@trackrecord/read-models';
import * as E from 'fp-ts/lib/Either.js';
import * as O from 'fp-ts/lib/Option.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProposedAction } from '../proposal/proposed-action.ts';
import type { ProposedPlan } from '../proposal/proposed-plan.ts';
import type { Under } from '../proposal/under.ts';
import type { Context } from './context.ts';
import { laterDocuments, leftBehind } from './left-behind.ts';
import { reconcile } from './reconcile.ts';
import { slugOf } from './words-of.ts';

const from = { block: 1, line: 1, words: 'as it stands' };

const titles = fc.constantFrom(
  'Open school grounds at weekends',
  'Train every midwife in brief advice',
  'Publish a map of safe routes',
  'Open school grounds at weekends and in holidays',
);

const some = <A>(list: ReadonlyArray<A>) => fc.subarray([...list]);

/** Something of the plan that the document holds; the plan itself where it holds nothing. */
const placeAmong = (places: ReadonlyArray<Under>): fc.Arbitrary<Under> =>
  fc.constantFrom({}, ...places);

const actionAmong = (places: ReadonlyArray<Under>) => (ref: string) =>
  fc
    .record({
      title: titles,
      under: placeAmong(places),
      rating: fc.option(fc.constantFrom('Red', 'Amber', 'Amber/Green'), { nil: undefined }),
      owners: some([
        { name: 'M. Reed', kind: 'person', role: 'lead' } as const,
        { name: 'Harbour Trust', kind: 'organisation', role: 'support' } as const,
      ]),
      timescale: fc.option(fc.constantFrom({ asWritten: 'Autumn 2026' }, { asWritten: 'soon' }), {
        nil: undefined,
      }),
      notes: some(['Three schools have agreed.', 'Update?', 'All is well. M. Reed to update']),
      requests: fc.array(fc.constantFrom('Update?', 'M. Reed to update'), { maxLength: 2 }),
      crossReferences: some(['See 14', 'Play strategy']),
      knownAs: some(['30']),
    })
    .map(
      ({
        rating,
        timescale,
        under,
        notes,
        requests,
        crossReferences,
        ...rest
      }): ProposedAction => ({
        ...rest,
        ref,
        label: `${ref}.`,
        under: { ...under, results: under.results ?? [] },
        ...(rating === undefined ? {} : { rating }),
        ...(timescale === undefined ? {} : { timescale }),
        notes: notes.map((text) => ({ text, from })),
        requests: requests.map((words) => ({
          words,
          parties: words.startsWith('M.') ? ['M. Reed'] : [],
          from,
        })),
        crossReferences: crossReferences.map((asWritten) => ({ asWritten, from })),
        from,
      }),
    );

const itemsOf = ([first, ...others]: ReadonlyArray<string>) => {
  const priorities = first === undefined ? [] : [first, ...others];
  return fc.record({
    priorities: fc.constant(priorities),
    themes: first === undefined ? fc.constant<string[]>([]) : some(['1.1', '2.1']),
    results: first === undefined ? fc.constant<string[]>([]) : some(['1(i)', '2(i)']),
    enablers: some(['A', 'B']),
    belongsTo: fc.constantFrom(...(first === undefined ? ['1'] : priorities)),
  });
};

/** Any document: of few items in few words, so that documents have much in common and differ. */
const documents: fc.Arbitrary<ProposedPlan> = some(['1', '2'])
  .chain(itemsOf)
  .chain((items) => {
    const places: ReadonlyArray<Under> = [
      ...items.priorities.map((priority) => ({ priority })),
      ...items.themes.map((theme) => ({ theme, priority: items.belongsTo })),
      ...items.results.map((result) => ({ results: [result] })),
      ...items.enablers.map((enabler) => ({ enabler })),
    ];
    return fc.record({
      items: fc.constant(items),
      places: fc.constant(places),
      title: fc.option(titles, { nil: undefined }),
      itemTitle: titles,
      actions: some(['1', '2', '3', '4']).chain((refs) =>
        fc.tuple(...refs.map(actionAmong(places))),
      ),
      targets: some(['1.1a', '2.1a']).chain((refs) =>
        fc.tuple(
          ...refs.map((ref) =>
            fc.record({ ref: fc.constant(ref), text: titles, under: placeAmong(places) }),
          ),
        ),
      ),
      dataNeeds: fc.array(
        fc.record({ text: fc.constantFrom('by ***', '** assessments'), under: placeAmong(places) }),
        { maxLength: 2 },
      ),
      indicators: fc.uniqueArray(
        fc.record({
          title: fc.constantFrom('Families seen', 'Exclusions'),
          under: placeAmong(places),
          baseline: fc.constantFrom('18', '24'),
        }),
        { maxLength: 2, selector: ({ title }) => title },
      ),
      stories: fc.array(fc.record({ text: titles, under: placeAmong(places) }), { maxLength: 2 }),
      terms: some(['FLO', 'LIG']),
      sections: some(['vision', 'foreword']),
    });
  })
  .map(({ items, title, itemTitle, actions, targets, ...rest }): ProposedPlan => ({
    ...(title === undefined ? {} : { title }),
    priorities: items.priorities.map((ref) => ({ ref, title: itemTitle, from })),
    themes: items.themes.map((ref) => ({ ref, title: itemTitle, priority: items.belongsTo, from })),
    enablers: items.enablers.map((ref) => ({ ref, title: itemTitle, from })),
    results: items.results.map((ref) => ({
      ref,
      label: ref,
      title: itemTitle,
      priority: items.belongsTo,
      target: itemTitle,
      from,
    })),
    actions,
    targets: targets.map((one) => ({ ...one, label: one.ref, from })),
    indicators: rest.indicators.map((one) => ({ ...one, ref: one.title, breakdowns: [], from })),
    stories: rest.stories.map((one) => ({ ...one, ref: one.text, from })),
    dataNeeds: rest.dataNeeds.map((one) => ({ ...one, ref: one.text, from })),
    outcomeLinks: items.priorities.map((priority) => ({
      priority,
      framework: 'County plan',
      ref: priority,
      title: itemTitle,
      basis: 'inferred',
      from,
    })),
    glossary: rest.terms.map((term) => ({ term, meaning: null, from })),
    parties: [],
    crossReferences: [],
    reviewQuestions: [],
    narratives: rest.sections.map((id) => ({
      id,
      parts: [{ kind: 'text', text: itemTitle }],
      from,
    })),
    missingNumbers: [],
    duplicates: [],
    doubtfulRequests: [],
    columns: [],
    warnings: [],
    accounts: [],
  }));

type Import = Readonly<{ document: number; proposal: ProposedPlan; date: string }>;

const contextFor = (stream: ReadonlyArray<DomainEvent>, { document, date }: Import): Context => ({
  plan: must(PlanId)('harbour'),
  title: 'Harbour',
  timeZone: 'Europe/London',
  document: {
    sha256: must(Sha256)(String(document).repeat(64)),
    name: `${document}.txt`,
    blocks: 1,
  },
  state: stateAfter(stream, date),
  partyId: (name) => must(PartyId)(slugOf(name)),
  indicatorId: ({ title }) => must(IndicatorId)(slugOf(title)),
});

const commandNumber = (value: number): CommandId =>
  must(CommandId)(`33333333-3333-4333-8333-${value.toString(16).padStart(8, '0')}0000`);

/** Carries steps out on a stream as one command. */
const carriedOut = (
  stream: ReadonlyArray<DomainEvent>,
  date: string,
  steps: ReadonlyArray<Step<PlanOrder>>,
) =>
  decideCommand(decidePlan)(stateAfter(stream, date))(
    { ...circumstancesOn(date), commandId: commandNumber(stream.length) },
    steps,
  );

const imported = (stream: ReadonlyArray<DomainEvent>, job: Import): ReadonlyArray<DomainEvent> => {
  const { steps } = reconcile(contextFor(stream, job), job.proposal);
  const made = carriedOut(stream, job.date, steps);
  if (E.isLeft(made)) {
    const { step, refusal } = made.left;
    throw new Error(`${JSON.stringify(steps[step]?.order)}: ${describeRefusal(refusal)}`);
  }
  return made.right;
};

/** What people do between documents; what they are refused does not happen. */
const doneBy = (stream: ReadonlyArray<DomainEvent>, order: PlanOrder, date: string) => [
  ...stream,
  ...E.getOrElse((): ReadonlyArray<DomainEvent> => [])(carriedOut(stream, date, [{ order }])),
];

const quarters = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'];

/** Leaves by which people's commands meet what documents hold; nobody ends the plan between documents. */
const peoplesOrders = arbitraryOrder(fewLeaves)(planCommands).filter(
  ({ type }) =>
    !['ClosePlan', 'CarryActionsForward', 'RetractAssertions', 'SetRatingScale'].includes(type),
);

const histories = fc.array(
  fc.record({
    proposal: documents,
    between: fc.array(peoplesOrders, { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
);

/** The stream after documents of successive quarters, with what people did in between. */
const streamAfter = (
  history: ReadonlyArray<Readonly<{ proposal: ProposedPlan; between: ReadonlyArray<PlanOrder> }>>,
) =>
  history.reduce((stream: ReadonlyArray<DomainEvent>, { proposal, between }, place) => {
    const date = quarters[place] ?? '2027-03-31';
    const after = [...stream, ...imported(stream, { document: place + 1, proposal, date })];
    return between.reduce(
      (so: ReadonlyArray<DomainEvent>, order) => doneBy(so, order, date),
      after,
    );
  }, []);

/** Many events are decided for each run; a busy machine takes its time. */
const numRuns = Number(process.env['FC_RUNS'] ?? 100);
const time_ms = 60_000 + numRuns * 100;

describe('a document that is held against a plan', () => {
  it(
    'given any documents one after the other, and people’s commands between them, then none is refused, and the plan then says what the last one says',
    () => {
      fc.assert(
        fc.property(histories, documents, (history, proposal) => {
          const stream = streamAfter(history);
          const job = { document: 9, proposal, date: '2027-06-30' };
          const after = [...stream, ...imported(stream, job)];
          const { cut } = stateAfter(after, job.date);
          for (const { ref, title, under, rating } of proposal.actions) {
            const id = O.toUndefined(lookupActionByRef(cut)(ref)) ?? 'none';
            const subject = `action:${id}`;
            expect(O.toUndefined(actionRef.of(cut, subject))).toBe(ref);
            expect(O.toUndefined(actionTitle.of(cut, subject))).toBe(title);
            expect(O.toUndefined(actionPlace.of(cut, subject))).toEqual(under);
            if (rating !== undefined)
              expect(O.toUndefined(actionRating.of(cut, subject))).toBe(rating);
            expect(O.toUndefined(actionStatus.of(cut, subject))).not.toBe('withdrawn');
          }
          for (const { ref } of proposal.priorities)
            expect(isThere(cut, `priority:${ref}`)).toBe(true);
          for (const { ref } of proposal.themes) expect(isThere(cut, `theme:${ref}`)).toBe(true);
          for (const { ref } of proposal.targets) expect(isThere(cut, `target:${ref}`)).toBe(true);
        }),
        { numRuns },
      );
    },
    time_ms,
  );

  it(
    'given the same document again for the same date, then nothing new comes of it',
    () => {
      fc.assert(
        fc.property(histories, documents, (history, proposal) => {
          const stream = streamAfter(history);
          const job = { document: 9, proposal, date: '2027-06-30' };
          const after = [...stream, ...imported(stream, job)];
          expect(imported(after, job).map(({ type, data }) => [type, data])).toEqual([]);
        }),
        { numRuns },
      );
    },
    time_ms,
  );
});

/** Imports a document as an application does: what it leaves behind ends on the date of the next one. */
const importedWhenever = (
  stream: ReadonlyArray<DomainEvent>,
  job: Import,
): ReadonlyArray<DomainEvent> => {
  const after = [...stream, ...imported(stream, job)];
  const older = { sha256: contextFor(after, job).document.sha256, on: must(LocalDate)(job.date) };
  return laterDocuments(stateAfter(after, '9999-12-31').cut, older).reduce((so, later) => {
    const made = carriedOut(so, later.on, leftBehind(stateAfter(so, later.on), older, later));
    if (E.isLeft(made)) throw new Error(describeRefusal(made.left.refusal));
    return [...so, ...made.right];
  }, after);
};

const sorted = (all: ReadonlyArray<string>): ReadonlyArray<string> => all.toSorted();

const byRef = <A extends Readonly<{ ref: string }>>(items: ReadonlyArray<A>): ReadonlyArray<A> =>
  items.toSorted((a, b) => a.ref.localeCompare(b.ref));

/** What documents said, as far as a reader sees it: in no order, without when it was said first. */
const standing = (cut: Cut) => {
  const plan = planStructureOf(cut);
  return {
    actions: Object.fromEntries(
      listActions(cut)
        .filter(({ status }) => status !== 'withdrawn')
        .map(({ ref, label, title, under, rating, status, timescale, ...sets }) => [
          ref,
          {
            ...{ label, title, under, rating, status, timescale },
            notes: sorted([...new Set(sets.notes.map(({ value }) => value))]),
            owners: sorted(sets.owners.map(({ id, value }) => `${id} ${value}`)),
            references: sorted(sets.crossReferences.map(({ asWritten }) => asWritten)),
            asked: sorted(
              sets.requests.flatMap(({ value }) => (value.state === 'open' ? [value.words] : [])),
            ),
          },
        ]),
    ),
    priorities: byRef(
      plan.priorities.map(({ themes, results, stories, ...priority }) => ({
        ...priority,
        themes: byRef(themes),
        results: byRef(results.map((result) => ({ ...result, stories: sorted(result.stories) }))),
        stories: sorted(stories),
      })),
    ),
    enablers: byRef(plan.enablers),
    targets: plan.targets
      .filter(({ status }) => status === 'set')
      .map(({ ref, words }) => ({ ref, words })),
    needs: sorted(
      plan.dataNeeds.filter(({ status }) => status === 'raised').map(({ words }) => words),
    ),
    indicators: sorted(
      plan.indicators.map(({ indicator, under }) => `${indicator} ${sorted(under).join(' ')}`),
    ),
    glossary: sorted(plan.glossary.map(({ term }) => term)),
    narratives: sorted(plan.narratives.map(({ section }) => section)),
  };
};

const three = fc.tuple(documents, documents, documents).map((all) =>
  all.map((proposal, place): Import => ({
    document: place + 1,
    // A document that rates nothing, or names no owner, does not speak of ratings or owners at all.
    proposal: { ...proposal, actions: proposal.actions.map(rated) },
    date: quarters[place] ?? '',
  })),
);

const rated = (action: ProposedAction): ProposedAction => ({
  ...action,
  rating: action.rating ?? 'Green',
  owners: [{ name: 'Harbour Trust', kind: 'organisation', role: 'lead' }],
});

describe('documents that are imported one after the other', () => {
  const alone = (job: Import) => standing(stateAfter(importedWhenever([], job), job.date).cut);

  it(
    'given any documents in the order of their dates, then as of each date the plan says what its document says alone',
    () => {
      fc.assert(
        fc.property(three, (jobs) => {
          const stream = jobs.reduce(importedWhenever, []);
          for (const job of jobs)
            expect(standing(stateAfter(stream, job.date).cut)).toEqual(alone(job));
        }),
        { numRuns },
      );
    },
    time_ms,
  );

  it(
    'given them in any other order, then it is the same',
    () => {
      fc.assert(
        fc.property(
          three.chain((jobs) =>
            fc.tuple(fc.constant(jobs), fc.shuffledSubarray(jobs, { minLength: 3 })),
          ),
          ([jobs, shuffled]) => {
            const stream = shuffled.reduce(importedWhenever, []);
            for (const job of jobs)
              expect(standing(stateAfter(stream, job.date).cut)).toEqual(alone(job));
          },
        ),
        { numRuns },
      );
    },
    time_ms,
  );
});
