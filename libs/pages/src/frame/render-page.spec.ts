import { LocalDate, Ordinal } from '@trackrecord/kernel';
import { must } from '@trackrecord/test-kit';
import { describe, expect, it } from 'vitest';
import type { DateBar, Frame } from './frame.ts';
import { renderPage } from './render-page.ts';

const past = must(LocalDate)('2009-06-30');

const bar: DateBar = {
  here: '/plans/a',
  subject: 'the plan',
  today: must(LocalDate)('2026-11-22'),
  question: {},
  asOf: must(LocalDate)('2026-11-22'),
  ordinal: must(Ordinal)(812),
  documents: [],
};

const frame: Frame = {
  title: 'Plan <A>',
  serviceName: 'Trackrecord',
  visitor: { name: 'Rhoda <Tansley>', roles: 'manager', accountHref: '/account' },
  navigation: [
    { text: 'Plans', href: '/plans', current: true },
    { text: 'Updates owed', href: '/owed' },
  ],
  breadcrumbs: [{ text: 'Plans', href: '/plans' }],
  dateBar: bar,
  dataLinks: [{ text: 'JSON', href: '/api/v1/plans/a' }],
  csrfToken: 'token',
  banner: null,
  errors: [],
  print: false,
  wide: false,
  assets: { stylesheet: '/assets/a.css', script: '/assets/a.js', icon: '/assets/a.svg' },
};

const page = (changes: Partial<Frame> = {}): string =>
  renderPage({ ...frame, ...changes }, '<h1>Plan</h1>');

describe('renderPage', () => {
  it('given a frame, then the content stands in it as it is, and the rest is escaped', () => {
    const html = page();
    expect(html).toContain('<h1>Plan</h1>');
    expect(html).toContain('<title>Plan &lt;A&gt; – Trackrecord</title>');
    expect(html).toContain('Rhoda &lt;Tansley&gt;');
    expect(html).toMatch(/href="\/plans" aria-current="page"/u);
    expect(html).toContain('rel="alternate" type="application/json" href="/api/v1/plans/a"');
    expect(html).toContain('name="_csrf" value="token"');
  });

  it('given a service of another name, then that name is in the title and beside the navigation', () => {
    const html = page({ serviceName: 'Harbour and Vale' });
    expect(html).toContain('– Harbour and Vale</title>');
    expect(html).toContain('govuk-service-navigation__service-name');
  });

  it('given errors, then the title says so first, and a summary links to the fields', () => {
    const html = page({ errors: [{ field: 'why', message: 'Why? Enter <one>.' }] });
    expect(html).toContain('<title>Error: Plan');
    expect(html).toContain('<a href="#why">Why? Enter &lt;one&gt;.</a>');
  });

  it('given dates that were refused, then they are in the summary too', () => {
    const errors = [{ field: 'asOf', message: 'As of: no date.' }];
    const html = page({ dateBar: { ...bar, refused: { typed: { asOf: 'x' }, errors } } });
    expect(html).toContain('<title>Error: Plan');
    expect(html).toContain('<a href="#asOf">As of: no date.</a>');
  });

  it('given today, then the date bar is one closed line', () => {
    const html = page();
    expect(html).toContain('Today, 22 November 2026');
    expect(html).not.toContain('Not today');
    expect(html).not.toMatch(/<details class="app-dates__details" open/u);
  });

  it('given a past date, then a labelled region says so in words, with the way back', () => {
    const html = page({ dateBar: { ...bar, asOf: past, question: { asOf: past } } });
    expect(html).toMatch(/<section class="app-dates[^>]*aria-label="Dates"/u);
    expect(html).toContain('You are looking at the plan as of 30 June 2009, as known today.');
    expect(html).toContain('href="/plans/a">Back to today</a>');
  });

  it('given a success, then it is told at once; given a remark, then it is a region', () => {
    expect(page({ banner: { kind: 'success', text: 'Saved.' } })).toMatch(
      /govuk-notification-banner--success[^>]*role="alert"/u,
    );
    expect(page({ banner: { kind: 'important', text: 'Note.' } })).toMatch(/role="region"/u);
  });

  it('given a paper, then there is no header, navigation, date form or footer, but a line with the dates', () => {
    const html = page({ print: true });
    expect(html).not.toMatch(/<header|<nav|<form|<footer/u);
    expect(html).toContain('As of today, 22 November 2026 · known today · ordinal 812');
  });

  it('given a stranger, then there is nothing to sign out of', () => {
    expect(page({ visitor: null })).not.toContain('Sign out');
  });

  it('given any frame, then no crown, no crest and no licence of GOV.UK is in it', () => {
    expect(page()).not.toMatch(/crown|govuk-footer|Open Government Licence|GOV\.UK/iu);
  });
});
