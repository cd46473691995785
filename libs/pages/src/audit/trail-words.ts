/** Channels, and how a reader calls them. */
export const channelWords: Readonly<Record<string, string>> = {
  'command line': 'on the command line',
  document: 'by importing a document',
  web: 'on the web',
  api: 'through the API',
  'email link': 'by a link in an email',
};

/** How something was recorded, in words. */
export const channelInWords = (channel: string): string => channelWords[channel] ?? channel;
