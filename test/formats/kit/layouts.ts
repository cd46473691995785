import type { Format } from '@trackrecord/documents';

/** What a plan says of an action, in our own words; what it does not say is not there. */
export type ToldAction = Readonly<{
  ref: string;
  title: string;
  /** The title of the priority that it stands under. */
  priority?: string;
  rating?: string;
  lead?: string;
  support?: string;
  /** The last day of its time. */
  by?: string;
  notes?: ReadonlyArray<string>;
}>;

type Told = (action: ToldAction, at: number) => ToldAction;

/** A plan in a layout that `build_layouts.py` builds, and what each format holds of it. */
export type Layout = Readonly<{
  name: string;
  from: 'docx' | 'xlsx';
  says: string;
  actions: ReadonlyArray<ToldAction>;
  /** Of a format that cannot hold all of it: what is read of each action instead. */
  held?: Readonly<Partial<Record<Format, Told>>>;
}>;

const unrated: Told = ({ rating: _, ...action }) => action;

const safer = 'Safer streets';
const warm = 'Warm homes';
const port = 'A port that works for all';
const play = 'Play for every child';
const early = 'Families get help early';
const safe = 'Young people are safe';
const alone = 'Nobody eats alone';

const inWord: ReadonlyArray<Layout> = [
  {
    name: 'paragraphs',
    from: 'docx',
    says: 'actions one a paragraph',
    actions: [
      {
        ref: '1',
        title: 'Light the path to the lido.',
        priority: safer,
        rating: 'Amber',
        lead: 'Ann Reeve',
        by: '2028-06-30',
      },
      {
        ref: '2',
        title: 'Mend the sea wall at Cobb Point.',
        priority: safer,
        rating: 'Red',
        lead: 'Saltmere Council',
        by: '2029-03-31',
      },
      {
        ref: '3',
        title: 'Visit every home without heating.',
        priority: warm,
        rating: 'Green',
        lead: 'Tom Beale',
        by: '2027-12-31',
      },
      {
        ref: '4',
        title: 'Train twelve people to fit insulation.',
        priority: warm,
        lead: 'Saltmere College',
        by: '2028-09-30',
      },
    ],
  },
  {
    name: 'letters',
    from: 'docx',
    says: 'letters for ratings, two rows of heads and a row of totals',
    actions: [
      {
        ref: '1',
        title: 'Dredge the inner harbour',
        priority: port,
        rating: 'Red',
        lead: 'Port Board',
        support: 'Dee Marsh',
      },
      {
        ref: '2',
        title: 'Paint the ferry’s waiting room',
        priority: port,
        rating: 'Green',
        lead: 'Lou Pike',
      },
      {
        ref: '3',
        title: 'Count the passengers each week',
        priority: port,
        rating: 'Amber',
        lead: 'Ferry Company',
        support: 'Port Board',
      },
      { ref: '4', title: 'Print the timetable in large letters', priority: port, lead: 'Lou Pike' },
    ],
    // It does not say that "Who" spans two columns, so those behind it stand under other heads: never a wrong rating.
    held: { doc: ({ support: _, ...action }, at) => unrated(action, at) },
  },
  {
    name: 'colours',
    from: 'docx',
    says: 'nothing but colours, and a key to them',
    actions: [
      {
        ref: '1.1',
        title: 'Clear the weir',
        priority: 'The river',
        rating: 'Red',
        lead: 'Ivy Coombe',
        by: '2028-03-31',
      },
      {
        ref: '1.2',
        title: 'Sample the water monthly',
        priority: 'The river',
        rating: 'Complete',
        lead: 'River Trust',
        by: '2028-06-30',
      },
      {
        ref: '1.3',
        title: 'Plant willows at the bend',
        priority: 'The river',
        rating: 'Amber',
        lead: 'River Trust',
        by: '2028-10-31',
      },
      {
        ref: '1.4',
        title: 'Open the towpath to wheelchairs',
        priority: 'The river',
        rating: 'Green',
        lead: 'Ivy Coombe',
        by: '2028-12-31',
      },
      {
        ref: '1.5',
        title: 'Survey the otters',
        priority: 'The river',
        lead: 'Sam Lock',
        by: '2029-12-31',
      },
    ],
    held: { doc: unrated },
  },
  {
    name: 'highlights',
    from: 'docx',
    says: 'ratings by a highlight over other words',
    actions: [
      {
        ref: '1',
        title: 'Run the evening bus to Wickmoor',
        priority: 'Better buses',
        rating: 'Red',
        lead: 'Bus Forum',
      },
      {
        ref: '2',
        title: 'Put a shelter at the school',
        priority: 'Better buses',
        rating: 'Green',
        lead: 'Kit Dunn',
      },
      {
        ref: '3',
        title: 'Make fares the same on every line',
        priority: 'Better buses',
        rating: 'Amber',
        lead: 'Bus Forum',
      },
    ],
    // LibreOffice writes no highlights into web pages.
    held: { doc: unrated, html: unrated },
  },
  {
    name: 'automatic-numbers',
    from: 'docx',
    says: 'numbers that Word counts, and notes over several rows',
    actions: [
      {
        ref: '14',
        title: 'Open a homework club in each library',
        priority: 'Learning',
        rating: 'Amber',
        lead: 'Meg Tarn',
        notes: ['Two libraries have one.', 'The third waits for its new roof.'],
      },
      {
        ref: '15',
        title: 'Pay for exam fees of young carers',
        priority: 'Learning',
        rating: 'Green',
        lead: 'Carers’ Fund',
        notes: ['Paid for 31 in the first year.'],
      },
      {
        ref: '16',
        title: 'Lend laptops for a term at a time',
        priority: 'Learning',
        rating: 'Red',
        lead: 'Meg Tarn',
        notes: ['None bought yet.', 'A grant was refused in May.', 'Another is applied for.'],
      },
    ],
    // Without numbers an action is the first, second, third of its priority.
    held: { doc: (action, at) => ({ ...action, ref: `3.${at + 1}` }) },
  },
  {
    name: 'merged-priorities',
    from: 'docx',
    says: 'priorities merged down their actions, and quarters of a financial year',
    actions: [
      {
        ref: '1',
        title: 'Open a playground in each ward',
        priority: play,
        rating: 'Amber',
        lead: 'Parks Team',
        by: '2027-09-30',
      },
      {
        ref: '2',
        title: 'Close Mill Street to cars on Sundays',
        priority: play,
        rating: 'Green',
        lead: 'Joan Ash',
        by: '2028-03-31',
      },
      {
        ref: '3',
        title: 'Lend toys from the library',
        priority: play,
        rating: 'Red',
        lead: 'Library Friends',
        by: '2028-06-30',
      },
      {
        ref: '4',
        title: 'Serve a lunch each Thursday',
        priority: alone,
        rating: 'Green',
        lead: 'St Bride’s Kitchen',
        by: '2027-12-31',
      },
      {
        ref: '5',
        title: 'Ring 200 people a week',
        priority: alone,
        rating: 'Amber',
        lead: 'Joan Ash',
        by: '2029-03-31',
      },
    ],
  },
  {
    name: 'bands',
    from: 'docx',
    says: 'bands for priorities over eight columns, below a key of two rows',
    actions: [
      {
        ref: '1.1',
        title: 'Open a hub in each of three villages',
        priority: early,
        rating: 'Green',
        lead: 'Nell Ashby',
        support: 'Health',
        by: '2028-03-31',
        notes: ['The east hub is open.\nThe west lease is signed.'],
      },
      {
        ref: '1.2',
        title: 'Agree one form for every family',
        priority: early,
        rating: 'Amber',
        lead: 'Early Help Board',
        by: '2027-09-30',
        notes: ['A draft is out.'],
      },
      { ref: '1.3', title: 'Print a list of services', priority: early },
      {
        ref: '2.1',
        title: 'Open a safe place in every school',
        priority: safe,
        rating: 'Red',
        lead: 'Heads’ forum',
        support: 'Schools',
        by: '2027-12-31',
      },
      {
        ref: '2.3',
        title: 'Send youth workers out on Fridays',
        priority: safe,
        rating: 'Complete',
        lead: 'Marsh Youth',
        notes: ['They go out since May.'],
      },
    ],
    held: { doc: unrated },
  },
  {
    name: 'tracked',
    from: 'docx',
    says: 'tracked changes and a comment',
    actions: [
      {
        ref: '1',
        title: 'Measure the air at the school gate',
        priority: 'Clean air',
        rating: 'Amber',
        lead: 'Air Group',
        notes: ['Six tubes hang there.'],
      },
      {
        ref: '2',
        title: 'Ask drivers to switch engines off',
        priority: 'Clean air',
        rating: 'Green',
        lead: 'Bo Finch',
        notes: ['Signs are up. Twelve drivers were spoken to.'],
      },
    ],
    // LibreOffice writes "Red" and "Amber" one after the other there: neither counts.
    held: {
      html: (action, at) => (at === 0 ? unrated(action, at) : action),
      pdf: (action, at) => (at === 0 ? unrated(action, at) : action),
    },
  },
];

