/**
 * What a browser is shown: for each page its params, its view model and its template, and the frame around them.
 * Knows no HTTP and no log: it turns answers into HTML.
 */
export * from './assets/asset.ts';
export * from './assets/asset-links.ts';
export * from './assets/build-assets.ts';
export * from './components/sort-headers.ts';
export * from './forms/field-names.ts';
export * from './forms/form-errors.ts';
export * from './forms/parse-uk-date.ts';
export * from './frame/date-query.ts';
export * from './frame/frame.ts';
export * from './frame/inline-script-hash.ts';
export * from './frame/parse-dates.ts';
export * from './frame/render-page.ts';
export * from './frame/render-template.ts';
export { templateEnvironment } from './frame/template-environment.ts';
export * from './plan-navigation/plan-navigation.ts';
export * from './problem/problem-page.ts';
export * from './rating/rating-look.ts';
export * from './rating/rating-tag.ts';
export * from './words/count.ts';
export * from './words/escape-html.ts';
export * from './words/long-text.ts';
export * from './words/uk-date.ts';
export * from './words/uk-instant.ts';
export * from './chart/chart-figure.ts';
export * from './chart/line-chart.ts';
export * from './chart/rating-bars.ts';
export * from './chart/rating-history-chart.ts';
