// A stand-in for the API on loopback, in a process of its own: pages are serialised before the first request, so that the
// client is what is measured. Options come in the path: http://127.0.0.1:PORT/~id=a,lat=50,fault=cutonce
// id: counters of its own · lat: ms before each answer · burst, win: a rolling limit · fault: see `faults` below.
import http from 'node:http';

const dropletCount = 10_000;
const largestPage = 200;
const features = ['backups', 'ipv6', 'metadata', 'install_agent', 'storage', 'image_transfer', 'server_id'];
const sizes = Array.from({ length: 60 }, (_, index) => `s-${1 + (index % 8)}vcpu-${1 + (index % 16)}gb-${index}`);

/** @param {number} index */
const droplet = (index) => ({
  id: 3_164_000 + index,
  name: `node-${index}.example.com`,
  memory: 4096,
  vcpus: 2,
  disk: 80,
  locked: false,
  status: index % 11 ? 'active' : 'off',
  created_at: '2026-03-01T10:00:00Z',
  features,
  backup_ids: [53_893_572 + index],
  snapshot_ids: [67_512_819 + index],
  image: {
    id: 63_663_980,
    name: '12 x64',
    distribution: 'Debian',
    slug: 'debian-12-x64',
    regions: ['nyc1', 'fra1', 'ams3'],
    type: 'snapshot',
  },
  volume_ids: [],
  size: {
    slug: 's-2vcpu-4gb',
    memory: 4096,
    vcpus: 2,
    disk: 80,
    price_monthly: 24,
    price_hourly: 0.03571,
    regions: ['nyc1', 'fra1'],
  },
  size_slug: 's-2vcpu-4gb',
  networks: {
    v4: [
      { ip_address: `10.0.${(index >> 8) & 255}.${index & 255}`, type: 'private' },
      { ip_address: `203.0.113.${index & 255}`, type: 'public' },
    ],
    v6: [],
  },
  region: { name: 'Frankfurt 1', slug: 'fra1', features, available: true, sizes },
  tags: ['web', `team-${index % 20}`],
  vpc_uuid: '760e09ef-dc84-11e8-981e-3cfdfeaae000',
});

const droplets = Array.from({ length: dropletCount }, (_, index) => JSON.stringify(droplet(index)));
/** @type {Map<string, Buffer>} */
const pages = new Map();
/** @param {number} page @param {number} size @param {number} shift */
function pageOf(page, size, shift) {
  const key = `${page}/${size}/${shift}`;
  const known = pages.get(key);
  if (known) return known;
  const from = (page - 1) * size + shift;
  const made = Buffer.from(
    `{"droplets":[${droplets.slice(from, from + size).join(',')}],"links":{},"meta":{"total":${dropletCount - shift}}}`,
  );
  pages.set(key, made);
  return made;
}
for (let page = 1; page <= dropletCount / largestPage; page += 1) pageOf(page, largestPage, 0);

const account = Buffer.from(
  JSON.stringify({ account: { email: 'ops@example.com', uuid: 'u-1', status: 'active', droplet_limit: 25 } }),
);
const big = Buffer.alloc(1024 * 1024, 120);

/** @typedef {{ requests: number, refused: number, posts: number, inFlight: number, mostInFlight: number, connections: number, arrivals: number[], hits: Map<string, number>, sockets: WeakSet<object> }} Counters */
/** @type {Map<string, Counters>} */
const counters = new Map();
/** @param {string} id @returns {Counters} */
function countersOf(id) {
  const known = counters.get(id);
  if (known) return known;
  const made = {
    requests: 0,
    refused: 0,
    posts: 0,
    inFlight: 0,
    mostInFlight: 0,
    connections: 0,
    arrivals: [],
    hits: new Map(),
    sockets: new WeakSet(),
  };
  counters.set(id, made);
  return made;
}

/** @param {http.ServerResponse} response @param {number} status @param {Buffer | string} body @param {Record<string, string>} [headers] */
function answer(response, status, body, headers = {}) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'ratelimit-limit': '5000',
    'ratelimit-remaining': '4900',
    ...headers,
  });
  response.end(body);
}
/** @param {string} id */
const error = (id) => JSON.stringify({ id, message: `It is ${id}`, request_id: 'r-1' });

