import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import type { Configuration } from 'electron-builder';
import { root } from '../architecture/source-files.ts';

/** electron-builder's own modules, which it does not hand out itself. */
export const requireFromBuilder = createRequire(createRequire(import.meta.url).resolve('electron-builder'));

interface ConfigModule {
  getConfig(projectDir: string, configPath: string, options: null): Promise<Configuration>;
  validateConfiguration(config: Configuration, log: object): Promise<void>;
}
const configModule: ConfigModule = requireFromBuilder('app-builder-lib/out/util/config/config.js');
const { DebugLogger }: { DebugLogger: new (isEnabled: boolean) => object } = requireFromBuilder('builder-util');
const yaml: { load(text: string): unknown } = requireFromBuilder('js-yaml');

/** The configuration as electron-builder itself reads it, including inherited presets. */
export function readBuilderConfig(): Promise<Configuration> {
  return configModule.getConfig(root, resolve(root, 'electron-builder.yml'), null);
}

/**
 * Rejects with electron-builder's own words if the configuration does not fit its schema. Its validator silently turns a
 * number into text where text is expected, so a configuration that it changed is refused too.
 */
export async function validate(config: Configuration): Promise<void> {
  const before = JSON.stringify(config);
  await configModule.validateConfiguration(config, new DebugLogger(false));
  const after = JSON.stringify(config);
  if (after !== before) throw new Error(`electron-builder reads the configuration otherwise than written: ${after}`);
}

export function readYaml(text: string): unknown {
  return yaml.load(text);
}
