import {
  ActionClosed,
  ActionCreated,
  ActionKnownAs,
  ActionMoved,
  ActionRenumbered,
  ActionReopened,
  ActionReworded,
  ActionsCarriedForward,
  ActionWithdrawn,
  AssertionsRetracted,
  BaselineSet,
  BoardRoleLeft,
  BoardRoleTaken,
  ColumnMeaningChosen,
  ComparatorRecorded,
  ContactAddressRemoved,
  ContactAddressSet,
  CrossReferenceAdded,
  CrossReferenceRemoved,
  DataNeedMet,
  DataNeedRaised,
  DocumentImported,
  DomainEvent,
  EnablerAdded,
  EnablerReworded,
  type EventKind,
  GlossaryTermDefined,
  GlossaryTermRemoved,
  IndicatorDefined,
  indicatorEvents,
  IndicatorLinked,
  IndicatorUnlinked,
  ItemMoved,
  ItemRemoved,
  NarrativeRecorded,
  NarrativeRemoved,
  NoChangeConfirmed,
  NoteAdded,
  NoteSuperseded,
  NoteWithdrawn,
  ObservationCorrected,
  ObservationRecorded,
  OrganisationJoined,
  OrganisationLeft,
  OwnerAssigned,
  OwnerReleased,
  partnershipEvents,
  PartnershipRegistered,
  PartnershipRenamed,
  partyEvents,
  PartyMerged,
  PartyRegistered,
  PartyRenamed,
  PlanClosed,
  planEvents,
  PlanPeriodSet,
  PlanRegistered,
  PlanRenamed,
  PriorityAdded,
  PriorityLinked,
  PriorityReworded,
  PriorityUnlinked,
  RatingChanged,
  RatingRemoved,
  RatingScaleSet,
  ReminderPolicySet,
  RemindersResumed,
  RemindersStopped,
  ResultAdded,
  ResultReworded,
  reviewEvents,
  ReviewHeld,
  StoryRemoved,
  StoryTold,
  TargetDropped,
  TargetMet,
  TargetReworded,
  TargetSet,
  ThemeAdded,
  ThemeReworded,
  TimescaleRemoved,
  TimescaleSet,
  UpdateCadenceSet,
  UpdateGiven,
  UpdateRequested,
  UpdateWaived,
} from '@trackrecord/domain';
import { StreamName } from '@trackrecord/kernel';
import { historyRows, historySentence, trailSentence } from '@trackrecord/read-models';
import {
  anAction,
  aPlan,
  appendEvents,
  aPriority,
  aResult,
  aTheme,
  documentNumber,
  eventIdNumber,
  eventsFrom,
  eventsOf,
  happened,
  type Happened,
  memoryTrackrecord,
  must,
  rightOf,
} from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { TrailNames } from './history-line.ts';
import { linesInWords } from './trail-of-plan.ts';

type Envelope = Readonly<Record<string, unknown>>;

/** The directory: who records (M. Keeper), and others whom events name. */
const people: ReadonlyArray<readonly [id: string, kind: string, name: string]> = [
  ['p-4c1f', 'person', 'M. Keeper'],
  ['p-77aa', 'person', 'I. Farrow'],
  ['p-1', 'person', 'M. Reed'],
  ['p-2', 'organisation', 'Harbour Council'],
];

const names: TrailNames = {
  refs: new Map([['27', '27']]),
  documents: new Map([[documentNumber(1), 'board-q3.txt']]),
};

/**
 * The lines that the last event of a stream makes, in sentences, with all that was recorded. `envelope` is what
 * that event says of who, why and from where.
 */
