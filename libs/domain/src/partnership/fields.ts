import { field } from '@trackrecord/kernel';
import { Text } from '../words.ts';

/** The partnership as the subject of its own stream. */
export const partnership = 'partnership';
export const partnershipName = field('name', Text);
