import { describe, expect, it } from 'vitest';
import { styleRules } from './style-rules.ts';

const backgroundIn = (css: string, name: string, ...classes: ReadonlyArray<string>) =>
  styleRules([css])(name, classes).get('background');

describe('the plain rules of a style sheet', () => {
  it.each([
    ['td{background:red}', 'td', [], 'red'],
    ['TD { BACKGROUND : red !important }', 'td', [], 'red'],
    ['.amber{background:#ffc000}', 'p', ['amber'], '#ffc000'],
    ['p,.b , td.amber{background:red}', 'td', ['amber'], 'red'],
    [
      'td.amber{background:red} .amber{background:blue} td{background:green}',
      'td',
      ['amber'],
      'red',
    ],
    ['.a{background:red}.a{background:blue}', 'p', ['a'], 'blue'],
    ['/* .a{background:red} */ .b{background:blue}', 'p', ['a', 'b'], 'blue'],
    ['@import "x.css"; .a{background:red}', 'p', ['a'], 'red'],
    ['<!-- .a{background:red} -->', 'p', ['a'], 'red'],
  ])('given %j and an element %s of class %j, then its background is %s', (css, name, of, seen) => {
    expect(backgroundIn(css, name, ...of)).toBe(seen);
  });

  it.each([
    ['@media print { .a{background:red} }'],
    ['table .a{background:red}'],
    ['.a:hover{background:red}'],
    ['.a.b{background:red}'],
    ['#a{background:red}'],
    ['.A{background:red}'],
    ['.a{background:red'],
    ['}}}{{{'],
  ])('given %j, which says more than an element and a class, then it is left out', (css) => {
    expect(backgroundIn(css, 'p', 'a')).toBeUndefined();
  });
});
