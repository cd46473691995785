import { afterAll, beforeAll } from 'vitest';
import { signIn } from '../../journeys/kit/signed-in.ts';
import { bringAxe } from '../../pages/faults-of.ts';
import { findPlaces, type Place, placesForPeople } from './addresses.ts';
import { inBrowser, type Staying } from './in-browser.ts';
import { type Outline, outlineOf } from './looked-at.ts';
import { prepare } from './prepared.ts';

/** Seen by those who have not signed in alone, or who came by a link in a message: other journeys are theirs. */
const forStrangers = new Set([
  '/sign-in',
  '/first-administrator',
  '/answer/:token',
  '/stop/:token',
]);

/** What is no answer to a question, and therefore nothing to save as data. */
export const withoutData = new Set([
  '/account',
  '/api',
  '/api/operations/:operation',
  '/api/problems',
]);

/** A date of the sample's year on which everything in it was there already. */
export const past = '2026-01-14';

/** Asks for a reason alone, which may stay away: there is nothing in it to refuse. */
const cannotFail = new Set(['/parties/:party/merge']);

export const changing = new Set(['update', 'manage', 'administer']);

/** A page of the table of routes. */
type Listed = Readonly<{ path: string; may: string }>;

export const pages: ReadonlyArray<Listed> = placesForPeople.filter(
  ({ path }) => !forStrangers.has(path),
);

export const forms: ReadonlyArray<Listed> = pages.filter(
  ({ may, path }) => (changing.has(may) || path === '/account') && !cannotFail.has(path),
);

/** A page that was gone to. */
export type Visited = Staying &
  Readonly<{ outline: Outline; complained: () => ReadonlyArray<string> }>;

/** What goes to pages, and where each route leads. */
export type Walk = Readonly<{
  places: () => ReadonlyMap<string, Place>;
  /** The page of a route with what it complained of; nothing where the route answers with a file. */
  visit: (path: string, dates?: string) => Promise<Visited | undefined>;
}>;

/** Walks every page as an administrator of the sample: on files of its own, so that others can walk at the same time. */
export const walkPages = (name: string, specify: (walk: Walk) => void): void => {
  inBrowser(name, ({ open, url }) => {
    const walk: { person?: Staying; places: ReadonlyMap<string, Place> } = { places: new Map() };

    beforeAll(async () => {
      walk.person = await open('administrator');
      await bringAxe(walk.person.context);
      const { rejected, recorded } = await prepare(walk.person);
      walk.places = await findPlaces(await signIn(url(), 'administrator'), [
        ...[
          '/',
          '/account',
          '/administration',
          '/api',
          '/imports/new',
          '/plans/harbour/actions/28',
        ],
        ...['/plans/harbour/actions.csv?rating=Red', recorded, rejected],
      ]);
    }, 120_000);

    afterAll(() => walk.person?.close());

    const visit: Walk['visit'] = async (path, dates = '') => {
      const { person, places } = walk;
      const place = places.get(path);
      if (person === undefined || place === undefined) throw new Error(`nothing leads to ${path}`);
      if (!place.isPage) return undefined;
      const before = person.complaints.length;
      const address = `${place.address}${dates === '' ? '' : `${place.address.includes('?') ? '&' : '?'}${dates}`}`;
      await person.go(address);
      const outline = await outlineOf(person.page);
      return { ...person, outline, complained: () => person.complaints.slice(before) };
    };

    specify({ places: () => walk.places, visit });
  });
};
