import * as t from 'io-ts';

// What scripts may count on: the shapes that `--json` promises. Other fields may come; none of these may go.

const orNull = <A>(codec: t.Type<A, unknown>) => t.union([codec, t.null]);
const strings = t.readonlyArray(t.string);
const counts = t.record(t.string, t.number);

const Warning = t.type({ block: t.number, line: t.number, text: t.string, message: t.string });

const TakenBack = t.type({
  subject: t.string,
  field: t.string,
  held: t.unknown,
  heldSince: t.string,
  says: t.unknown,
});

export const ImportJson = t.type({
  plan: t.string,
  document: t.type({ name: t.string, sha256: t.string, blocks: t.number }),
  accounted: t.type({ fields: t.number, narrative: t.number, unaccounted: t.number }),
  found: t.type({
    priorities: t.number,
    themes: t.number,
    enablers: t.number,
    results: t.number,
    actions: t.number,
    missingNumbers: t.readonlyArray(t.number),
    targets: t.number,
    indicators: t.number,
    codedIndicators: t.number,
    updateRequests: t.number,
    doubtfulRequests: t.number,
    dataNeeds: t.number,
    glossaryTerms: t.number,
    parties: t.number,
  }),
  events: t.number,
  confirmed: t.number,
  changes: counts,
  takesBack: t.readonlyArray(TakenBack),
  warnings: t.readonlyArray(Warning),
  committed: t.boolean,
  ordinal: orNull(t.number),
  token: orNull(t.string),
});
export type ImportJson = t.TypeOf<typeof ImportJson>;

const Timescale = t.intersection([
  t.type({ asWritten: t.string }),
  t.partial({ earliest: t.string, latest: t.string }),
]);

const Titled = t.type({ ref: t.string, title: t.string });

export const ActionJson = t.type({
  ref: t.string,
  number: orNull(t.number),
  label: t.string,
  title: t.string,
  rating: t.string,
  status: t.string,
  under: t.type({
    priority: orNull(t.string),
    theme: orNull(t.string),
    enabler: orNull(t.string),
    results: strings,
  }),
  owners: t.readonlyArray(t.type({ party: t.string, name: t.string, role: t.string })),
  timescale: orNull(Timescale),
  lastUpdatedOn: orNull(t.string),
  updateOwed: t.boolean,
  notes: t.readonlyArray(t.type({ text: t.string, on: t.string })),
  requests: t.readonlyArray(
    t.type({ of: strings, words: t.string, state: t.string, askedOn: t.string }),
  ),
  crossReferences: t.readonlyArray(t.type({ asWritten: t.string })),
  knownAs: strings,
});
export type ActionJson = t.TypeOf<typeof ActionJson>;

const Measure = t.partial({ baseline: t.string, target: t.string, timescale: Timescale });

export const PlanJson = t.type({
  plan: t.type({
    id: t.string,
    title: t.string,
    period: orNull(Timescale),
    cadenceMonths: t.number,
  }),
  asOf: t.string,
  knownAt: t.union([t.string, t.number, t.null]),
  ordinal: t.number,
  counts: t.type({ actions: t.number, byRating: counts }),
  priorities: t.readonlyArray(
    t.intersection([
      Titled,
      t.type({
        themes: t.readonlyArray(Titled),
        results: t.readonlyArray(
          t.intersection([Titled, t.type({ measure: orNull(Measure), stories: strings })]),
        ),
        stories: strings,
        outcomes: t.readonlyArray(
          t.intersection([
            t.type({ framework: t.string, title: t.string, basis: t.string }),
            t.partial({ ref: t.string }),
          ]),
        ),
      }),
    ]),
  ),
  enablers: t.readonlyArray(Titled),
  actions: t.readonlyArray(ActionJson),
  targets: t.readonlyArray(
    t.type({ ref: t.string, words: t.string, under: t.string, status: t.string }),
  ),
  dataNeeds: t.readonlyArray(t.type({ words: t.string, under: t.string, status: t.string })),
  indicators: t.readonlyArray(
    t.type({
      code: orNull(t.string),
      title: t.string,
      under: strings,
      baseline: orNull(t.string),
    }),
  ),
  glossary: t.readonlyArray(t.type({ term: t.string, meaning: t.string })),
  narratives: t.readonlyArray(t.type({ section: t.string, parts: t.UnknownArray })),
  withdrawn: t.readonlyArray(Titled),
});
export type PlanJson = t.TypeOf<typeof PlanJson>;

export const OwedJson = t.readonlyArray(
  t.type({
    plan: t.string,
    about: t.string,
    action: orNull(t.string),
    title: orNull(t.string),
    party: orNull(t.type({ id: t.string, name: t.string })),
    reason: t.string,
    since: t.string,
    dueOn: t.string,
    daysOverdue: t.number,
    words: orNull(t.string),
    request: orNull(t.string),
  }),
);
export type OwedJson = t.TypeOf<typeof OwedJson>;

const Source = t.intersection([
  t.type({ document: t.string, block: t.number, line: t.number }),
  t.partial({ words: t.string }),
]);

export const HistoryJson = t.readonlyArray(
  t.type({
    ordinal: t.number,
    recordedAt: t.string,
    effectiveOn: t.string,
    by: t.string,
    onWordOf: orNull(t.string),
    type: t.string,
    subject: t.string,
    field: t.string,
    from: orNull(t.string),
    to: orNull(t.string),
    why: orNull(t.string),
    source: orNull(Source),
    confirmed: t.boolean,
    retracted: orNull(
      t.type({
        ordinal: t.number,
        recordedAt: t.string,
        by: t.string,
        onWordOf: orNull(t.string),
        why: orNull(t.string),
      }),
    ),
  }),
);
export type HistoryJson = t.TypeOf<typeof HistoryJson>;

export const ChangesJson = t.type({
  plan: t.string,
  from: t.type({ on: t.string, ordinal: t.number }),
  to: t.type({ on: t.string, ordinal: t.number }),
  counts,
  changes: t.readonlyArray(
    t.type({
      kind: t.string,
      ref: t.string,
      title: t.string,
      from: orNull(t.string),
      to: orNull(t.string),
    }),
  ),
});
export type ChangesJson = t.TypeOf<typeof ChangesJson>;

/** What a change answers: its events, and the lines that they add to the audit trail. */
export const ChangedJson = t.type({
  events: t.readonlyArray(t.type({ type: t.string })),
  ordinal: t.number,
  token: orNull(t.string),
});

export const PartiesJson = t.readonlyArray(
  t.type({
    id: t.string,
    name: t.string,
    kind: t.string,
    leads: strings,
    supports: strings,
    askedFor: strings,
    boardRoles: t.readonlyArray(t.type({ board: t.string, role: t.string })),
  }),
);

export const PlansJson = t.readonlyArray(
  t.type({ id: t.string, title: t.string, actions: t.number }),
);
