import { type Route, routes } from '@trackrecord/server';
import type { SignedIn } from '../../journeys/kit/signed-in.ts';

/** Every page and file that people may go to. */
export const placesForPeople: ReadonlyArray<Route> = routes.filter(
  ({ method, audience }) => method === 'GET' && audience === 'people',
);

type Known = Readonly<{ path: string; matches: RegExp }>;

const known: ReadonlyArray<Known> = placesForPeople.map(({ path }) => ({
  path,
  matches: new RegExp(`^${path.replace(/:\w+/gu, '[^/]+')}$`, 'u'),
}));

/** The route that answers an address: the first that fits, as the server has it. */
const routeOf = (pathname: string): string | undefined =>
  known.find(({ matches }) => matches.test(pathname))?.path;

const hrefs = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<a\b[^>]*\bhref="(?<href>[^"]+)"/gu)].map(({ groups }) =>
    (groups?.['href'] ?? '').replaceAll('&amp;', '&'),
  );

/** An address without the dates that a page may have put into it. */
const withoutDates = ({ pathname, searchParams }: URL): string => {
  for (const name of ['asOf', 'knownAt', 'asIn']) searchParams.delete(name);
  const query = searchParams.toString();
  return query === '' ? pathname : `${pathname}?${query}`;
};

/** Where a route was found, and whether it answers with a page there, or with a file. */
export type Place = Readonly<{ address: string; isPage: boolean }>;

/** So many pages of one route are looked through for links: each action of the sample has its own. */
const mostOfOne = 60;

/** Forms look alike wherever they are, and lead nowhere else. */
const changing = new Set(['update', 'manage', 'administer']);
const looksAlike = new Set(
  placesForPeople
    .filter(({ path, may }) => changing.has(may) && path.includes('/:'))
    .map(({ path }) => path),
);

/**
 * Finds an address for every route by going where links lead, as a reader would.
 * @param first addresses that no link leads to
 * @returns by route; a route that nothing leads to has none
 */
export const findPlaces = async (
  { get }: Pick<SignedIn, 'get'>,
  first: ReadonlyArray<string>,
): Promise<ReadonlyMap<string, Place>> => {
  const found = new Map<string, Place>();
  const visits = new Map<string, number>();
  const seen = new Set<string>();
  const waiting = [...first];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const url = new URL(next, 'http://here');
    const route = url.origin === 'http://here' ? routeOf(url.pathname) : undefined;
    if (route === undefined || seen.has(url.pathname)) continue;
    seen.add(url.pathname);
    const visit = (visits.get(route) ?? 0) + 1;
    visits.set(route, visit);
    const place = found.get(route);
    // A file leads nowhere, and takes its time to be made.
    const isEnough = place !== undefined && (looksAlike.has(route) || !place.isPage);
    if (visit > mostOfOne || isEnough) continue;
    const address = withoutDates(url);
    const answer = await get(address);
    const isPage = answer.headers.get('content-type')?.startsWith('text/html') === true;
    if (!found.has(route) && answer.status === 200) found.set(route, { address, isPage });
    if (isPage) waiting.push(...hrefs(await answer.text()));
    else await answer.body?.cancel();
  }
  return found;
};
