/** What Buoy uses of js-yaml 4, which comes without types. */
declare module 'js-yaml' {
  /** Values of JSON alone, without dates. */
  export const CORE_SCHEMA: unknown;
  /** Throws for what is no YAML. */
  export function load(text: string, options: { schema: unknown }): unknown;
}
