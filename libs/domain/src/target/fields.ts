import { field, JsonString } from '@trackrecord/kernel';
import * as t from 'io-ts';
import { Timescale } from '../timescale.ts';
import { Subject, Text } from '../words.ts';

export const targetExists = field('exists', t.literal(true));
/** The label as written: "2.3a", or "2.4." like the theme that it stands under. */
export const targetLabel = field('label', JsonString);
export const targetWords = field('words', Text);
export const targetUnder = field('under', Subject);
export const targetTimescale = field('timescale', Timescale);
export const targetStatus = field('status', t.keyof({ set: null, met: null, dropped: null }));

export const dataNeedExists = field('exists', t.literal(true));
/** That it was raised, which no later document repeats: since when it is needed. */
export const dataNeedRaised = field('created', t.literal(true));
export const dataNeedWords = field('words', Text);
export const dataNeedUnder = field('under', Subject);
/** By when it is wanted. */
export const dataNeedTimescale = field('timescale', Timescale);
export const dataNeedStatus = field('status', t.keyof({ raised: null, met: null }));
