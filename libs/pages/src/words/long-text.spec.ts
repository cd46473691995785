import { describe, expect, it } from 'vitest';
import { longText, paragraphs } from './long-text.ts';

describe('longText', () => {
  it('given a short text, then it is there as it is, escaped', () => {
    expect(longText('Two <b> started', 20)).toBe('Two &lt;b&gt; started');
  });

  it('given a text a little over the limit, then opening it would show next to nothing', () => {
    expect(longText('a'.repeat(24), 20)).toBe('a'.repeat(24));
  });

  it('given a long text, then its beginning to the end of a word, and the whole to open', () => {
    const html = longText('The café opens on Friday & Saturday', 14);
    expect(html).toContain('<span class="app-clamp__start">The café opens… </span>');
    expect(html).toContain(
      '<div class="app-clamp__whole">The café opens on Friday &amp; Saturday</div>',
    );
  });

  it('given a long text without spaces, then it is cut all the same', () => {
    expect(longText('x'.repeat(50), 10)).toContain('>xxxxxxxxxx… <');
  });
});

describe('paragraphs', () => {
  it('given empty lines, then they part paragraphs; and a line’s end is kept', () => {
    expect(paragraphs('One\r\ntwo\n \n\n<three>', 'c')).toBe(
      '<p class="c">One<br>two</p><p class="c">&lt;three&gt;</p>',
    );
  });

  it('given nothing but white, then nothing', () => {
    expect(paragraphs(' \n\n ')).toBe('');
  });
});
