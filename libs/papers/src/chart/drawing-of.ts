import type { PaperBlock } from '../paper/board-paper.ts';
import type { ChartRoom, Drawing } from './drawing.ts';
import { lineChart } from './line-chart.ts';
import { ratingBars } from './rating-bars.ts';

/** A block of a paper that is a picture. */
export type Picture = Extract<PaperBlock, { _tag: 'RatingBars' | 'Lines' }>;

/**
 * A picture of a paper as a drawing.
 * @param room its width in points, and how wide words are
 */
export const drawingOf = (picture: Picture, room: ChartRoom): Drawing =>
  picture._tag === 'RatingBars' ? ratingBars(picture, room) : lineChart(picture, room);
