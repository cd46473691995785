import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRatingColour } from './rating-colour.ts';

describe('given a colour of a palette that people rate with', () => {
  it.each([
    ['red, the standard colour of Word and Excel', '#FF0000', 'Red'],
    ['dark red, the standard colour', '#C00000', 'Red'],
    ['orange, the standard colour', '#FFC000', 'Amber'],
    ['yellow, the standard colour', '#FFFF00', 'Amber'],
    ['light green, the standard colour', '#92D050', 'Green'],
    ['green, the standard colour', '#00B050', 'Green'],
    ['light blue, the standard colour', '#00B0F0', 'Complete'],
    ['blue, the standard colour', '#0070C0', 'Complete'],
    ['dark blue, the standard colour', '#002060', 'Complete'],
    ['purple, the standard colour', '#7030A0', 'unclear'],
    ['bright green, a highlight of Word', '#00FF00', 'Green'],
    ['turquoise, a highlight of Word', '#00FFFF', 'unclear'],
    ['pink, a highlight of Word', '#FF00FF', 'unclear'],
    ['blue, a highlight of Word', '#0000FF', 'Complete'],
    ['dark yellow, a highlight of Word', '#808000', 'unclear'],
    ['the light red fill of a rule of Excel', '#FFC7CE', 'Red'],
    ['the yellow fill of a rule of Excel', '#FFEB9C', 'Amber'],
    ['the green fill of a rule of Excel', '#C6EFCE', 'Green'],
    ['the dark red text of a rule of Excel', '#9C0006', 'Red'],
    ['the dark yellow text of a rule of Excel', '#9C5700', 'unclear'],
    ['the dark green text of a rule of Excel', '#006100', 'Green'],
    ['the red of a colour scale of Excel', '#F8696B', 'Red'],
    ['the yellow of a colour scale of Excel', '#FFEB84', 'Amber'],
    ['the green of a colour scale of Excel', '#63BE7B', 'Green'],
    ['orange of Office’s theme', '#ED7D31', 'Amber'],
    ['orange of Office’s theme, lighter by 40%', '#F4B084', 'Amber'],
    ['orange of Office’s theme, lighter by 60%', '#F8CBAD', 'Amber'],
    ['orange of Office’s theme, lighter by 80%', '#FCE4D6', 'unclear'],
    ['orange of Office’s theme, darker by 25%', '#C65911', 'unclear'],
    ['gold of Office’s theme, lighter by 60%', '#FFE699', 'Amber'],
    ['gold of Office’s theme, lighter by 80%', '#FFF2CC', 'unclear'],
    ['green of Office’s theme', '#70AD47', 'Green'],
    ['green of Office’s theme, lighter by 60%', '#C6E0B4', 'Green'],
    ['green of Office’s theme, lighter by 80%', '#E2EFDA', 'unclear'],
    ['green of Office’s theme, darker by 50%', '#375623', 'Green'],
    ['blue of Office’s theme', '#4472C4', 'Complete'],
    ['blue of Office’s theme, lighter by 80%', '#D9E1F2', 'unclear'],
    ['orange of Office’s theme of 2023', '#E97132', 'Amber'],
    ['green of Office’s theme of 2023', '#4EA72E', 'Green'],
    ['olive green of Office’s theme of 2007', '#9BBB59', 'unclear'],
    ['the fill of headers of Office of 2007', '#1F497D', 'unclear'],
    ['the pale blue of bands of tables', '#DCE6F1', 'unclear'],
    ['red of Google', '#E06666', 'Red'],
    ['light red 2 of Google', '#EA9999', 'Red'],
    ['orange of Google', '#FF9900', 'Amber'],
    ['light yellow 2 of Google', '#FFE599', 'Amber'],
    ['light green 2 of Google', '#B6D7A8', 'Green'],
    ['light green 1 of Google', '#93C47D', 'Green'],
    ['light blue 2 of Google', '#9FC5E8', 'Complete'],
    ['cornflower blue of Google', '#4A86E8', 'Complete'],
    ['dark yellow 2 of Google', '#BF9000', 'unclear'],
    ['gold of LibreOffice', '#FFBF00', 'Amber'],
    ['green of LibreOffice', '#00A933', 'Green'],
    ['light lime 1 of LibreOffice', '#BBE33D', 'unclear'],
    ['brick of LibreOffice, between red and orange', '#FF4000', 'unclear'],
    ['emergency red of the NHS', '#DA291C', 'Red'],
    ['warm yellow of the NHS', '#FFB81C', 'Amber'],
    ['green of the NHS', '#009639', 'Green'],
    ['blue of the NHS', '#005EB8', 'Complete'],
    ['aqua green of the NHS', '#00A499', 'unclear'],
    ['red of GOV.UK', '#D4351C', 'Red'],
    ['orange of GOV.UK', '#F47738', 'Amber'],
    ['yellow of GOV.UK', '#FFDD00', 'Amber'],
    ['green of GOV.UK', '#00703C', 'Green'],
    ['blue of GOV.UK', '#1D70B8', 'Complete'],
    ['turquoise of GOV.UK', '#28A197', 'unclear'],
    ['bright purple of GOV.UK', '#912B88', 'unclear'],
    ['tan', '#C9A86A', 'unclear'],
    ['saddle brown', '#8B4513', 'unclear'],
    ['maroon', '#800000', 'unclear'],
    ['coral', '#FF7F50', 'unclear'],
    ['pink', '#FFC0CB', 'unclear'],
    ['chartreuse', '#7FFF00', 'unclear'],
    ['yellow-green', '#9ACD32', 'unclear'],
    ['teal', '#008080', 'unclear'],
    ['ivory', '#FFFFF0', 'none'],
    ['white', '#FFFFFF', 'none'],
    ['white, darker by 5%', '#F2F2F2', 'none'],
    ['white, darker by 15%', '#D9D9D9', 'unclear'],
    ['white, darker by 35%', '#A6A6A6', 'unclear'],
    ['grey', '#808080', 'unclear'],
    ['black', '#000000', 'none'],
  ])('when it is %s (%s) then it is %s', (_, hex, expected) => {
    expect(readRatingColour(hex)).toBe(expected);
  });

  it.each(['', 'red', '#FFF', '#GGGGGG', 'auto'])(
    'when it is no colour at all, "%s", then it says nothing',
    (hex) => {
      expect(readRatingColour(hex)).toBe('none');
    },
  );
});

