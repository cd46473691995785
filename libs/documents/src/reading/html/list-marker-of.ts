import { type NumberSign, numberSign } from '../flow/number-sign.ts';
import { childrenNamed, type XmlElement } from '../xml/xml-element.ts';
import type { Declarations } from './css/declarations-of.ts';

const byType: ReadonlyMap<string | undefined, NumberSign> = new Map([
  ['1', 'decimal'],
  ['a', 'lower letter'],
  ['A', 'upper letter'],
  ['i', 'lower roman'],
  ['I', 'upper roman'],
]);

const byStyle: ReadonlyMap<string, NumberSign | 'bullet' | 'none'> = new Map([
  ['none', 'none'],
  ['disc', 'bullet'],
  ['circle', 'bullet'],
  ['square', 'bullet'],
  ['decimal', 'decimal'],
  ['lower-alpha', 'lower letter'],
  ['lower-latin', 'lower letter'],
  ['upper-alpha', 'upper letter'],
  ['upper-latin', 'upper letter'],
  ['lower-roman', 'lower roman'],
  ['upper-roman', 'upper roman'],
]);

const styleIn = (declared: Declarations): NumberSign | 'bullet' | 'none' | undefined =>
  [declared.get('list-style-type'), declared.get('list-style')]
    .flatMap((value) => (value ?? '').toLowerCase().split(/\s+/u))
    .map((word) => byStyle.get(word))
    .find((sign) => sign !== undefined);

/** How the items of a list are marked, counting from item to item. */
export type ListMarkers = Readonly<{
  /** The marker of the next item; none where the list shows none. */
  next: (item: XmlElement, declared: Declarations) => string | undefined;
}>;

const wholeIn = (written: string | undefined): number | undefined =>
  written !== undefined && /^\s*-?\d{1,9}\s*$/u.test(written) ? Number(written) : undefined;

/** The markers of a <ul> or an <ol>, by its type, start and direction and by each item's value. */
export const listMarkers = (list: XmlElement, declared: Declarations): ListMarkers => {
  const isNumbered = list.name === 'ol';
  const type = byType.get(list.attributes['type']);
  const sign = styleIn(declared) ?? (isNumbered ? (type ?? 'decimal') : 'bullet');
  const isReversed = isNumbered && list.attributes['reversed'] !== undefined;
  const start = wholeIn(list.attributes['start']);
  let number = start ?? (isReversed ? childrenNamed(list, 'li').length : 1);
  return {
    next: (item, own) => {
      number = (isNumbered ? wholeIn(item.attributes['value']) : undefined) ?? number;
      const shown = styleIn(own) ?? byType.get(item.attributes['type']) ?? sign;
      const marker =
        shown === 'none' ? undefined : shown === 'bullet' ? '•' : `${numberSign(number, shown)}.`;
      number += isReversed ? -1 : 1;
      return marker;
    },
  };
};
