import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import type { JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, option, text } from '../../fields.ts';
import type { Ask } from '../../job.ts';
import { textAt } from '../../thing.ts';

/* What a knowledge base reads. */

const reaches = [
  option('SCOPED', 'This page only'),
  option('PATH', 'What lies below it'),
  option('DOMAIN', 'The whole site'),
  option('SUBDOMAINS', 'The site and its subdomains'),
];

const website = { field: 'kind', values: ['website'] };
const bucket = { field: 'kind', values: ['bucket'] };

/** Asks for a source. With `isOptional` there may be none. */
export function sourceFields(regions: readonly JsonObject[], isOptional = false): JobField[] {
  return [
    choice({
      name: 'kind',
      label: isOptional ? 'Read' : 'Kind',
      choices: [
        option('website', 'A website'),
        option('bucket', 'A Spaces bucket'),
        ...(isOptional ? [option('none', 'Nothing yet')] : []),
      ],
      value: 'website',
    }),
    text({
      name: 'url',
      label: 'Address',
      pattern: { source: 'https?://\\S+', words: 'an address that begins with https://' },
      shownIf: website,
    }),
    choice({ name: 'reach', label: 'Of it', choices: reaches, value: 'PATH', shownIf: website }),
    text({ name: 'bucket', label: 'Name of the bucket', shownIf: bucket }),
    choice({
      name: 'bucketRegion',
      label: 'Region of the bucket',
      choices: regions.map((one) => option(textAt(one, 'slug'), textAt(one, 'name'))),
      shownIf: bucket,
    }),
  ];
}

/** The source as the API takes it; `null`: none. */
export function sourceFrom({ kind, url, reach, bucket: name, bucketRegion }: JobValues): JsonObject | null {
  switch (kind) {
    case 'website':
      return { web_crawler_data_source: { base_url: String(url), crawling_option: String(reach) } };
    case 'bucket':
      return { spaces_data_source: { bucket_name: String(name), region: String(bucketRegion) } };
    default:
      return null;
  }
}

/** Regions in which a bucket may be. */
export const readRegions = (ask: Ask) => ask.list('regions_list');
