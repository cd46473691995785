import { describe, expect, it } from 'vitest';
import type { RatingBars } from '../paper/board-paper.ts';
import type { Drawing, MeasureWords, Shape } from './drawing.ts';
import { ratingBars } from './rating-bars.ts';

/** Every letter is five points wide. */
const measure: MeasureWords = (text) => text.length * 5;

const chart: RatingBars = {
  _tag: 'RatingBars',
  title: 'Actions by rating',
  alt: 'Bars: then Red 10, now Red 5 and Green 15',
  ratings: [
    { word: 'Red', tone: 'red' },
    { word: 'Green', tone: 'green' },
  ],
  bars: [
    { label: '31 March 2026', counts: [10, 0] },
    { label: '30 June 2026', counts: [5, 15] },
  ],
};

const boxes = ({ shapes }: Drawing) => shapes.filter((shape) => shape._tag === 'Box');
const said = ({ shapes }: Drawing): ReadonlyArray<string> =>
  shapes.flatMap((shape) => (shape._tag === 'Words' ? [shape.text] : []));

const drawn = ratingBars(chart, { width: 401, measure });

describe('a bar of actions by rating for each date', () => {
  it('given 20 actions at the most, then every action is a twentieth of the width', () => {
    // 400 points but for the outlines: 10 are 200, 5 are 100, 15 are 300; the last two are the legend's.
    expect(boxes(drawn).map(({ width }) => width)).toEqual([200, 100, 300, 11, 11]);
    expect(
      boxes(drawn)
        .map(({ x }) => x)
        .slice(0, 3),
    ).toEqual([0.5, 0.5, 100.5]);
  });

  it('given ratings, then each has its colour, in bars and legend', () => {
    expect(boxes(drawn).map(({ fill }) => fill)).toEqual([
      '#ca3535',
      '#ca3535',
      '#0f7a52',
      '#ca3535',
      '#0f7a52',
    ]);
  });

  it('given room, then each part has its word and its number, and each bar its date and all', () => {
    expect(said(drawn)).toEqual([
      ...['31 March 2026: 10 actions', 'Red 10'],
      ...['30 June 2026: 20 actions', 'Red 5', 'Green 15'],
      ...['Red', 'Green'],
    ]);
  });

  it('given less room, then the number alone, and then nothing', () => {
    const bar = { label: 'Now', counts: [1, 4, 95] };
    const ratings = [...chart.ratings, { word: 'Not started', tone: 'not-started' } as const];
    const small = ratingBars({ ...chart, ratings, bars: [bar] }, { width: 401, measure });
    // Parts of 4, 16 and 380 points.
    expect(said(small)).toEqual([
      ...['Now: 100 actions', '4', 'Not started 95'],
      ...['Red', 'Green', 'Not started'],
    ]);
  });

  it('given one action, then it is one action; given none, then a bar without parts', () => {
    const label = 'Now';
    const one = ratingBars(
      { ...chart, bars: [{ label, counts: [1, 0] }] },
      { width: 401, measure },
    );
    expect(said(one)[0]).toBe('Now: 1 action');
    const none = ratingBars(
      { ...chart, bars: [{ label, counts: [0, 0] }] },
      { width: 401, measure },
    );
    expect(said(none)[0]).toBe('Now: 0 actions');
    expect(boxes(none)).toHaveLength(2);
  });

  it('given a narrow place, then the legend goes on below', () => {
    // An entry is 16 points, its word and 16 more: "Red" 47, "Green" 57.
    const places = (width: number) =>
      boxes(ratingBars(chart, { width, measure }))
        .slice(-2)
        .map(({ x, y }) => [x, y]);
    const [[, top = 0] = []] = places(104);
    expect(places(104)).toEqual([
      [0.5, top],
      [47.5, top],
    ]);
    expect(places(103)).toEqual([
      [0.5, top],
      [0.5, top + 15],
    ]);
  });

  it('given anything, then all of it is inside, and it says in words what it shows', () => {
    const inside = (shape: Shape): boolean =>
      shape._tag !== 'Box' ||
      (shape.x >= 0 && shape.x + shape.width <= 401 && shape.y + shape.height <= drawn.height);
    expect(drawn.shapes.every(inside)).toBe(true);
    expect(drawn.alt).toBe('Bars: then Red 10, now Red 5 and Green 15');
  });
});
