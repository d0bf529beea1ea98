/** Words in the API's names that are not simply written in lower case. */
const spelled: Record<string, string> = {
  acl: 'ACL',
  ai: 'AI',
  alb: 'ALB',
  api: 'API',
  asn: 'ASN',
  bgp: 'BGP',
  ca: 'CA',
  caa: 'CAA',
  cdn: 'CDN',
  cidr: 'CIDR',
  cidrs: 'CIDRs',
  cors: 'CORS',
  cpu: 'CPU',
  cpus: 'CPUs',
  cron: 'cron',
  db: 'DB',
  dns: 'DNS',
  doks: 'DOKS',
  github: 'GitHub',
  gitlab: 'GitLab',
  gb: 'GB',
  gpu: 'GPU',
  gpus: 'GPUs',
  ha: 'HA',
  http: 'HTTP',
  https: 'HTTPS',
  id: 'ID',
  ids: 'IDs',
  ip: 'IP',
  ips: 'IPs',
  ipv4: 'IPv4',
  ipv6: 'IPv6',
  json: 'JSON',
  kb: 'KB',
  lb: 'LB',
  mb: 'MB',
  mcp: 'MCP',
  ms: 'ms',
  mongodb: 'MongoDB',
  mtu: 'MTU',
  mysql: 'MySQL',
  nat: 'NAT',
  nfs: 'NFS',
  ns: 'NS',
  opensearch: 'OpenSearch',
  os: 'OS',
  php: 'PHP',
  pg: 'PostgreSQL',
  pgbouncer: 'PgBouncer',
  postgresql: 'PostgreSQL',
  sha: 'SHA',
  sni: 'SNI',
  sql: 'SQL',
  ssh: 'SSH',
  ssl: 'SSL',
  tcp: 'TCP',
  tls: 'TLS',
  ttl: 'TTL',
  udp: 'UDP',
  uid: 'UID',
  uids: 'UIDs',
  uri: 'URI',
  url: 'URL',
  urls: 'URLs',
  urn: 'URN',
  urns: 'URNs',
  uuid: 'UUID',
  uuids: 'UUIDs',
  vcpu: 'vCPU',
  vcpus: 'vCPUs',
  vm: 'VM',
  vpc: 'VPC',
  vpcs: 'VPCs',
  adk: 'ADK',
  anthropic: 'Anthropic',
  byok: 'BYOK',
  byoip: 'BYOIP',
  cspm: 'CSPM',
  digitalocean: 'DigitalOcean',
  http2: 'HTTP/2',
  huggingface: 'Hugging Face',
  jwts: 'JWTs',
  llm: 'LLM',
  lru: 'LRU',
  lfu: 'LFU',
  nfs4: 'NFSv4',
  openai: 'OpenAI',
  rag: 'RAG',
  sdk: 'SDK',
  slack: 'Slack',
  spaces: 'Spaces',
  gib: 'GiB',
  mib: 'MiB',
  icmp: 'ICMP',
  sha1: 'SHA-1',
  sku: 'SKU',
  sso: 'SSO',
  usd: 'USD',
  xfs: 'XFS',
};

/** One word of a code or a name of the API: in small letters, except for names and abbreviations. */
export const spelledWord = (word: string): string => {
  const lower = word.toLowerCase();
  return Object.hasOwn(spelled, lower) ? (spelled[lower] ?? word) : lower;
};

const spell = (word: string): string => {
  const words = spelledWord(word);
  return words === word.toLowerCase() && /^[A-Z]+$/.test(word) && word.length < 5 ? word : words;
};

/** Names that need other words than their own. */
const whole: Record<string, string> = { ha: 'High availability' };

/** A name of the API as a person reads it: `vpc_uuid` becomes "VPC UUID", `sizeGigabytes` becomes "Size gigabytes". */
export function fieldLabel(name: string): string {
  if (Object.hasOwn(whole, name)) return whole[name] ?? name;
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_\-.]+/)
    .filter((word) => word !== '')
    .map(spell);
  const text = words.join(' ');
  return text === '' ? name : (text[0] ?? '').toUpperCase() + text.slice(1);
}

/**
 * The same where the API's own words need not be known: "VPC UUID" is "VPC ID", "Region slug" is "Region". The forms of operations
 * keep them, since there both may be asked for.
 */
export const plainLabel = (name: string): string =>
  fieldLabel(name)
    .replace(/\bUUID(s?)\b/g, 'ID$1')
    .replace(/^Slug$/, 'Short name')
    .replace(/ slugs?$/, '');

/** The label of one thing of a list: "Inbound rules" becomes "Inbound rule". */
export const singularLabel = (label: string): string => label.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
