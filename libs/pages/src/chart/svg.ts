import { escapeHtml } from '../words/escape-html.ts';

/** Attributes of an SVG element; what is undefined is left out. Never `style`: the security policy forbids it. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** A coordinate as it is written: a tenth of a unit is finer than anybody sees. */
export const rounded = (value: number): number => Math.round(value * 10) / 10;

const written = (value: string | number): string =>
  typeof value === 'number' ? String(rounded(value)) : escapeHtml(value);

/** One SVG element around children that are SVG already. */
export const element = (
  name: string,
  attributes: Attributes,
  ...children: ReadonlyArray<string>
): string => {
  const all = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${written(value)}"`],
  );
  const opening = `<${name}${all.join('')}`;
  return children.length === 0 ? `${opening}/>` : `${opening}>${children.join('')}</${name}>`;
};

/** Words in a picture. */
export const words = (text: string, attributes: Attributes): string =>
  element('text', attributes, escapeHtml(text));

/** Ink of axes and words, and the fainter one of grid lines. */
export const ink = '#0b0c0c';
export const faint = '#cecece';

export type Picture = Readonly<{
  /** Unique in its page: patterns and the words for screen readers are known by it. */
  id: string;
  title: string;
  /** What the picture shows, in a sentence; a table beside it holds every value. */
  description: string;
  /** One image, unless there are links in it: then a group of them. */
  role?: 'img' | 'group' | undefined;
}>;

/** The whole picture: one image with a title and a description for whoever does not see it. */
export const picture = (
  { id, title, description, role = 'img' }: Picture,
  size: Readonly<{ width: number; height: number }>,
  ...children: ReadonlyArray<string>
): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${rounded(size.width)} ${rounded(size.height)}`,
      width: size.width,
      height: size.height,
      role,
      'aria-labelledby': `${id}-title ${id}-desc`,
      'font-size': 13,
    },
    element('title', { id: `${id}-title` }, escapeHtml(title)),
    element('desc', { id: `${id}-desc` }, escapeHtml(description)),
    ...children,
  );
