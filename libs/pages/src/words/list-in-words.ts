export { listInWords } from '@trackrecord/kernel';
