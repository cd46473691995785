export { type Headline, headlineOf } from '@trackrecord/read-models';
