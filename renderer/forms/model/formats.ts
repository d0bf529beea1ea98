const ipv4 = /^((25[0-5]|2[0-4]\d|1?\d?\d)(\.|$)){4}$/;
const dateTime = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?$/;
const hostname =
  /^(?=.{1,253}\.?$)([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*\.?$/;

function isIpv6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return false;
  const groups = [head, tail ?? ''].flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const isMapped = last?.includes('.') === true;
  if (isMapped && !ipv4.test(last)) return false;
  const plain = isMapped ? groups.slice(0, -1) : groups;
  const count = plain.length + (isMapped ? 2 : 0);
  return plain.every((group) => /^[\da-fA-F]{1,4}$/.test(group)) && (tail === undefined ? count === 8 : count < 8);
}

const isIp = (text: string): boolean => ipv4.test(text) || isIpv6(text);

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  if (more.length > 0 || bits === undefined || !/^\d{1,3}$/.test(bits)) return false;
  return ipv4.test(address) ? Number(bits) <= 32 : isIpv6(address) && Number(bits) <= 128;
}

const isWholeAddress = (text: string): boolean => /^[a-z][a-z\d+.-]*:\S+$/i.test(text) && URL.canParse(text);

const checks: Record<string, (text: string) => boolean> = {
  'date-time': (text) => dateTime.test(text) && !Number.isNaN(Date.parse(text.replace(' ', 'T'))),
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)),
  uuid: (text) => /^[\da-f]{8}-([\da-f]{4}-){3}[\da-f]{12}$/i.test(text),
  ipv4: (text) => ipv4.test(text),
  ipv6: isIpv6,
  ip: isIp,
  cidr: isNetwork,
  email: (text) => /^[^\s@]+@[^\s@]+$/.test(text),
  uri: isWholeAddress,
  url: isWholeAddress,
  hostname: (text) => hostname.test(text),
  byte: (text) => /^[A-Za-z\d+/_-]*={0,2}$/.test(text.replaceAll(/\s/g, '')),
  int64: (text) => /^-?\d+$/.test(text),
  uint64: (text) => /^\d+$/.test(text),
};

/** Whether a text has the format that its schema names. A format without a check here fits any text. */
export const hasFormat = (format: string, text: string): boolean =>
  Object.hasOwn(checks, format) ? checks[format]?.(text) === true : true;
