const blocks: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form frameset header hgroup hr html legend li listing main menu nav noscript ol optgroup option p ' +
    'plaintext pre search section summary ul xmp'
  ).split(' '),
);

/** Whether an element begins a new paragraph, and ends it (HTML Living Standard 15.3.3). */
export const isBlock = (name: string): boolean => blocks.has(name);
