import { sortHeaders } from '@trackrecord/pages';

const ratings = ['Red', 'Amber', 'Green', 'Amber/Green', null, 'Complete', 'Not started'];

const titles = [
  'Bring the wait for a first appointment down to four weeks',
  'Open the youth café at Vale Road on Friday and Saturday evenings, with transport home from the outlying villages agreed with the bus company before the summer timetable',
  'Agree one referral form',
  'Publish what children said, and what was done about it, twice a year',
];

const owners = ['Harbour Youth Service', 'Desmond Okell', 'Vale Primary Schools’ Partnership', ''];

const notes = [
  'Two practitioners started in May; the list is down from 61 to 44.',
  'The building is ready but the fire certificate is not. The county’s inspector comes on 4 July; if it passes, the café opens a week later. Transport is agreed for Fridays only: the company asks for another £4,200 a year for Saturdays, which the board is to decide on in September.',
  '',
];

/** As many made-up actions as are wanted, in the shapes that a plan page shows. */
export const planModel = (howMany: number) => ({
  counts: [
    { value: 13, rating: 'Red', href: '/plans/harbour?rating=Red' },
    { value: 50, rating: 'Amber', href: '/plans/harbour?rating=Amber' },
    { value: 20, rating: 'Green', href: '/plans/harbour?rating=Green' },
    { value: 1, rating: 'Not rated', href: '/plans/harbour?rating=none' },
    { value: 7, label: 'updates owed', href: '/owed' },
  ],
  headers: sortHeaders(
    [
      { by: 'ref', text: 'Action' },
      { by: 'title', text: 'What' },
      { by: 'rating', text: 'Rating' },
      { by: 'owner', text: 'Owner' },
      { by: 'timescale', text: 'By' },
      { by: 'updated', text: 'Last update' },
      { text: 'Note' },
    ],
    { by: 'ref', direction: 'ascending' },
    ({ by, direction }) => `/plans/harbour?sort=${by}&direction=${direction}`,
  ),
  actions: Array.from({ length: howMany }, (_, index) => ({
    ref: String(index + 1),
    title: titles[index % titles.length],
    rating: ratings[index % ratings.length],
    owner: owners[index % owners.length],
    timescale: index % 3 === 0 ? 'September 2027' : 'By the end of the plan',
    updated: `2026-0${(index % 9) + 1}-1${index % 10}`,
    note: notes[index % notes.length] ?? '',
  })),
});