const told = async (
  past: ReadonlyArray<Happened>,
  last: Happened,
  envelope: Envelope = {},
  options: Readonly<{ after?: ReadonlyArray<Envelope>; subject?: string; all?: boolean }> = {},
): Promise<ReadonlyArray<string>> => {
  const deps = await memoryTrackrecord();
  for (const [place, [id, kind, name]] of people.entries()) {
    const registered = happened(PartyRegistered, { kind, name }, '2020-01-01');
    await appendEvents(deps, must(StreamName)(`party-${id}`), eventsFrom(9000 + place, registered));
  }
  const stream = must(StreamName)('plan-harbour');
  const events = eventsOf([...past, last]);
  const placed = events.map((event, index) =>
    index === past.length ? must(DomainEvent)({ ...event, ...envelope }) : event,
  );
  const afterwards = (options.after ?? []).map((event, index) =>
    must(DomainEvent)({ ...events[0], id: eventIdNumber(500 + index), version: 1, ...event }),
  );
  await appendEvents(deps, stream, [...placed, ...afterwards]);
  const knownAt = rightOf(await deps.views.catchUp()());
  const at = people.length + past.length + 1;
  const rows = historyRows(rightOf(deps.views.recordsOf(stream, knownAt, {})), true).filter(
    (row) => row.ordinal === at && (options.subject ?? row.subject) === row.subject,
  );
  const lines = rightOf(linesInWords(deps, names, rows));
  return lines.map((line) => (options.all === true ? trailSentence(line) : historySentence(line)));
};

const rated = (rating: string, on?: string) =>
  happened(RatingChanged, { action: '27', rating }, on ?? '2026-03-31');

const plan = [aPlan, aPriority('2'), aPriority('3'), aTheme('2.3', '2'), anAction('27')];

const asked = {
  of: ['p-1', 'p-2'],
  words: 'Report needed',
  state: 'open',
  askedOn: '2026-03-31',
  dueOn: '2026-04-30',
};
const askedOfNobody = { of: [], words: 'Update?', state: 'open', askedOn: '2026-03-31' };
const requested = (of: typeof asked | typeof askedOfNobody) =>
  happened(UpdateRequested, { action: '27', request: 'r-1', asked: of }, '2026-03-31');

const aTarget = happened(
  TargetSet,
  {
    target: '2.3a',
    label: '2.3a.',
    words: 'Ten by 2027',
    under: 'theme:2.3',
    timescale: { asWritten: 'by 2027' },
  },
  '2026-01-01',
);
const aNeed = happened(
  DataNeedRaised,
  { dataNeed: 'd-1', words: 'by ***', under: 'target:2.3a' },
  '2026-01-01',
);
const aNote = happened(NoteAdded, { action: '27', note: 'n-1', text: 'Two of three.' });
const anEnabler = happened(EnablerAdded, { enabler: 'A', title: 'Data' });
const anOutcome = {
  framework: 'County plan',
  ref: '2',
  title: 'To help families early',
  basis: 'said',
};
const linked = happened(PriorityLinked, { priority: '2', link: 'county-2', outcome: anOutcome });
const aSection = {
  heading: 'Our vision',
  parts: [{ kind: 'text', text: 'Every child thrives.' }],
};
const anIndicator = happened(IndicatorDefined, { title: 'Families reached', code: 'NI 901' });
const observed = (value: number, status: string) => ({ value, period: '2025/26', status });
const aPerson = happened(PartyRegistered, { kind: 'person', name: 'M. Reed' });

/** An event after its past, and the beginnings of its sentences, up to "by M. Keeper on 30 June 2026". */
type Case = readonly [past: ReadonlyArray<Happened>, last: Happened, lines: ReadonlyArray<string>];

