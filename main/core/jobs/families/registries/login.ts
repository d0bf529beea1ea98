import { isObject, type Json } from '../../../../../preload/contract/json.ts';
import { posixWord } from '../../../../../preload/contract/posix-word.ts';
import { decodeBase64 } from '../../../operations/arguments.ts';
import { objectAt, textAt } from '../../thing.ts';
import { host } from './place.ts';

/** The command that signs Docker in with what its config would hold; `null`: the answer has no login. */
export function loginIn(config: Json | undefined): string | null {
  const entry = isObject(config) ? objectAt(objectAt(config, 'auths'), host) : {};
  const bytes = decodeBase64(textAt(entry, 'auth'));
  const [, user, password] = /^([^:]+):(.+)$/s.exec(bytes ? new TextDecoder().decode(bytes) : '') ?? [];
  if (user === undefined || password === undefined) return null;
  // Others on the machine can read the arguments of a command, so Docker takes the password from its input.
  return `echo ${posixWord(password)} | docker login ${host} --username ${posixWord(user)} --password-stdin`;
}
