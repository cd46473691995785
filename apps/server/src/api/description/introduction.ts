import { description } from '../openapi/description.ts';

/** The document's own words for people: each paragraph by what it is about, without the marks of Markdown. */
export const introduction: ReadonlyArray<Readonly<{ heading: string; text: string }>> = description
  .split('\n\n')
  .flatMap((paragraph) => {
    const [, heading, text] = /^\*\*(.+?)\*\*(.*)$/su.exec(paragraph.trim()) ?? [];
    if (heading === undefined || text === undefined) return [];
    const words = text.replaceAll('`', '').replace(/^[.:]?\s*/u, '');
    return /^[a-z]/u.test(words) || words.startsWith('is ') || words.startsWith('are ')
      ? [{ heading: heading.replace(/\.$/u, ''), text: `${heading} ${words}` }]
      : [{ heading: heading.replace(/\.$/u, ''), text: words }];
  });
