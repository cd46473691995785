import { describe, expect, it } from 'vitest';
import { attributeColourOf, backgroundOf, colourOf } from './colour-of.ts';

describe('a colour as CSS writes it', () => {
  it.each([
    ['#fc0', '#FFCC00'],
    ['#FFC000', '#FFC000'],
    ['#ffc000ff', '#FFC000'],
    ['#ffc00000', 'transparent'],
    ['Orange', '#FFA500'],
    ['rgb(255, 192, 0)', '#FFC000'],
    ['rgb(100% 0% 0%)', '#FF0000'],
    // Half of red and half of the white page: (255 + 0) / 2 = 127.5.
    ['rgba(255, 0, 0, 0.5)', '#FF8080'],
    ['rgb(300, -5, 0)', '#FF0000'],
    // The corners of the wheel, and a grey.
    ['hsl(0, 100%, 50%)', '#FF0000'],
    ['hsl(120deg 100% 50%)', '#00FF00'],
    ['hsl(240, 100%, 50%)', '#0000FF'],
    ['hsl(60, 100%, 50%)', '#FFFF00'],
    ['hsl(-60, 100%, 50%)', '#FF00FF'],
    ['hsl(0, 0%, 50%)', '#808080'],
    ['transparent', 'transparent'],
  ])('given %j, then it is %s', (written, hex) => {
    expect(colourOf(written)).toBe(hex);
  });

  it.each([
    'windowtext',
    'inherit',
    'auto',
    '',
    '#ff',
    '#12345',
    'rgb(1,2)',
    'rgb(a,b,c)',
    'var(--x)',
  ])('given %j, then it is no colour that is known', (written) => {
    expect(colourOf(written)).toBeUndefined();
  });

  it.each([
    ['url("a.png") no-repeat #FFC000', '#FFC000'],
    ['rgb(255, 192, 0) none', '#FFC000'],
    ['none', 'transparent'],
    ['url(red.png)', undefined],
  ])('given the background %j, then its colour is %s', (written, hex) => {
    expect(backgroundOf(written)).toBe(hex);
  });

  it('given an old attribute without its sign, then its digits are a colour all the same', () => {
    expect(attributeColourOf('ffc000')).toBe('#FFC000');
    expect(attributeColourOf('ffc0')).toBeUndefined();
  });
});
