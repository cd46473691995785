export { type DatedValue, trendWords } from '@trackrecord/read-models';
