import shared from '@eventstore/db-client/generated/shared_pb.js';

const pattern = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

const signed = (hex: string): string => BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();
const unsigned = (text: string): string =>
  BigInt.asUintN(64, BigInt(text)).toString(16).padStart(16, '0');

const dashed = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  );

/** A UUID as it was sent, in lower case; `undefined` for what is none. KurrentDB: Transport/Grpc/Uuid.cs */
export const readUuid = (uuid: shared.UUID | undefined): string | undefined => {
  const structured = uuid?.getStructured();
  const text = structured
    ? dashed(
        unsigned(structured.getMostSignificantBits()) +
          unsigned(structured.getLeastSignificantBits()),
      )
    : uuid?.getString().toLowerCase();
  return text !== undefined && pattern.test(text) ? text : undefined;
};

export const uuidOf = (text: string, form: 'string' | 'structured'): shared.UUID => {
  const uuid = new shared.UUID();
  if (form === 'string') return uuid.setString(text);
  const hex = text.replaceAll('-', '');
  return uuid.setStructured(
    new shared.UUID.Structured()
      .setMostSignificantBits(signed(hex.slice(0, 16)))
      .setLeastSignificantBits(signed(hex.slice(16))),
  );
};
