import { apiBase, type Endpoint } from '../endpoint.ts';
import { pathNames } from '../path-parameters.ts';

const filledPath = (path: string): string =>
  path.replace(/\{(\w+)\}/gu, (_, name: string) =>
    encodeURIComponent(pathNames[name]?.example ?? name),
  );

/** A shell takes what stands between single quotes as it is. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** An example request for a shell in which $TOKEN holds a token. */
export const curlOf = ({ method, path, may, body }: Endpoint, origin: string): string =>
  [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(`${origin}${apiBase}${filledPath(path)}`)}`,
    ...(may === 'anyone' ? [] : ['  -H "Authorization: Bearer $TOKEN"']),
    ...(body?.example === undefined
      ? []
      : [`  -H 'Content-Type: application/json'`, `  -d ${quoted(JSON.stringify(body.example))}`]),
  ].join(' \\\n');
