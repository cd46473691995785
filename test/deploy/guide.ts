/** What a guide to a compose file names of it that is not there, and what it leaves out. */
export type Unlike = Readonly<{
  volumes: ReadonlyArray<string>;
  services: ReadonlyArray<string>;
  settings: ReadonlyArray<string>;
  images: ReadonlyArray<string>;
  places: ReadonlyArray<string>;
}>;

type Known = Readonly<{
  volumes: ReadonlyArray<string>;
  services: ReadonlyArray<string>;
  /** The compose file, as it is written. */
  compose: string;
  dockerfile: string;
}>;

const all = (text: string, pattern: RegExp): ReadonlyArray<string> => [
  ...new Set([...text.matchAll(pattern)].map(([, found = '']) => found)),
];

const headingsOf = (guide: string): ReadonlyArray<string> =>
  all(guide, /^#+ (.+)$/gm).map((heading) => heading.toLowerCase().replaceAll(' ', '-'));

/** Holds a guide against the files that it is about. `$server` in it stands for the servers 1 to 3. */
export const compareGuide = (written: string, known: Known): Unlike => {
  const guide = [1, 2, 3].map((server) => written.replaceAll('$server', `${server}`)).join('\n');
  const services = all(
    guide,
    /docker compose (?:exec|stop|start|run|up)(?: -[\w-]+)* ([a-z][\w-]*)/g,
  );
  return {
    // A metric's name has a further underscore.
    volumes: all(guide, /\btrackrecord_([a-z0-9-]+)(?![\w-])/g).filter(
      (name) => !known.volumes.includes(name),
    ),
    services: services.filter((name) => !known.services.includes(name)),
    settings: all(known.compose, /\$\{([A-Z_]+)/g).filter((name) => !guide.includes(name)),
    images: [
      ...all(guide, /KurrentDB (\d+\.\d+\.\d+)/g).filter(
        (release) => !known.compose.includes(`kurrentdb:${release}\n`),
      ),
      ...all(guide, /(node:\S+)/g).filter((image) => !known.dockerfile.includes(`FROM ${image}\n`)),
    ],
    places: all(guide, /\]\(#([^)]+)\)/g).filter((place) => !headingsOf(guide).includes(place)),
  };
};
