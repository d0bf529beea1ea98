import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { accept, frameOf, goodbye } from '../../main/demo/logs/web-socket.ts';
import { temporaryFolder } from '../doubles/temporary-folder.ts';
import { account } from './fault-server.ts';

/** Why no certificates can be made here; `null`: they can. */
export const noCertificates = whyNoCertificates();

function whyNoCertificates(): string | null {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'openssl is not installed';
  }
}

/** A certificate for the API's name and for this machine that an invented authority signed, and that authority's certificate. All valid for a day. */
function makeCertificate() {
  const folder = temporaryFolder();
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore', cwd: folder });
  const key = ['-newkey', 'rsa:2048', '-nodes'];
  writeFileSync(at('names'), 'subjectAltName=DNS:api.digitalocean.com,IP:127.0.0.1\n');
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '1', '-subj', '/CN=Invented authority');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=api.digitalocean.com');
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '1', '-extfile', 'names'];
  openssl('x509', '-req', '-in', 'server.csr', ...signing, '-out', 'server.pem');
  const read = (name: string) => readFileSync(at(name), 'utf8');
  return { key: read('server.key'), cert: read('server.pem'), authority: read('ca.pem') };
}

/** A server that calls itself the API's name. It answers the account, speaks over sockets, and keeps the headers that it saw. */
export async function startTlsServer() {
  const { key, cert, authority } = makeCertificate();
  const seen: Record<string, string | string[] | undefined>[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    seen.push(request.headers);
    response.writeHead(200, { 'content-type': 'application/json', 'ratelimit-limit': '5000' }).end(JSON.stringify(account));
  });
  server.on('upgrade', (request, socket) => {
    seen.push(request.headers);
    accept(request, socket, () => {});
    socket.write(Buffer.concat([frameOf('spoken'), goodbye()]));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    authority,
    key,
    cert,
    seen,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve()).closeAllConnections()),
  };
}
