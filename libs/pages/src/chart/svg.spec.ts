import { describe, expect, it } from 'vitest';
import { element, picture, words } from './svg.ts';

describe('element', () => {
  it('given attributes, then they are rounded and escaped, and those without a value stay away', () => {
    expect(element('rect', { x: 1.04, y: 2.06, fill: 'a"b', stroke: undefined })).toBe(
      '<rect x="1" y="2.1" fill="a&quot;b"/>',
    );
  });

  it('given words, then nothing in them is read as markup', () => {
    expect(words('<16 & over', { x: 1 })).toBe('<text x="1">&lt;16 &amp; over</text>');
  });
});

describe('picture', () => {
  it('given a title and a description, then the image is named and described by them', () => {
    const svg = picture({ id: 'a', title: 'T <1>', description: 'D' }, { width: 10, height: 20 });
    expect(svg).toContain('viewBox="0 0 10 20"');
    expect(svg).toContain('role="img" aria-labelledby="a-title a-desc"');
    expect(svg).toContain('<title id="a-title">T &lt;1&gt;</title><desc id="a-desc">D</desc>');
  });
});
