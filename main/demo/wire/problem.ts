/** An answer that refuses a request. Whoever finds the reason throws it, and it is written as the API's error body. */
export class Problem extends Error {
  readonly status: number;
  /** The short name in the body, such as `not_found`. */
  readonly id: string;
  readonly headers: Record<string, string>;

  constructor(status: number, id: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.id = id;
    this.headers = headers;
  }
}

export const unauthorized = () => new Problem(401, 'Unauthorized', 'Unable to authenticate you');
export const forbidden = () => new Problem(403, 'Forbidden', 'You are not authorized to perform this operation');
export const notFound = () => new Problem(404, 'not_found', 'The resource you were accessing could not be found.');
export const badRequest = (message: string) => new Problem(400, 'bad_request', message);
export const conflict = (message: string) => new Problem(409, 'conflict', message);
export const unprocessable = (message: string) => new Problem(422, 'unprocessable_entity', message);
export const unsupportedMedia = (message: string) => new Problem(415, 'unsupported_media_type', message);

const serverProblems: Record<number, [id: string, message: string]> = {
  500: ['server_error', 'Unexpected server-side error'],
  502: ['bad_gateway', 'Bad gateway'],
  503: ['service_unavailable', 'Service unavailable'],
  504: ['gateway_timeout', 'Gateway timeout'],
};

/** The refusal for a status alone, for faults that give nothing else. */
export function problemOfStatus(status: number, headers: Record<string, string> = {}): Problem {
  if (status === 401) return unauthorized();
  if (status === 403) return forbidden();
  if (status === 404) return notFound();
  if (status === 429) return new Problem(429, 'too_many_requests', 'API Rate limit exceeded.', headers);
  const [id, message] = serverProblems[status] ?? ['error', `Status ${status}`];
  return new Problem(status, id, message, headers);
}
