/**
 * The API's operations as data, as they cross the bridge: facts of the published specification, no sentence of it.
 * Made by scripts/build-catalogue; `main/core/digitalocean/catalogue` holds the data.
 */
export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * How far an operation can hurt: `safe` changes nothing; `normal` runs at once; `disruptive` asks once;
 * `destructive` asks for the name to be typed.
 */
export type DangerLevel = 'safe' | 'normal' | 'disruptive' | 'destructive';
