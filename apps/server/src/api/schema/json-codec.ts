import type { Json } from '@trackrecord/kernel';
import * as t from 'io-ts';

/** Whether something is a JSON value, however deep. */
export const isJson = (value: unknown): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return (
    typeof value === 'object' &&
    Object.values(value).every((one) => one === undefined || isJson(one))
  );
};

/** Any JSON value. */
export const JsonValue: t.Type<Json, Json, unknown> = new t.Type(
  'Json',
  isJson,
  (value, context) => (isJson(value) ? t.success(value) : t.failure(value, context)),
  (value) => value,
);
