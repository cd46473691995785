/** A browser without a window: keeps cookies, sends forms with what their pages carry. */
export type SignedIn = Readonly<{
  get: (path: string) => Promise<Response>;
  /** Sends a form, with the mark against other sites that its pages carry. */
  post: (path: string, fields: Fields) => Promise<Response>;
  /** Sends what another site might: with whatever fields, and by whatever method. */
  send: (method: string, path: string, fields: Fields, headers?: Fields) => Promise<Response>;
  /** The mark that this browser's forms carry. */
  mark: () => Promise<string>;
}>;

type Fields = Readonly<Record<string, string>>;

/** The mark against other sites that a page carries in its forms. */
export const markIn = (html: string): string =>
  /name="_csrf" value="(?<mark>[^"]*)"/u.exec(html)?.groups?.['mark'] ?? '';

const cookieJar = () => {
  const kept = new Map<string, string>();
  return {
    header: () => [...kept].map(([name, value]) => `${name}=${value}`).join('; '),
    take: ({ headers }: Response): void => {
      headers.getSetCookie().forEach((cookie) => {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/u.exec(cookie) ?? [];
        if (value === '') kept.delete(name);
        else kept.set(name, value);
      });
    },
  };
};

type Jar = ReturnType<typeof cookieJar>;

/** @param page one with a form on it, for its mark */
const browserAt = (url: string, jar: Jar, page: string): SignedIn => {
  const ask = async (path: string, init: RequestInit): Promise<Response> => {
    const answer = await fetch(`${url}${path}`, {
      ...init,
      redirect: 'manual',
      headers: { ...Object.fromEntries(new Headers(init.headers)), cookie: jar.header() },
    });
    jar.take(answer);
    return answer;
  };
  const get = (path: string): Promise<Response> => ask(path, {});
  const send = (
    method: string,
    path: string,
    fields: Fields,
    headers: Fields = {},
  ): Promise<Response> =>
    ask(path, {
      method,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  const known = { mark: '' };
  const mark = async (): Promise<string> => {
    if (known.mark === '') known.mark = markIn(await (await get(page)).text());
    return known.mark;
  };
  return {
    get,
    send,
    mark,
    post: async (path, fields) => send('POST', path, { ...fields, _csrf: await mark() }),
  };
};

/** Somebody at a browser who has not signed in yet. */
export const stranger = (url: string): SignedIn => browserAt(url, cookieJar(), '/sign-in');

/** Signs in as people do. */
export const signIn = async (
  url: string,
  signInName: string,
  password = 'harbour-and-vale',
): Promise<SignedIn> => {
  const jar = cookieJar();
  const { status } = await browserAt(url, jar, '/sign-in').post('/sign-in', {
    signInName,
    password,
  });
  if (status !== 303) throw new Error(`signing in as ${signInName} was answered with ${status}`);
  return browserAt(url, jar, '/account');
};
