export { ratingRank, worstFirst } from '@trackrecord/read-models';
