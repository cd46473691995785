// Gives Trackrecord its user on the cluster, and lets that user read `$all`, which only administrators may at first.
// It can be run any number of times: a user who is there already gets the password of the secret file anew.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';

const setting = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
};

const readPassword = (file) => {
  const password = readFileSync(file, 'utf8').trim();
  if (password === '') throw new Error(`${file} is empty`);
  return password;
};

const readSettings = () => ({
  servers: setting('KURRENTDB_SERVERS').split(','),
  admin: { username: 'admin', password: setting('KURRENTDB_ADMIN_PASSWORD') },
  log: setting('TRACKRECORD_LOG'),
  user: setting('TRACKRECORD_LOG_USER'),
  password: readPassword(setting('TRACKRECORD_LOG_PASSWORD_FILE')),
  patience_ms: Number(process.env['PATIENCE_S'] ?? 180) * 1000,
  pause_ms: Number(process.env['PAUSE_MS'] ?? 1000),
});

const post = async (server, path, { username, password }, body) => {
  const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
  const asked = globalThis.fetch(new globalThis.URL(path, server), {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await asked.catch(({ message, cause }) => {
    throw new Error(`${server} does not answer: ${cause?.code ?? cause?.message ?? message}`);
  });
  if (answer.status === 401)
    throw new Error(
      `${server} does not take the password of "admin". KURRENTDB_ADMIN_PASSWORD counts on the first start of a ` +
        'cluster only; afterwards it has to be the one that was set there.',
    );
  return answer.status;
};

/** Makes the user, or sets its password. Any server will do: it passes the request on to the leader. */
const makeUser = async (server, { admin, user, password }) => {
  const made = await post(server, '/users/', admin, {
    LoginName: user,
    FullName: 'Trackrecord',
    Groups: [],
    Password: password,
  });
  if (made === 201) return;
  if (made !== 409) throw new Error(`${server} answered ${made} to a new user "${user}"`);
  const place = `/users/${user}/command/reset-password`;
  const reset = await post(server, place, admin, { NewPassword: password });
  if (reset !== 200) throw new Error(`${server} answered ${reset} to a new password of "${user}"`);
};

/** Adds the user to those who may read `$all`, and takes nobody away. */
const letRead = async ({ log, admin, user }) => {
  const client = EventStoreDBClient.connectionString(log);
  try {
    const { metadata = {} } = await client.getStreamMetadata('$all', { credentials: admin });
    const roles = [metadata.acl?.readRoles ?? []].flat();
    if (roles.includes(user)) return;
    const readRoles = [...new Set(['$admins', ...roles, user])];
    const acl = { ...metadata.acl, readRoles };
    await client.setStreamMetadata('$all', { ...metadata, acl }, { credentials: admin });
  } finally {
    await client.dispose();
  }
};

// A cluster that has just been started has no leader yet, and no users: it is asked until it has.
const letIn = async (settings) => {
  const { servers, patience_ms, pause_ms } = settings;
  const end = Date.now() + patience_ms;
  for (let tries = 0; ; tries += 1) {
    try {
      await makeUser(servers[tries % servers.length], settings);
      return await letRead(settings);
    } catch (error) {
      if (Date.now() >= end) throw error;
      await setTimeout(pause_ms);
    }
  }
};

try {
  const settings = readSettings();
  await letIn(settings);
  process.stdout.write(`let-trackrecord-in: "${settings.user}" may follow and append\n`);
} catch (error) {
  process.stderr.write(`let-trackrecord-in: ${error.message}\n`);
  process.exitCode = 1;
}