const ofAPlan: ReadonlyArray<Case> = [
  [
    [],
    happened(PlanRegistered, {
      plan: 'harbour',
      title: 'Harbour Plan',
      timeZone: 'Europe/London',
      partnership: 'harbour-and-vale',
    }),
    [
      'Registered as “Harbour Plan”',
      'Time zone set to Europe/London',
      'Opened',
      'Put under the partnership harbour-and-vale',
    ],
  ],
  [
    plan,
    happened(PlanRenamed, { title: 'Our Plan' }),
    ['Renamed from “Harbour Children’s Plan” to “Our Plan”'],
  ],
  [
    plan,
    happened(PlanPeriodSet, { period: { asWritten: '2025 – 2028' } }),
    ['Period set to “2025 – 2028”'],
  ],
  [plan, happened(PlanClosed, {}), ['Closed']],
  [
    plan,
    happened(RatingScaleSet, { scale: ['Red', 'Amber', 'Amber/Green', 'Green'] }),
    ['Ratings in use set to Red, Amber, Amber/Green, Green'],
  ],
  [
    plan,
    happened(UpdateCadenceSet, { months: 3 }),
    ['Updates set to every 3 months', 'Updates by rating set: as often for every rating'],
  ],
  [
    [...plan, happened(UpdateCadenceSet, { months: 3 }, '2026-02-01')],
    happened(UpdateCadenceSet, { months: 1 }),
    [
      'Updates changed from every 3 months to every month',
      'Updates by rating (as often for every rating) said again',
    ],
  ],
  [
    [...plan, happened(UpdateCadenceSet, { months: 2 }, '2026-02-01')],
    happened(UpdateCadenceSet, { months: 2, byRating: { Green: 3, Complete: 0, Red: 1 } }),
    [
      'Updates every 2 months said again',
      'Updates by rating changed from as often for every rating to Red every month, Green every 3 months, Complete never',
    ],
  ],
  [
    plan,
    happened(ReminderPolicySet, ReminderPolicySet.example),
    [
      'Reminders set: 7 days before and 1, 8, 15 days after an update is due, then every 28 days, from 09:00, one message a person',
    ],
  ],
  [
    [...plan, happened(ReminderPolicySet, ReminderPolicySet.example, '2026-02-01')],
    happened(ReminderPolicySet, {
      policy: {
        ...{ paused: false, daysBefore: [], daysAfter: [1], escalation: {}, at: '08:30' },
        ...{ quiet: { weekends: false }, form: 'single' },
      },
    }),
    [
      'Reminders changed: 1 day after an update is due, from 08:30, one message a thing that is owed',
    ],
  ],
  [
    [...plan, happened(ReminderPolicySet, ReminderPolicySet.example, '2026-02-01')],
    happened(ReminderPolicySet, {
      policy: {
        ...{ paused: true, daysBefore: [], daysAfter: [1], escalation: {}, at: '08:30' },
        ...{ quiet: { weekends: false }, form: 'single' },
      },
    }),
    ['Reminders changed: paused'],
  ],
  [
    plan,
    happened(ActionsCarriedForward, { into: 'harbour-2028', actions: ['3', '14'] }),
    ['Carried forward into harbour-2028 (actions 3, 14)'],
  ],
  [
    plan,
    happened(ActionsCarriedForward, { into: 'harbour-2028', actions: ['3'] }),
    ['Carried forward into harbour-2028 (action 3)'],
  ],
  [
    plan,
    happened(NarrativeRecorded, { section: 'our-vision', narrative: aSection }),
    ['Section “Our vision” added'],
  ],
  [
    [...plan, happened(NarrativeRecorded, { section: 'our-vision', narrative: aSection })],
    happened(NarrativeRecorded, { section: 'our-vision', narrative: { ...aSection, parts: [] } }),
    ['Section “Our vision” reworded'],
  ],
  [
    [...plan, happened(NarrativeRecorded, { section: 'our-vision', narrative: aSection })],
    happened(NarrativeRemoved, { section: 'our-vision' }),
    ['Section “Our vision” removed'],
  ],
  [
    plan,
    happened(ColumnMeaningChosen, { head: 'Where are we', meaning: 'rating' }),
    ['Column “Where are we” said to be the rating'],
  ],
  [
    [...plan, happened(ColumnMeaningChosen, { head: 'Where', meaning: 'rating' }, '2026-02-01')],
    happened(ColumnMeaningChosen, { head: 'where?', meaning: 'nothing' }),
    ['Column “where?” said to be no field of an action instead of the rating'],
  ],
  [
    [...plan, happened(ColumnMeaningChosen, { head: 'Where', meaning: 'lead' }, '2026-02-01')],
    happened(ColumnMeaningChosen, { head: 'Where', meaning: 'lead' }),
    ['Column “Where”, the lead, said again'],
  ],
  [
    plan,
    happened(GlossaryTermDefined, { term: 'FLO', meaning: 'Family Liaison Officer' }),
    ['Term FLO listed as “Family Liaison Officer”'],
  ],
  [
    plan,
    happened(GlossaryTermDefined, { term: 'FLO', meaning: '' }),
    ['Term FLO listed without a meaning'],
  ],
  [
    [...plan, happened(GlossaryTermDefined, { term: 'FLO', meaning: '' })],
    happened(GlossaryTermDefined, { term: 'FLO', meaning: 'Family Liaison Officer' }),
    ['Meaning of FLO changed from nothing to “Family Liaison Officer”'],
  ],
  [
    [...plan, happened(GlossaryTermDefined, { term: 'FLO', meaning: 'Family Liaison Officer' })],
    happened(GlossaryTermRemoved, { term: 'FLO' }),
    ['Term FLO removed'],
  ],
  [
    plan,
    happened(PriorityAdded, { priority: '7a', title: 'Play', statement: 'Let us play' }),
    ['Added as “Play”', 'Statement set to “Let us play”'],
  ],
  [
    plan,
    happened(PriorityReworded, { priority: '2', title: 'Play more', statement: 'Let us play' }),
    ['Reworded from “Priority 2” to “Play more”', 'Statement set to “Let us play”'],
  ],
  [
    plan,
    happened(PriorityLinked, { priority: '2', link: 'county-2', outcome: anOutcome }),
    ['Linked to the outcome “To help families early” (County plan 2)'],
  ],
  [
    [...plan, linked],
    happened(PriorityUnlinked, { priority: '2', link: 'county-2' }),
    ['Link to the outcome “To help families early” (County plan 2) removed'],
  ],
  [
    plan,
    happened(ThemeAdded, { theme: '2.4', title: 'By foot', priority: '2' }),
    ['Added as “By foot”', 'Placed under priority 2'],
  ],
  [
    plan,
    happened(ThemeReworded, { theme: '2.3', title: 'On foot' }),
    ['Reworded from “Theme 2.3” to “On foot”'],
  ],
  [
    plan,
    happened(ItemMoved, { item: 'theme:2.3', priority: '3' }),
    ['Moved from priority 2 to priority 3'],
  ],
  [plan, happened(ItemRemoved, { item: 'theme:2.3' }), ['Removed from the plan']],
  [plan, happened(EnablerAdded, { enabler: 'A', title: 'Data' }), ['Added as “Data”']],
  [
    [...plan, anEnabler],
    happened(EnablerReworded, { enabler: 'A', title: 'Good data' }),
    ['Reworded from “Data” to “Good data”'],
  ],
  [
    plan,
    happened(ResultAdded, {
      result: '2(ii)',
      title: 'Fewer exclusions',
      priority: '2',
      measure: { baseline: '18', target: '9' },
    }),
    [
      'Added as “Fewer exclusions”',
      'Placed under priority 2',
      'Measure set to baseline 18, target 9',
    ],
  ],
  [
    [...plan, aResult('2(ii)', '2')],
    happened(ResultReworded, { result: '2(ii)', title: 'None', measure: { target: '0' } }),
    ['Reworded from “Result 2(ii)” to “None”', 'Measure set to target 0'],
  ],
  [
    plan,
    happened(TargetSet, {
      target: '2.3b',
      label: '',
      words: 'Ten by 2027',
      under: 'theme:2.3',
      timescale: { asWritten: 'by 2027', latest: '2027-12-31' },
    }),
    [
      'Left without a label',
      'Set as “Ten by 2027”',
      'Placed under theme 2.3',
      'Set',
      'Timescale set to “by 2027”',
    ],
  ],
  [
    [...plan, aTarget],
    happened(TargetReworded, {
      target: '2.3a',
      words: 'Twelve by 2028',
      timescale: { asWritten: 'by 2028' },
    }),
    [
      'Reworded from “Ten by 2027” to “Twelve by 2028”',
      'Timescale changed from “by 2027” to “by 2028”',
    ],
  ],
  [[...plan, aTarget], happened(TargetMet, { target: '2.3a' }), ['Marked as met']],
  [[...plan, aTarget], happened(TargetDropped, { target: '2.3a' }), ['Dropped']],
  [
    [...plan, aTarget],
    happened(DataNeedRaised, { dataNeed: 'd-1', words: 'by ***', under: 'target:2.3a' }),
    ['Raised as “by ***”', 'Placed under target 2.3a', 'Raised'],
  ],
  [[...plan, aTarget, aNeed], happened(DataNeedMet, { dataNeed: 'd-1' }), ['Marked as met']],
  [
    plan,
    happened(ActionCreated, {
      action: '28',
      ref: '28',
      label: 'Action 28.',
      title: 'Open the hall',
      under: { priority: '2', theme: '2.3', results: [] },
    }),
    [
      'Numbered 28',
      'Labelled “Action 28.”',
      'Created as “Open the hall”',
      'Placed under priority 2, theme 2.3',
      'Opened',
    ],
  ],
  [
    plan,
    happened(ActionReworded, { action: '27', title: 'Open it' }),
    ['Reworded from “Do 27” to “Open it”'],
  ],
  [
    plan,
    happened(ActionRenumbered, { action: '27', ref: '28', label: 'Action 28.', knownAs: '27' }),
    [
      'Renumbered from 27 to 28',
      'Label changed from “27.” to “Action 28.”',
      'Other number 27 noted',
    ],
  ],
  [plan, happened(ActionKnownAs, { action: '27', knownAs: '30' }), ['Other number 30 noted']],
  [
    plan,
    happened(ActionMoved, { action: '27', under: { priority: '3', results: [] } }),
    ['Moved from no heading to priority 3'],
  ],
  [plan, happened(ActionClosed, { action: '27' }), ['Closed']],
  [plan, happened(ActionWithdrawn, { action: '27' }), ['Withdrawn']],
  [
    [...plan, happened(ActionClosed, { action: '27' }, '2026-03-31')],
    happened(ActionReopened, { action: '27' }),
    ['Reopened'],
  ],
  [plan, rated('Red', '2026-06-30'), ['Not rated → Red']],
  [[...plan, rated('Amber')], rated('Red', '2026-06-30'), ['Amber → Red']],
  [[...plan, rated('Amber')], rated('Amber', '2026-06-30'), ['Amber said again']],
  [[...plan, rated('Amber')], happened(RatingRemoved, { action: '27' }), ['Amber → Not rated']],
  [
    [...plan, rated('Amber'), requested(asked)],
    happened(NoChangeConfirmed, {
      action: '27',
      rating: 'Amber',
      requests: [{ request: 'r-1', asked }],
    }),
    [
      'No change confirmed, still Amber,',
      'Update asked of M. Reed, Harbour Council (“Report needed”, due on 30 April 2026) given',
    ],
  ],
  [
    plan,
    happened(OwnerAssigned, { action: '27', party: 'p-1', role: 'lead' }),
    ['M. Reed added as lead owner'],
  ],
  [
    [...plan, happened(OwnerAssigned, { action: '27', party: 'p-1', role: 'support' })],
    happened(OwnerAssigned, { action: '27', party: 'p-1', role: 'lead' }),
    ['M. Reed changed from supporting owner to lead owner'],
  ],
  [
    [...plan, happened(OwnerAssigned, { action: '27', party: 'p-2', role: 'support' })],
    happened(OwnerReleased, { action: '27', party: 'p-2' }),
    ['Harbour Council removed as supporting owner'],
  ],
  [
    plan,
    happened(TimescaleSet, { action: '27', timescale: { asWritten: 'by September 2026' } }),
    ['Timescale set to “by September 2026”'],
  ],
  [
    [...plan, happened(TimescaleSet, { action: '27', timescale: { asWritten: 'soon' } })],
    happened(TimescaleRemoved, { action: '27' }),
    ['Timescale “soon” removed'],
  ],
  [
    plan,
    happened(NoteAdded, { action: '27', note: 'n-1', text: 'Two of three.' }),
    ['Note “Two of three.” added'],
  ],
  [
    [...plan, aNote],
    happened(NoteWithdrawn, { action: '27', note: 'n-1' }),
    ['Note “Two of three.” withdrawn'],
  ],
  [
    [...plan, aNote],
    happened(NoteSuperseded, { action: '27', note: 'n-1', by: 'n-2' }),
    ['Note “Two of three.” replaced with the next document’s'],
  ],
  [
    plan,
    happened(CrossReferenceAdded, {
      about: 'action:27',
      link: 'x-1',
      reference: { asWritten: 'See Play Strategy' },
    }),
    ['Reference “See Play Strategy” added'],
  ],
  [
    [
      ...plan,
      happened(CrossReferenceAdded, {
        about: 'plan',
        link: 'x-1',
        reference: { asWritten: 'See Play Strategy' },
      }),
    ],
    happened(CrossReferenceRemoved, { about: 'plan', link: 'x-1' }),
    ['Reference “See Play Strategy” removed'],
  ],
  [
    plan,
    requested(asked),
    ['Update asked of M. Reed, Harbour Council (“Report needed”, due on 30 April 2026)'],
  ],
  [plan, requested(askedOfNobody), ['Update asked for (“Update?”)']],
  [
    [...plan, requested(askedOfNobody)],
    happened(UpdateGiven, { action: '27', requests: [{ request: 'r-1', asked: askedOfNobody }] }),
    ['Update asked for (“Update?”) given'],
  ],
  [
    [...plan, requested(askedOfNobody)],
    happened(UpdateWaived, { action: '27', requests: [{ request: 'r-1', asked: askedOfNobody }] }),
    ['Update asked for (“Update?”) waived'],
  ],
  [
    plan,
    happened(DocumentImported, {
      document: documentNumber(2),
      name: 'plan-2026-q2.txt',
      on: '2026-06-30',
      blocks: 412,
      confirmed: [],
    }),
    ['Document “plan-2026-q2.txt” (412 blocks) imported'],
  ],
  [plan, happened(AssertionsRetracted, { events: [eventIdNumber(5)] }), []],
  [
    plan,
    happened(IndicatorLinked, { indicator: 'ni-901', to: 'priority:2' }),
    ['Linked to priority 2'],
  ],
  [
    [...plan, happened(IndicatorLinked, { indicator: 'ni-901', to: 'priority:2' })],
    happened(IndicatorUnlinked, { indicator: 'ni-901', from: 'priority:2' }),
    ['Link to priority 2 removed'],
  ],
  [
    plan,
    happened(BaselineSet, { indicator: 'ni-901', baseline: { asWritten: '380 families' } }),
    ['Baseline set to “380 families”'],
  ],
  [
    plan,
    happened(StoryTold, { about: 'priority:2', story: 's-1', text: 'Most move in Year 9.' }),
    ['Story behind the baseline “Most move in Year 9.” told'],
  ],
  [
    [
      ...plan,
      happened(StoryTold, { about: 'priority:2', story: 's-1', text: 'Most move in Year 9.' }),
    ],
    happened(StoryRemoved, { about: 'priority:2', story: 's-1' }),
    ['Story behind the baseline “Most move in Year 9.” removed'],
  ],
];

