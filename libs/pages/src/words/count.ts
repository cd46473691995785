export { countInWords as count } from '@trackrecord/kernel';
