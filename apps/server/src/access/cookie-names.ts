/**
 * What a browser keeps for us. Over https with the prefix by which it takes them from this very host alone, for all
 * paths and never over http (RFC 6265bis, 4.1.3.2).
 */
export const cookieNames = (isSecure: boolean): Readonly<{ session: string; form: string }> => {
  const prefix = isSecure ? '__Host-' : '';
  return { session: `${prefix}trackrecord`, form: `${prefix}trackrecord-form` };
};
