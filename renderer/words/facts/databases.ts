import { sentences } from '../../../preload/contract/isolates.ts';
import { wholeNumber } from '../../../preload/contract/number-words.ts';
import { dayName, utcHour } from './in-general.ts';

/** Words of facts about databases. */
export const databaseWords = sentences({
  updateWaits: (day: string, hour: string) =>
    `An update waits for ${[dayName(day), utcHour(hour)].filter((part) => part !== '').join(', ')}`,
  endOfLife: (engine: string, day: string) => `${engine} is supported until ${day}`,
  supportedUntil: (day: string) => `supported until ${day}`,
  private: 'Private',
  public: 'Public',
  connectBy: 'Connect by the',
  user: (name: string) => `as ${name}`,
  into: (name: string) => `into ${name}`,
  password: 'Password',
  noPassword: 'the password needs database:view_credentials',
  letsIn: 'Let in by',
  lookIntoRules: 'Look into the databases',
  lookIntoMore: (count: number) => `Look into ${wholeNumber(count)} more`,
  noneLetsIn: 'No database',
  rulesUnread: (name: string) => `${name} could not be read`,
  ownStorage: 'What the plan has',
  everyAddress: 'Every address that knows the password',
  tag: 'tag',
  address: 'address',
  noBackup: 'None yet',
  postgresOnly: 'for PostgreSQL only',
  mysqlOnly: 'for MySQL only',
  kafkaOnly: 'for Kafka only',
  openSearchOnly: 'for OpenSearch only',
  valkeyOnly: 'for Valkey and Redis only',
  noUsers: 'Valkey and Redis have one user',
  noDatabases: 'for PostgreSQL, MySQL and MongoDB only',
  noBackups: 'this engine keeps none',
  noReplicas: 'for PostgreSQL and MySQL only',
});
