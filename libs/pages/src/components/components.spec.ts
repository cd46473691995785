import { describe, expect, it } from 'vitest';
import { templateEnvironment } from '../frame/template-environment.ts';

const imports =
  '{% from "components/components.njk" import sortableHead, filterPanel, pager, emptyState, facts, tally, conflictBanner %}';

const rendered = (source: string, model: object = {}): string =>
  templateEnvironment.renderString(imports + source, model);

describe('the shared components', () => {
  it('given a sorted column, then it says so by aria-sort, and only it', () => {
    const headers = [
      { text: 'Action', numeric: false, sort: 'descending', href: '?a' },
      { text: 'Rating', numeric: false, sort: 'none', href: '?b' },
      { text: 'Note', numeric: false, sort: 'none', href: null },
    ];
    const html = rendered('{{ sortableHead(headers) }}', { headers });
    expect(html.match(/aria-sort="[a-z]+"/gu)).toEqual(['aria-sort="descending"']);
    expect(html.match(/<a /gu)).toHaveLength(2);
  });

  it('given a filter, then it is a search that sends by GET and keeps what else was asked', () => {
    const html = rendered(
      '{% call filterPanel({ action: "/p", kept: [{ name: "asOf", value: "2009-06-30" }], applied: ["Rating: <Red>"], clearHref: "/p" }) %}<i>fields</i>{% endcall %}',
    );
    expect(html).toMatch(/<search [\s\S]*<form [^>]*method="get" action="\/p"/u);
    expect(html).toContain('<input type="hidden" name="asOf" value="2009-06-30">');
    expect(html).toContain('<i>fields</i>');
    expect(html).toContain('Rating: &lt;Red&gt;');
  });

  it('given pages on neither side, then no pagination', () => {
    expect(rendered('{{ pager({}) }}').trim()).toBe('');
    expect(rendered('{{ pager({ next: "/n" }) }}')).toContain('rel="next"');
  });

  it('given nothing to show, then why, and what can be done', () => {
    const html = rendered(
      '{{ emptyState({ text: "No action <matches>", links: [{ text: "Clear", href: "/p" }] }) }}',
    );
    expect(html).toContain('No action &lt;matches&gt;');
    expect(html).toContain('<a class="govuk-link" href="/p">Clear</a>');
  });

  it('given facts, then text is escaped and our own HTML is not', () => {
    const html = rendered(
      '{{ facts([{ key: "A", text: "<x>" }, { key: "B", html: "Red" | ratingTag | string }]) }}',
    );
    expect(html).toContain('&lt;x&gt;');
    expect(html).toContain('<strong class="app-rating');
  });

  it('given a conflict, then what the other did, both sides, and a button that sends the form', () => {
    const html = rendered(
      '{{ conflictBanner({ what: "Asha Bell rated it <Red>.", theirs: "Red", mine: "Amber", theirsHref: "/a", form: "change" }) }}',
    );
    expect(html).toContain('Asha Bell rated it &lt;Red&gt;.');
    expect(html).toMatch(/<button type="submit"[^>]*form="change" name="keep" value="mine"/u);
    expect(html).toContain('href="/a">Look at theirs</a>');
  });
});
