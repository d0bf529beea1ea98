import { fileAddress } from '../../kept-files.ts';
import { bodyOf, type Call, type Handler, ok, type Reply, rowIn } from '../../wire/call.ts';
import { isRow, listOf, type Row, textOf } from '../../world/table.ts';
import type { Family } from '../family.ts';

const betweenMs = 40;

/** The last question, as text. */
function questionOf(body: Row): string {
  const last = listOf(body, 'messages').filter(isRow).at(-1);
  const content = last?.content ?? body.input ?? body.prompt;
  return typeof content === 'string' ? content : '';
}

/** The demo has no model: it repeats the question and says that it is a demo. */
function answerTo(body: Row): string {
  const question = questionOf(body);
  const about = question === '' ? 'nothing in particular' : `“${question.slice(0, 120)}”`;
  return `This is the demo account, so no model has read ${about}. On a real account the answer would arrive here, piece by piece.`;
}

const piecesOf = (text: string): string[] => text.match(/\S+\s*/g) ?? [text];
const tokensOf = (text: string): number => Math.max(1, Math.round(text.length / 4));
const event = (data: unknown, name?: string): string =>
  `${name === undefined ? '' : `event: ${name}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`;
const idFor = ({ team, world }: Call, prefix: string) => `${prefix}-${team.random('inference', world.nextId()).hex(24)}`;
const secondsNow = ({ world }: Call) => Math.floor(world.now() / 1000);

const streamed = ({ world }: Call, pieces: readonly string[]): Reply => ({
  status: 200,
  stream: { pieces, everyMs: betweenMs / world.speed },
});

/** Chat completions, in the form in which both the inference server and agents answer. */
const chat: Handler = (call) => {
  const body = bodyOf(call);
  const text = answerTo(body);
  const base = {
    id: idFor(call, 'chatcmpl'),
    created: secondsNow(call),
    model: textOf(body, 'model') || 'llama3.3-70b-instruct',
  };
  const usage = {
    prompt_tokens: tokensOf(questionOf(body)),
    completion_tokens: tokensOf(text),
    total_tokens: tokensOf(questionOf(body)) + tokensOf(text),
  };
  if (body.stream !== true) {
    const message = { role: 'assistant', content: text, refusal: null, reasoning_content: '' };
    const more = {
      cache_created_input_tokens: 0,
      cache_read_input_tokens: 0,
      cache_creation: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 0 },
    };
    return ok({
      ...base,
      object: 'chat.completion',
      choices: [{ index: 0, message, finish_reason: 'stop', logprobs: null }],
      usage: { ...usage, ...more },
    });
  }
  const chunk = (delta: Row, finish_reason: string | null) =>
    event({ ...base, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason }] });
  return streamed(call, [
    chunk({ role: 'assistant', content: '' }, null),
    ...piecesOf(text).map((content) => chunk({ content }, null)),
    chunk({}, 'stop'),
    event({ ...base, object: 'chat.completion.chunk', choices: [], usage }),
    event('[DONE]'),
  ]);
};

const messages: Handler = (call) => {
  const body = bodyOf(call);
  const text = answerTo(body);
  const usage = { input_tokens: tokensOf(questionOf(body)), output_tokens: tokensOf(text) };
  const base = { id: idFor(call, 'msg'), type: 'message', role: 'assistant', model: textOf(body, 'model') };
  if (body.stream !== true)
    return ok({ ...base, content: [{ type: 'text', text }], stop_reason: 'end_turn', stop_sequence: null, usage });
  return streamed(call, [
    event(
      { type: 'message_start', message: { ...base, content: [], stop_reason: null, usage: { ...usage, output_tokens: 0 } } },
      'message_start',
    ),
    event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }, 'content_block_start'),
    ...piecesOf(text).map((piece) =>
      event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } }, 'content_block_delta'),
    ),
    event({ type: 'content_block_stop', index: 0 }, 'content_block_stop'),
    event({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage }, 'message_delta'),
    event({ type: 'message_stop' }, 'message_stop'),
  ]);
};

const responses: Handler = (call) => {
  const body = bodyOf(call);
  const text = answerTo(body);
  const base = { id: idFor(call, 'resp'), object: 'response', created: secondsNow(call), model: textOf(body, 'model') };
  const output = [
    { type: 'message', id: idFor(call, 'msg'), status: 'completed', role: 'assistant', content: [{ type: 'output_text', text }] },
  ];
  const input_tokens = tokensOf(questionOf(body));
  const output_tokens = tokensOf(text);
  const usage = {
    input_tokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens,
    output_tokens_details: { reasoning_tokens: 0, tool_output_tokens: 0 },
    total_tokens: input_tokens + output_tokens,
  };
  const whole = {
    ...base,
    status: 'completed',
    output,
    usage,
    parallel_tool_calls: true,
    temperature: 1,
    tool_choice: 'auto',
    tools: [],
    top_p: 1,
  };
  if (body.stream !== true) return ok(whole);
  return streamed(call, [
    event({ type: 'response.created', response: { ...base, status: 'in_progress', output: [] } }, 'response.created'),
    ...piecesOf(text).map((delta) => event({ type: 'response.output_text.delta', delta }, 'response.output_text.delta')),
    event({ type: 'response.completed', response: whole }, 'response.completed'),
  ]);
};

/** One pixel, as PNG. */
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

const image: Handler = (call) => {
  const body = bodyOf(call);
  const usage = {
    total_tokens: 20,
    input_tokens: 8,
    output_tokens: 12,
    input_tokens_details: { text_tokens: 8, image_tokens: 0 },
  };
  const made = {
    created: secondsNow(call),
    data: [{ b64_json: pixel, revised_prompt: textOf(body, 'prompt') }],
    output_format: 'png',
    quality: 'low',
    size: '1024x1536',
    background: 'opaque',
    usage,
  };
  if (body.stream !== true) return ok(made);
  return streamed(call, [
    event({ type: 'image_generation.partial_image', partial_image_index: 0, b64_json: pixel }, 'image_generation.partial_image'),
    event({ type: 'image_generation.completed', b64_json: pixel, usage }, 'image_generation.completed'),
  ]);
};

const embedding: Handler = (call) => {
  const body = bodyOf(call);
  const inputs = Array.isArray(body.input) ? body.input : [body.input];
  const vector = (index: number) =>
    Array.from({ length: 16 }, (_, place) => Math.round(Math.sin(index * 16 + place) * 1000) / 1000);
  const usage = { prompt_tokens: 8, total_tokens: 8 };
  return ok({
    object: 'list',
    data: inputs.map((_, index) => ({ object: 'embedding', index, embedding: vector(index) })),
    model: textOf(body, 'model'),
    usage,
  });
};

/** An address for uploading a batch's file. Whoever has the address may upload. */
const batchFile: Handler = (call) => {
  const id = call.team.random('file', call.world.nextId()).uuid();
  const upload_url = `${call.world.baseUrl()}/uploads/${id}?signature=demo-${id.slice(0, 8)}`;
  return { status: 201, json: { file_id: id, upload_url, expires_at: new Date(call.world.now() + 900_000).toISOString() } };
};

const batches = '/v1/batches';

/** Where what a batch was answered lies, once it is over. */
const results: Handler = (call) => {
  const batch = rowIn(call, batches, call.path.batch_id);
  const isThere = batch.status === 'completed';
  const line = JSON.stringify({ custom_id: 'request-1', response: { status_code: 200 } });
  const file = isThere ? fileAddress(call.world, 'output.jsonl', `${line}\n`) : null;
  return ok({
    batch_id: batch.batch_id,
    result_available: isThere,
    output_file_url: file?.download_url ?? null,
    error_file_url: null,
    expires_at: file?.expires_at ?? null,
  });
};

export const inference: Family = {
  handlers: {
    inference_create_chat_completion: chat,
    agentInference_create_chat_completion: chat,
    inference_create_messages: messages,
    inference_create_response: responses,
    inference_create_image: image,
    inference_create_embedding: embedding,
    inference_create_batch_file: batchFile,
    inference_get_batch_results: results,
    inference_upload_batch_file: () => ({ status: 200 }),
  },
};
