import type { JobField, JobValues } from '../../../../../preload/contract/job.ts';
import { filesOf } from '../../../../../preload/contract/job-files.ts';
import type { Json, JsonObject } from '../../../../../preload/contract/json.ts';
import { choice, files, option, text } from '../../fields.ts';
import type { Ask, Step } from '../../job.ts';
import { textAt } from '../../thing.ts';
import { storedFile, uploadSteps } from './uploads.ts';

/* What a knowledge base reads. */

const reaches = [
  option('SCOPED', 'This page only'),
  option('PATH', 'What lies below it'),
  option('DOMAIN', 'The whole site'),
  option('SUBDOMAINS', 'The site and its subdomains'),
];

const website = { field: 'kind', values: ['website'] };
const bucket = { field: 'kind', values: ['bucket'] };
const ownFiles = { field: 'kind', values: ['files'] };

/** Asks for a source. With `isOptional` there may be none. */
export function sourceFields(regions: readonly JsonObject[], isOptional = false): JobField[] {
  return [
    choice({
      name: 'kind',
      label: isOptional ? 'Read' : 'Kind',
      choices: [
        option('website', 'A website'),
        option('bucket', 'A Spaces bucket'),
        option('files', 'Files of yours'),
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
    files({ name: 'files', label: 'Files', shownIf: ownFiles }),
  ];
}

/** The sources as the API takes them. What was sent of files stands in the answers of those steps, in the same order. */
export function sourcesFrom(values: JobValues, answers: readonly Json[]): JsonObject[] {
  const { kind, url, reach, bucket: name, bucketRegion } = values;
  switch (kind) {
    case 'website':
      return [{ web_crawler_data_source: { base_url: String(url), crawling_option: String(reach) } }];
    case 'bucket':
      return [{ spaces_data_source: { bucket_name: String(name), region: String(bucketRegion) } }];
    case 'files':
      return filesOf(values.files).map((file, at) => ({ file_upload_data_source: storedFile(file, answers[at] ?? null) }));
    default:
      return [];
  }
}

/** What the sources are called, in the same order. */
export function sourceNames(values: JobValues): string[] {
  if (values.kind === 'files') return filesOf(values.files).map(({ name }) => name);
  return [values.kind === 'website' ? String(values.url) : `Bucket ${values.bucket}`];
}

/** What sends the files, one step for each. */
export const sourceUploads = (values: JobValues): Step[] =>
  values.kind === 'files' ? uploadSteps('genai_create_data_source_file_upload_presigned_urls', filesOf(values.files)) : [];

/** Regions in which a bucket may be. */
export const readRegions = (ask: Ask) => ask.list('regions_list');
