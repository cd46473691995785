import { Text } from '@trackrecord/domain';
import { JsonNumber } from '@trackrecord/kernel';
import { readPeriod } from '@trackrecord/read-models';
import type { FormField } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import type { Filled } from '../change/filled.ts';
import { type ReadField, saidOf, wrong } from '../change/forms/read-fields.ts';

/** A number as people type it: with commas or blanks between thousands, a percent sign behind it. */
export const readNumber = (field: string, name: string, typed: string): ReadField<number> => {
  const text = typed.trim();
  if (text === '') return wrong(field, saidOf(name, 'Enter a number, such as 412 or 41.5.'));
  const plain = text
    .replace(/\s*%$/u, '')
    .replace(/(?<=\d)[,\s](?=\d{3}(?:\D|$))/gu, '')
    .replace(/^[−–]/u, '-');
  const value = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/u.test(plain) ? Number(plain) : NaN;
  return JsonNumber.is(value)
    ? E.right(value)
    : wrong(
        field,
        saidOf(
          name,
          `“${text.slice(0, 60)}” is not a number. Enter one such as 412, 1,204 or 41.5.`,
        ),
      );
};

const periodHint = 'Such as 2025/26, 2025, Q1 2025/26, March 2026 or academic year 2025/26.';

export const periodField = (filled: Filled): FormField => ({
  kind: 'text',
  field: 'period',
  label: 'For which period?',
  hint: periodHint,
  value: filled.text('period'),
  width: '20',
});

/** A period that can be placed in time: another one would stand somewhere in the series by chance. */
export const readPeriodField = (typed: string): ReadField<Text> => {
  const period = typed.trim();
  if (period === '') return wrong('period', `For which period? Enter one. ${periodHint}`);
  return Text.is(period) && readPeriod(period) !== undefined
    ? E.right(period)
    : wrong(
        'period',
        `For which period? “${period.slice(0, 60)}” cannot be placed in time. Enter one like these: 2025/26, 2025, Q1 2025/26, March 2026.`,
      );
};

export const statusField = (filled: Filled, standing: string): FormField => ({
  kind: 'radios',
  field: 'status',
  label: 'Is it final?',
  value: filled.text('status', standing),
  items: [
    { value: 'final', text: 'Yes, it is final' },
    { value: 'provisional', text: 'No, it is provisional', hint: 'It may still be put right.' },
  ],
});

export const readStatus = (typed: string): ReadField<'final' | 'provisional'> =>
  typed === 'final' || typed === 'provisional'
    ? E.right(typed)
    : wrong('status', 'Is it final? Choose one.');

export const sourceField = (filled: Filled, standing = ''): FormField => ({
  kind: 'text',
  field: 'source',
  label: 'Source',
  hint: 'Where the number is from. You can leave it empty.',
  value: filled.text('source', standing),
});