const ofOthers: ReadonlyArray<Case> = [
  [
    [],
    happened(IndicatorDefined, {
      title: 'Families reached',
      code: 'NI 901',
      unit: 'families',
      direction: 'higher is better',
      geography: 'Harbour',
      breakdowns: ['girls', 'boys'],
    }),
    [
      'Defined as “Families reached”',
      'Code set to NI 901',
      'Unit set to families',
      'Direction set to “higher is better”',
      'Geography set to Harbour',
      'Breakdowns set to girls, boys',
    ],
  ],
  [
    [anIndicator],
    happened(ObservationRecorded, {
      observation: '2025/26',
      observed: observed(410, 'provisional'),
    }),
    ['Value for 2025/26 entered as 410 (provisional)'],
  ],
  [
    [
      anIndicator,
      happened(ObservationRecorded, {
        observation: '2025/26',
        observed: observed(410, 'provisional'),
      }),
    ],
    happened(ObservationCorrected, { observation: '2025/26', observed: observed(412, 'final') }),
    ['Value for 2025/26 corrected from 410 (provisional) to 412 (final)'],
  ],
  [
    [anIndicator],
    happened(ComparatorRecorded, {
      comparator: 'county',
      recorded: { of: 'county', value: 380, period: '2025/26' },
    }),
    ['Comparator “county 380 for 2025/26” added'],
  ],
  [
    [],
    happened(PartyRegistered, { kind: 'organisation', name: 'Harbour Council' }),
    ['Registered as an organisation', 'Registered as “Harbour Council”'],
  ],
  [
    [aPerson],
    happened(PartyRenamed, { name: 'Morgan Reed' }),
    ['Renamed from “M. Reed” to “Morgan Reed”'],
  ],
  [[aPerson], happened(PartyMerged, { into: 'p-77aa' }), ['Merged into I. Farrow']],
  [
    [aPerson],
    happened(OrganisationJoined, { organisation: 'p-2' }),
    ['Made a member of Harbour Council'],
  ],
  [
    [aPerson, happened(OrganisationJoined, { organisation: 'p-2' })],
    happened(OrganisationLeft, { organisation: 'p-2' }),
    ['Membership of Harbour Council ended'],
  ],
  [
    [aPerson],
    happened(BoardRoleTaken, { board: 'Harbour Board', role: 'Chair' }),
    ['Given the role Chair on Harbour Board'],
  ],
  [
    [aPerson, happened(BoardRoleTaken, { board: 'Harbour Board', role: 'Chair' })],
    happened(BoardRoleLeft, { board: 'Harbour Board', role: 'Chair' }),
    ['Role Chair on Harbour Board ended'],
  ],
  [
    [aPerson],
    happened(ContactAddressSet, { address: 'm.reed@harbour.example' }),
    ['Address for reminders set to m.reed@harbour.example'],
  ],
  [
    [aPerson, happened(ContactAddressSet, { address: 'm.reed@harbour.example' })],
    happened(ContactAddressRemoved, {}),
    ['Address for reminders m.reed@harbour.example taken away'],
  ],
  [[aPerson], happened(RemindersStopped, {}), ['Reminders stopped']],
  [
    [aPerson, happened(RemindersStopped, {})],
    happened(RemindersResumed, {}),
    ['Reminders taken again'],
  ],
  [
    [],
    happened(ReviewHeld, { plan: 'harbour', on: '2026-06-30', ordinal: 812 }),
    ['Review of harbour held, looking at the log up to ordinal 812,'],
  ],
  [
    [],
    happened(PartnershipRegistered, { name: 'Harbour and Vale' }),
    ['Registered as “Harbour and Vale”'],
  ],
  [
    [happened(PartnershipRegistered, { name: 'Harbour and Vale' })],
    happened(PartnershipRenamed, { name: 'Harbour, Vale and Moor' }),
    ['Renamed from “Harbour and Vale” to “Harbour, Vale and Moor”'],
  ],
];