const inExcel: ReadonlyArray<Layout> = [
  {
    name: 'sheet-a-priority',
    from: 'xlsx',
    says: 'a sheet for each priority',
    actions: [
      {
        ref: '1.1',
        title: 'Open the clinic on Saturdays',
        priority: 'Health',
        rating: 'Amber',
        lead: 'Dr Wren',
      },
      {
        ref: '1.2',
        title: 'Walk with a nurse each Monday',
        priority: 'Health',
        rating: 'Green',
        lead: 'Health Forum',
      },
      {
        ref: '2.1',
        title: 'Take on forty apprentices',
        priority: 'Work',
        rating: 'Red',
        lead: 'Works Council',
      },
      { ref: '2.2', title: 'Hold a jobs fair each spring', priority: 'Work', lead: 'Nan Oakes' },
      {
        ref: '2.3',
        title: 'Lend tools to people who start out',
        priority: 'Work',
        rating: 'Green',
        lead: 'Nan Oakes',
      },
    ],
    // The names of sheets are not printed.
    held: { pdf: ({ priority: _, ...action }) => action },
  },
  {
    name: 'merged-column',
    from: 'xlsx',
    says: 'a merged column of priorities, letters, heads in the fourth row',
    actions: [
      {
        ref: '1',
        title: 'Bring ten empty houses into use',
        priority: 'Homes',
        rating: 'Amber',
        lead: 'Housing Team',
        support: 'Hal Brook',
        notes: ['Four so far.'],
      },
      {
        ref: '2',
        title: 'Publish what rents are',
        priority: 'Homes',
        rating: 'Green',
        lead: 'Hal Brook',
      },
      {
        ref: '3',
        title: 'Fill the holes in Quarry Lane',
        priority: 'Roads',
        rating: 'Red',
        lead: 'Highways',
        notes: ['Not begun:\nthe quarry has to agree.'],
      },
      {
        ref: '4',
        title: 'Paint a crossing at the mill',
        priority: 'Roads',
        rating: 'Green',
        lead: 'Highways',
        support: 'Mill Co-operative',
        notes: ['Done in June.'],
      },
      { ref: '5', title: 'Slow the traffic on Top Road', priority: 'Roads', lead: 'Jed Rudd' },
    ],
  },
  {
    name: 'colours-in-cells',
    from: 'xlsx',
    says: 'nothing but colours, and a key on a sheet of its own',
    actions: [
      {
        ref: '1',
        title: 'Dig the pond deeper',
        rating: 'Red',
        lead: 'Mere Trust',
        by: '2028-05-31',
      },
      {
        ref: '2',
        title: 'Fence the north bank',
        rating: 'Complete',
        lead: 'Cal Stone',
        by: '2028-06-30',
      },
      {
        ref: '3',
        title: 'Hold an open day',
        rating: 'Green',
        lead: 'Mere Trust',
        by: '2028-07-31',
      },
      {
        ref: '4',
        title: 'Write the ten-year plan',
        rating: 'Amber',
        lead: 'Cal Stone',
        by: '2028-08-31',
      },
      { ref: '5', title: 'Map the footpaths', lead: 'Mere Trust', by: '2028-09-30' },
    ],
  },
  {
    name: 'dates',
    from: 'xlsx',
    says: 'dates as dates, as a bare number of a day, as text and as a quarter',
    actions: [
      {
        ref: '1',
        title: 'Move the market indoors',
        rating: 'Green',
        lead: 'Town Team',
        by: '2028-03-31',
      },
      {
        ref: '2',
        title: 'Fit a lift in the hall',
        rating: 'Amber',
        lead: 'Hall Trust',
        by: '2029-10-01',
      },
      // Day 47026: day 46753 is 1 January 2028, and 273 days later it is 30 September.
      {
        ref: '3',
        title: 'Mark out a football pitch',
        rating: 'Red',
        lead: 'Sports Club',
        by: '2028-09-30',
      },
      {
        ref: '4',
        title: 'Train six coaches',
        rating: 'Green',
        lead: 'Sports Club',
        by: '2028-07-31',
      },
      {
        ref: '5',
        title: 'Open the hall at weekends',
        rating: 'Amber',
        lead: 'Hall Trust',
        by: '2028-09-30',
      },
      {
        ref: '6',
        title: 'Sell season tickets',
        rating: 'Green',
        lead: 'Town Team',
        by: '2028-12-31',
      },
    ],
  },
  {
    name: 'two-heads',
    from: 'xlsx',
    says: 'two rows of heads with a rating of before, and a row of totals',
    actions: [
      {
        ref: '1',
        title: 'Teach swimming to every pupil',
        rating: 'Amber',
        lead: 'Pool Trust',
        notes: ['Pool closed in May'],
      },
      { ref: '2', title: 'Open the courts after school', rating: 'Green', lead: 'Una Field' },
      {
        ref: '3',
        title: 'Keep the gym open late',
        rating: 'Red',
        lead: 'Pool Trust',
        notes: ['No caretaker'],
      },
    ],
  },
  {
    name: 'notes-below',
    from: 'xlsx',
    says: 'notes over several rows',
    actions: [
      {
        ref: 'A1',
        title: 'Build a shed for the boats',
        rating: 'Amber',
        lead: 'Boat Club',
        notes: ['Wood is bought.', 'Two walls stand.', 'The roof comes in April.'],
      },
      {
        ref: 'A2',
        title: 'Teach rowing on Fridays',
        rating: 'Green',
        lead: 'Rae Lund',
        notes: ['Eleven came.'],
      },
      {
        ref: 'A3',
        title: 'Mend the slipway',
        rating: 'Red',
        lead: 'Boat Club',
        notes: ['No builder found.', 'Asked three more.'],
      },
    ],
  },
  {
    name: 'coloured-by-rule',
    from: 'xlsx',
    says: 'scores that rules of the sheet colour',
    actions: [
      { ref: '1', title: 'Visit each school with a play', rating: 'Green', lead: 'Stage Left' },
      { ref: '2', title: 'Lend costumes to clubs', rating: 'Red', lead: 'Vi Thorne' },
      { ref: '3', title: 'Film the midsummer fair', rating: 'Amber', lead: 'Stage Left' },
      { ref: '4', title: 'Put the archive online', lead: 'Vi Thorne' },
    ],
  },
  {
    name: 'numbers-by-format',
    from: 'xlsx',
    says: 'numbers that a format shows as "Action 14", statuses in words, a hidden sheet',
    actions: [
      {
        ref: '14',
        title: 'Bake for the foodbank',
        rating: 'Green',
        lead: 'Bread Co-op',
        notes: ['40 loaves a week'],
      },
      { ref: '15', title: 'Teach cooking on a budget', rating: 'Red', lead: 'Flo Mead' },
      {
        ref: '16',
        title: 'Grow beans at the allotments',
        rating: 'Complete',
        lead: 'Bread Co-op',
        notes: ['Eaten in August'],
      },
    ],
  },
];

/** The layouts by hand: what each says, whoever reads it. */
export const layouts: ReadonlyArray<Layout> = [...inWord, ...inExcel];
