export { type SeriesOf, type SeriesNamed, seriesKey, seriesNamed } from '@trackrecord/read-models';