const hexOf = (channels: ReadonlyArray<number>): string =>
  `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`.toUpperCase();

const channel = fc.integer({ min: 0, max: 255 });

describe('given any colour', () => {
  it('when it is a grey then it is never a rating', () => {
    fc.assert(
      fc.property(channel, (level) => {
        expect(['none', 'unclear']).toContain(readRatingColour(hexOf([level, level, level])));
      }),
    );
  });

  // By the channels alone, without any notion of how colours are seen.
  it('when it is rated then no channel contradicts the rating', () => {
    fc.assert(
      fc.property(channel, channel, channel, (red, green, blue) => {
        const reading = readRatingColour(hexOf([red, green, blue]));
        if (reading === 'Red') expect(red).toBeGreaterThan(Math.max(green, blue));
        if (reading === 'Amber') expect(blue).toBeLessThan(Math.min(red, green) + 1);
        if (reading === 'Green') expect(green).toBeGreaterThan(Math.max(red, blue));
        if (reading === 'Complete') expect(blue).toBeGreaterThan(Math.max(red, green));
      }),
      { numRuns: 1000 },
    );
  });

  it('when it is just a shade darker or lighter then it is never rated as the opposite', () => {
    const far: Readonly<Record<string, ReadonlyArray<string>>> = {
      Red: ['Amber', 'Green', 'Complete'],
      Amber: ['Red', 'Green', 'Complete'],
      Green: ['Red', 'Amber', 'Complete'],
      Complete: ['Red', 'Amber', 'Green'],
    };
    const step = fc.integer({ min: -6, max: 6 });
    const near = (value: number, by: number) => Math.min(255, Math.max(0, value + by));
    fc.assert(
      fc.property(channel, channel, channel, step, step, step, (red, green, blue, dr, dg, db) => {
        const reading = readRatingColour(hexOf([red, green, blue]));
        const beside = readRatingColour(hexOf([near(red, dr), near(green, dg), near(blue, db)]));
        expect(far[reading] ?? []).not.toContain(beside);
      }),
      { numRuns: 2000 },
    );
  });
});
