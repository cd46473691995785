export { numberWords, valueWords, differenceOf } from '@trackrecord/read-models';