const server = http.createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
  const url = request.url ?? '/';
  if (url.startsWith('/stats/')) {
    const { arrivals: _arrivals, hits: _hits, sockets: _sockets, ...shown } = countersOf(url.slice(7));
    return void response.end(JSON.stringify(shown));
  }
  const found = /^\/~([^/]*)(\/.*)$/.exec(url);
  const options = Object.fromEntries((found?.[1] ?? '').split(',').map((pair) => pair.split('=')));
  const count = countersOf(options.id ?? 'default');
  count.requests += 1;
  count.inFlight += 1;
  count.mostInFlight = Math.max(count.mostInFlight, count.inFlight);
  if (!count.sockets.has(request.socket)) {
    count.sockets.add(request.socket);
    count.connections += 1;
  }
  response.once('close', () => {
    count.inFlight -= 1;
  });
  request.resume().on('end', () => {
    const go = () => route(request, response, found?.[2] ?? url, options, count);
    if (options.lat) setTimeout(go, Number(options.lat));
    else go();
  });
});

/** @param {Counters} count @param {string} key */
function isFirst(count, key) {
  const hits = count.hits.get(key) ?? 0;
  count.hits.set(key, hits + 1);
  return hits === 0;
}

/**
 * A fault of the first request alone.
 * @param {(request: http.IncomingMessage, response: http.ServerResponse) => void} happen
 * @returns {(request: http.IncomingMessage, response: http.ServerResponse, count: Counters) => boolean}
 */
const once = (happen) => (request, response, count) => {
  if (!isFirst(count, 'f')) return false;
  happen(request, response);
  return true;
};

/**
 * What goes wrong, by name. Returns true if the fault has answered the request.
 * @type {Record<string, (request: http.IncomingMessage, response: http.ServerResponse, count: Counters) => boolean>}
 */
const faults = {
  '429once': once((_request, response) => answer(response, 429, error('too_many_requests'), { 'retry-after': '2' })),
  '500once': once((_request, response) => answer(response, 500, error('server_error'))),
  '503once': once((_request, response) => answer(response, 503, error('unavailable'))),
  resetonce: once((request) => request.socket.destroy()),
  cutonce(_request, response, count) {
    if (!isFirst(count, 'f')) return false;
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write(account.subarray(0, 20));
    setTimeout(() => response.destroy(), 20);
    return true;
  },
  truncjson(_request, response) {
    answer(response, 200, account.subarray(0, 20));
    return true;
  },
  big(_request, response) {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(100 * big.length) });
    for (let index = 0; index < 100; index += 1) response.write(big);
    response.end();
    return true;
  },
  hang: () => true,
  trickle(_request, response) {
    response.writeHead(200, { 'content-type': 'application/json' });
    const timer = setInterval(() => response.write(' '), 200);
    response.once('close', () => clearInterval(timer));
    return true;
  },
};

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {string} path @param {Record<string, string>} options @param {Counters} count */
function route(request, response, path, options, count) {
  if (options.burst) {
    const now = Date.now();
    while (count.arrivals.length > 0 && (count.arrivals[0] ?? now) <= now - Number(options.win)) count.arrivals.shift();
    if (count.arrivals.length >= Number(options.burst)) {
      count.refused += 1;
      return answer(response, 429, error('too_many_requests'), { 'retry-after': '1' });
    }
    count.arrivals.push(now);
  }
  if (faults[options.fault ?? '']?.(request, response, count)) return;
  if (request.method === 'POST') return act(request, response, options, count);
  if (path.startsWith('/v2/droplets?')) return listing(response, path, options, count);
  if (path.startsWith('/v2/droplets/'))
    return answer(response, 200, `{"droplet":${droplets[Number(path.slice(13)) - 3_164_000] ?? 'null'}}`);
  answer(response, 200, account);
}

/** @param {http.IncomingMessage} request @param {http.ServerResponse} response @param {Record<string, string>} options @param {Counters} count */
function act(request, response, options, count) {
  if (options.fault === 'post503once' && isFirst(count, 'p')) return answer(response, 503, error('unavailable'));
  count.posts += 1;
  if (options.fault === 'postreset' && isFirst(count, 'p')) return request.socket.destroy();
  answer(response, 201, '{"action":{"id":1,"type":"power_off","status":"in-progress"}}');
}

/** @param {http.ServerResponse} response @param {string} path @param {Record<string, string>} options @param {Counters} count */
function listing(response, path, options, count) {
  const query = new URLSearchParams(path.split('?')[1]);
  const page = Number(query.get('page') ?? 1);
  const size = Math.min(largestPage, Number(query.get('per_page') ?? 20));
  if (page === 7 && (options.fault === 'page500always' || (options.fault === 'page500once' && isFirst(count, 'p')))) {
    return answer(response, 500, error('server_error'));
  }
  answer(response, 200, pageOf(page, size, options.fault === 'shift' && count.requests > 20 ? 1 : 0));
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') console.log(`http://127.0.0.1:${address.port}`);
});
process.once('disconnect', () => process.exit(0));