const cases = [...ofAPlan, ...ofOthers].map(([past, last, lines]) => ({
  type: last.kind.type,
  past,
  last,
  lines,
}));

/** Two events of the table are true on 31 March, all others on 30 June; all were recorded at 10 in London. */
const ending = ({ on }: Happened): string =>
  ` by M. Keeper on ${on === '2026-03-31' ? '31 March' : '30 June'} 2026, recorded on 1 July 2026 at 10:00`;

describe('a line of a trail as a sentence', () => {
  it.each(cases)('given $type, then $lines', async ({ past, last, lines }) => {
    expect(await told(past, last)).toEqual(lines.map((line) => `${line}${ending(last)}`));
  });

  it('given every event but those of accounts and tokens, then the table above tells of it', () => {
    const kinds: ReadonlyArray<EventKind> = [
      ...planEvents,
      ...indicatorEvents,
      ...partyEvents,
      ...reviewEvents,
      ...partnershipEvents,
    ];
    expect(new Set(cases.map(({ type }) => type))).toEqual(new Set(kinds.map(({ type }) => type)));
  });

  it('given the word of another, a reason and a place in a document, then all of it', async () => {
    const said = {
      effectiveOn: '2027-03-03',
      recordedAt: '2027-03-05T14:02:00.000Z',
      onWordOf: 'p-77aa',
      why: 'no site yet',
      source: { document: documentNumber(1), block: 12, line: 41 },
    };
    expect(await told([...plan, rated('Amber', '2026-02-01')], rated('Red'), said)).toEqual([
      'Amber → Red by I. Farrow on 3 March 2027, recorded on 5 March 2027 at 14:02 by M. Keeper, because “no site yet”, from board-q3.txt, line 41',
    ]);
  });

  it('given a document alone, then it was the document that said it', async () => {
    const read = { source: { document: documentNumber(1), block: 12, line: 41 } };
    expect(await told([...plan, rated('Amber')], rated('Red', '2026-06-30'), read)).toEqual([
      'Amber → Red on 30 June 2026, recorded on 1 July 2026 at 10:00 by M. Keeper, from board-q3.txt, line 41',
    ]);
  });

  it('given a rating on the date of the action’s creation, then it is its first', async () => {
    expect(await told(plan, rated('Red', '2026-01-01'))).toEqual([
      'Rated Red by M. Keeper on 1 January 2026, recorded on 1 July 2026 at 10:00',
    ]);
  });

  it('given a document that repeats what stood, then it is said again', async () => {
    const again = happened(DocumentImported, {
      document: documentNumber(1),
      name: 'board-q3.txt',
      on: '2026-06-30',
      blocks: 12,
      confirmed: [
        {
          event: eventIdNumber(6),
          registers: [{ subject: 'action:27', field: 'rating' }],
        },
        { event: eventIdNumber(5), registers: [{ subject: 'action:27', field: 'title' }] },
      ],
    });
    expect(
      await told([...plan, rated('Amber')], again, {}, { subject: 'action:27', all: true }),
    ).toEqual([
      'Action 27: Amber said again on 30 June 2026, recorded on 1 July 2026 at 10:00 by M. Keeper, from board-q3.txt',
      'Action 27: Title “Do 27” said again on 30 June 2026, recorded on 1 July 2026 at 10:00 by M. Keeper, from board-q3.txt',
    ]);
  });

  it('given what was taken back, then when, by whom, on whose word and why', async () => {
    const retraction = {
      type: 'AssertionsRetracted',
      recordedAt: '2026-12-07T09:15:00.000Z',
      recordedBy: { party: 'p-2', verified: true },
      onWordOf: 'p-77aa',
      why: 'typed for the wrong action',
      data: { events: [eventIdNumber(6)] },
    };
    expect(await told(plan, rated('Red'), {}, { after: [retraction] })).toEqual([
      'Not rated → Red by M. Keeper on 31 March 2026, recorded on 1 July 2026 at 10:00. Taken back on 7 December 2026 at 09:15 by Harbour Council on the word of I. Farrow, because “typed for the wrong action”',
    ]);
  });

  it('given words on several lines, and a section without a heading, then it is one line', async () => {
    const words = { action: '27', note: 'n-1', text: 'Two schools:\n  Harbour,\n  Vale.' };
    expect(await told(plan, happened(NoteAdded, words))).toEqual([
      'Note “Two schools: Harbour, Vale.” added by M. Keeper on 30 June 2026, recorded on 1 July 2026 at 10:00',
    ]);
    const section = { section: 's-1', narrative: { parts: [] } };
    expect(await told(plan, happened(NarrativeRecorded, section))).toEqual([
      'Section without a heading added by M. Keeper on 30 June 2026, recorded on 1 July 2026 at 10:00',
    ]);
  });

  it('given a data need, then what it is about is said as people say it', async () => {
    expect(
      await told(
        [...plan, aTarget, aNeed],
        happened(DataNeedMet, { dataNeed: 'd-1' }),
        {},
        {
          all: true,
        },
      ),
    ).toEqual([
      'Data need d-1: Marked as met by M. Keeper on 30 June 2026, recorded on 1 July 2026 at 10:00',
    ]);
  });
});
