/**
 * What a browser is shown: for each page its params, its view model and its template, and the frame around them.
 * Knows no HTTP and no log: it turns answers into HTML.
 */
export * from './account/account-page.ts';
export * from './administration/account-details-page.ts';
export * from './administration/accounts-page.ts';
export * from './administration/new-account-page.ts';
export * from './administration/new-token-page.ts';
export type { PlanChoice } from './administration/role-words.ts';
export * from './administration/tokens-page.ts';
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
export * from './plan/actions-shown.ts';
export * from './plan/plan-choices.ts';
export * from './plan/plan-page.ts';
export * from './plan/plan-params.ts';
export type { LastReview } from './plan/plan-summary.ts';
export * from './plan-text/plan-text-page.ts';
export * from './problem/problem-page.ts';
export * from './rating/rating-bar.ts';
export * from './rating/rating-look.ts';
export * from './rating/rating-rank.ts';
export * from './rating/rating-tag.ts';
export * from './sign-in/first-administrator-page.ts';
export * from './sign-in/sign-in-page.ts';
export * from './words/count.ts';
export * from './words/escape-html.ts';
export * from './words/list-in-words.ts';
export * from './words/long-text.ts';
export * from './words/uk-date.ts';
export * from './words/uk-instant.ts';
export * from './chart/chart-figure.ts';
export * from './chart/line-chart.ts';
export * from './chart/rating-bars.ts';
export * from './chart/rating-history-chart.ts';
