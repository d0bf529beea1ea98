import { isMetricType, metricWords } from '../../preload/contract/metric-words.ts';
import { spelledWord } from './field-names.ts';

/**
 * Fields whose texts are codes of the API: one of a fixed set, and not a name that somebody gave. Only their texts are put into
 * words; everything else is data, which stays as it is.
 */
const codeFields: ReadonlySet<string> = new Set(
  `access_type agent_type algorithm available_candidate_types candidate_model_source category chunking_algorithm cleanup_policy
   code compare comparison compatibility_level component_type compression_type cpu_type crawling_option dataset_type day effect
   eligibility_reasons engine entry_protocol evaluation_scope event_type eviction_policy expanders features finish_reason format
   health health_status kind log_message_timestamp_type
   message_timestamp_type metric_type metric_value_type mode model_provider network network_stack operator performance_tier permission
   plan possible_days product_type protocol protocols provider purpose reason regions registry_type resource_type retrieval_method role rule saved_sections schema_type
   scope severity source source_type squash_config stop_reason target_protocol template_type tier tls_cipher_policy type unit usecases
   valkey_maxmemory_policy visibility weekday window`
    .split(/\s+/)
    .filter(Boolean),
);

/** Fields in which a single small word is such a code too, and never a name. */
const kindFields: ReadonlySet<string> = new Set(
  `algorithm cleanup_policy compression_type day entry_protocol expanders features health mode performance_tier permission plan protocol
   resource_type role severity target_protocol type weekday`.split(/\s+/),
);

/** What the API puts before each code of one set. */
const prefixes = new RegExp(
  `^(${[
    'ACCESS_TYPE|AGENT_TEMPLATE_TYPE|AGENT_TYPE|CANDIDATE_MODEL_SOURCE|CHUNKING_ALGORITHM|EVALUATION_DATASET_TYPE',
    'EVALUATION_METRIC_SOURCE|EVALUATION_SCOPE|GUARDRAIL_TYPE|METRIC_CATEGORY|METRIC_TYPE|METRIC_VALUE_TYPE|MODEL_BILLING_MODE',
    'PERFORMANCE_TIER|MODEL_PRICING_TIER|MODEL_PROVIDER|MODEL_USECASE|PRESET_SAVE_SECTION|RETRIEVAL_METHOD|SOURCE_TYPE|TRACE_SPAN_TYPE|VISIBILITY',
  ].join('|')})_`,
);

/** Codes that are not read by their letters alone. */
const known: Readonly<Record<string, string>> = {
  GreaterThan: 'Above',
  GREATER_THAN: 'Above',
  greater_than: 'Above',
  LessThan: 'Below',
  LESS_THAN: 'Below',
  less_than: 'Below',
  ACHFailure: 'ACH failure',
  FAILED_DEPLOY: 'After a failed deployment',
  POST_DEPLOY: 'After each deployment',
  PRE_DEPLOY: 'Before each deployment',
  UNSPECIFIED_RULE: 'Unspecified',
  UNSPECIFIED_WINDOW: 'Unspecified',
  UNSPECIFIED_OPERATOR: 'Unspecified',
  unit_unknown: 'Unknown',
  UNSET: 'Not set',
  DOCR: 'DigitalOcean registry',
  GHCR: 'GitHub registry',
  DOCKER_HUB: 'Docker Hub',
  PG: 'PostgreSQL',
  pg: 'PostgreSQL',
  mysql: 'MySQL',
  mongodb: 'MongoDB',
  kafka: 'Kafka',
  opensearch: 'OpenSearch',
  redis: 'Redis',
  valkey: 'Valkey',
  advanced_pg: 'PostgreSQL, advanced',
  advanced_mysql: 'MySQL, advanced',
  ip_addr: 'IP address',
  ipv6: 'IPv6',
  rfc5424: 'RFC 5424',
  opensearch_dbaas: 'OpenSearch of DigitalOcean',
  opensearch_ext: 'OpenSearch elsewhere',
  lets_encrypt: 'Let’s Encrypt',
  readwrite: 'Read and write',
  readWrite: 'Read and write',
  readOnly: 'Read only',
  fullaccess: 'Everything',
  dbAdmin: 'Administrator',
  produceconsume: 'Produce and consume',
  MON: 'Monday',
  TUE: 'Tuesday',
  WED: 'Wednesday',
  THU: 'Thursday',
  FRI: 'Friday',
  SAT: 'Saturday',
  SUN: 'Sunday',
};

const spans = { m: 'min', h: 'h', d: 'd' } as const;

/** Types of DNS records, which everybody writes in capitals. */
const records = /^(A|AAAA|ALIAS|CAA|CNAME|MX|NS|PTR|SOA|SRV|TXT)$/;

const isCode = (text: string): boolean =>
  /^[A-Z][A-Z\d]*(_[A-Z\d]+)*$/.test(text) || /^[a-z][a-z\d]*([_-][a-z\d]+)+$/.test(text) || /^([A-Z][a-z]+){2,}$/.test(text);

/** The words of a code of the API, such as "Above" for `GreaterThan`; `null`: the text is no code, and stands as it is. */
export function codeWords(field: string, text: string): string | null {
  if (isMetricType(text)) return metricWords(text).name;
  const span = /^(window|period)$/.test(field) ? /^(\d+)([mhd])$/.exec(text) : null;
  if (span) return `${span[1]} ${spans[span[2] as keyof typeof spans]}`;
  if (!codeFields.has(field)) return null;
  if (Object.hasOwn(known, text)) return known[text] ?? null;
  const isWord = kindFields.has(field) && /^[a-z]+$/.test(text);
  if (records.test(text) || !(isWord || isCode(text))) return null;
  return spelledOut(text.replace(prefixes, ''));
}

/** "Run and build time" for `RUN_AND_BUILD_TIME`: the first word begins with a capital, names are spelled as they are. */
export function spelledOut(code: string): string {
  const words = code
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
    .map(spelledWord);
  const text = words.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
