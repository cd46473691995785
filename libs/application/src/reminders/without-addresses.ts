/** What looks like an address of email, also as it stands in links that mail servers give. */
const address = /[^\s<>()[\]\\,;:"'@]+(?:@|%40)[^\s<>()[\]\\,;:"'@]+/giu;

/**
 * What a mail server said, without the addresses in it: most name the one that they refuse. What became of a message
 * is on record for everybody who may look after the plan, and addresses stand in their party's own stream alone.
 * @param known an address that is left out however it is written around
 */
export const withoutAddresses = (said: string, known: string): string =>
  said.replaceAll(known, '(address)').replaceAll(address, '(address)');
