import type { HouseParagraph, HousePart, HouseSection } from './house.ts';

const titlesIn = (parts: ReadonlyArray<HousePart>): ReadonlyArray<HouseParagraph> =>
  parts.flatMap((part) => {
    if (part._tag === 'Paragraph') return part.isTitle ? [part] : [];
    return part._tag === 'Table' ? part.rows.flat().flatMap(({ blocks }) => titlesIn(blocks)) : [];
  });

/** The paragraph that shows the plan's title before the paper: the first, where there are several. */
export const titleIn = (sections: ReadonlyArray<HouseSection>): HouseParagraph | undefined => {
  const parts = sections.flatMap((section) => section.parts);
  return titlesIn(
    parts.slice(
      0,
      parts.findIndex(({ _tag }) => _tag === 'Paper'),
    ),
  )[0];
};
