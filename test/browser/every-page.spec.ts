import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../journeys/kit/signed-in.ts';
import { bringAxe } from '../pages/faults-of.ts';
import { findPlaces, type Place, placesForPeople } from './kit/addresses.ts';
import { inBrowser, type Staying } from './kit/in-browser.ts';
import { lookedAt, outlineOf } from './kit/looked-at.ts';
import { prepare } from './kit/prepared.ts';
import { sendEmpty } from './kit/send-empty.ts';

/** Seen by those who have not signed in alone, or who came by a link in a message: other journeys are theirs. */
const forStrangers = new Set([
  '/sign-in',
  '/first-administrator',
  '/answer/:token',
  '/stop/:token',
]);

/** What is no answer to a question, and therefore nothing to save as data. */
const withoutData = new Set(['/account', '/api', '/api/operations/:operation', '/api/problems']);

/** A date of the sample's year on which everything in it was there already. */
const past = '2026-01-14';

/** Asks for a reason alone, which may stay away: there is nothing in it to refuse. */
const cannotFail = new Set(['/parties/:party/merge']);

const changing = new Set(['update', 'manage', 'administer']);

const pages = placesForPeople.filter(({ path }) => !forStrangers.has(path));

const forms = pages.filter(
  ({ may, path }) => (changing.has(may) || path === '/account') && !cannotFail.has(path),
);

inBrowser('every page', ({ open, url }) => {
  const walk: { person?: Staying; places: ReadonlyMap<string, Place> } = { places: new Map() };

  beforeAll(async () => {
    walk.person = await open('administrator');
    await bringAxe(walk.person.context);
    const { rejected, recorded } = await prepare(walk.person);
    walk.places = await findPlaces(await signIn(url(), 'administrator'), [
      ...['/', '/account', '/administration', '/api', '/imports/new', '/plans/harbour/actions/28'],
      ...['/plans/harbour/actions.csv?rating=Red', recorded, rejected],
    ]);
  }, 120_000);

  afterAll(() => walk.person?.close());

  /** The page of a route with what it complained of; nothing where the route answers with a file. */
  const visit = async (path: string, dates = '') => {
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

  it('given the table of routes, then something leads to each', () => {
    expect(pages.filter(({ path }) => !walk.places.has(path)).map(({ path }) => path)).toEqual([]);
  });

  it.each(pages)('given $path today, then nothing is wrong with it', async ({ path, may }) => {
    const at = await visit(path);
    if (at === undefined) return;
    expect(await lookedAt(at.page, at.outline)).toEqual([]);
    expect(at.complained()).toEqual([]);
    if (!changing.has(may) && !at.outline.isForm && !withoutData.has(path))
      expect(at.outline.hasData).toBe(true);
  });

  it.each(pages)('given $path on a past date, then nothing is wrong with it', async ({ path }) => {
    const at = await visit(path, `asOf=${past}`);
    if (at?.outline.isElsewhere !== true) return;
    expect(await lookedAt(at.page, at.outline)).toEqual([]);
    expect(at.complained()).toEqual([]);
  });

  it.each(forms)(
    'given the form of $path, when it is sent with nothing that can be taken, then nothing is wrong with what it says',
    async ({ path }) => {
      const at = await visit(path);
      if (at === undefined) return;
      const sent = await sendEmpty(at);
      if (!sent) return;
      const outline = await outlineOf(at.page);
      expect(outline.title).toMatch(/^Error: /u);
      expect(await lookedAt(at.page, outline)).toEqual([]);
      expect(at.complained()).toEqual([]);
    },
  );
});
